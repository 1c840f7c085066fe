import type { Command, Option } from "./command.ts";
import { commonOptions } from "./settings.ts";

const codes = `Exit codes: 0 done, 1 something needed is missing or was refused, 2 typed wrongly.`;

/** What the tool can do, in one page. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((one) => called(one).length));
  return [
    "Quorate from the command line: brings it into a Microsoft 365 tenant and checks what is there.",
    "",
    "Usage: npx quorate COMMAND [options]",
    "",
    ...commands.map((one) => `  ${called(one).padEnd(width)}  ${one.summary}`),
    "",
    "Each command has --help. Each takes --dry-run, which looks and changes nothing, and --json.",
    "Doing anything again is safe: what is there already is left as it is.",
    "",
    "You sign in on a page of Microsoft's with a code shown here. Tokens stay in memory: nothing is",
    "stored, and the next command asks again.",
    codes,
  ].join("\n");
}

/** The help of one command. */
export function helpFor(command: Command): string {
  return [
    `Usage: npx quorate ${called(command)} [options]`,
    "",
    command.teaches,
    "",
    "Options:",
    ...optionLines(command.options),
    "",
    "Options of every command:",
    ...optionLines(commonOptions),
    "",
    "Examples:",
    ...command.examples.map((line) => `  npx quorate ${line}`),
    "",
    codes,
  ].join("\n");
}

function called({ name, takes }: Command): string {
  return takes === undefined ? name : `${name} ${takes}`;
}

function optionLines(options: Readonly<Record<string, Option>>): readonly string[] {
  return Object.entries(options).map(([name, { value, about }]) => {
    const written = value === undefined ? `--${name}` : `--${name} ${value}`;
    return `  ${written.padEnd(22)} ${about}`;
  });
}
