import { parseArgs } from "node:util";
import { type Call, type Command, type Surroundings, type Typed, UsageError } from "./command.ts";
import { connector } from "./connect/connection.ts";
import { doctor } from "./doctor/command.ts";
import { helpFor, overview } from "./help.ts";
import { provision } from "./provision/command.ts";
import { exportDecisions } from "./record/export.ts";
import { verify } from "./record/verify.ts";
import { register } from "./register/command.ts";
import { sentenceAbout } from "./sentences.ts";
import { commonOptions, readSettings } from "./settings.ts";

const commands: readonly Command[] = [register, provision, doctor, verify, exportDecisions];

/**
 * Carries out what was typed and answers the exit code: 0 done, 1 something needed is missing or
 * was refused, 2 typed wrongly.
 */
export async function run(around: Surroundings): Promise<number> {
  const [name, ...rest] = around.args;
  const command = commands.find((one) => one.name === name);
  try {
    if (command === undefined) return unnamed(around, name);
    const typed = sort(command, rest);
    if (typed.isOn("help")) {
      around.out(helpFor(command));
      return 0;
    }
    return await carryOut(around, command, typed);
  } catch (failure) {
    const hint = command === undefined ? "quorate --help" : `quorate ${command.name} --help`;
    around.note(sentenceAbout(failure));
    if (!(failure instanceof UsageError)) return 1;
    around.note(`See ${hint}.`);
    return 2;
  }
}

function unnamed(around: Surroundings, name: string | undefined): number {
  if (name === undefined || name === "help" || name === "--help") {
    around.out(overview(commands));
    return name === undefined ? 2 : 0;
  }
  throw new UsageError(`There is no command ${name}.`);
}

function sort(command: Command, args: readonly string[]): Typed {
  const options = { ...commonOptions, ...command.options };
  try {
    const config = Object.entries(options).map(([name, { type }]) => [name, { type }] as const);
    const { values, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(config),
      allowPositionals: true,
    });
    const given = values as Readonly<Record<string, string | boolean | undefined>>;
    return {
      words: positionals,
      text: (name) => (typeof given[name] === "string" ? given[name] : undefined),
      isOn: (name) => given[name] === true,
    };
  } catch (failure) {
    throw new UsageError((failure as Error).message.split(". ")[0] ?? "");
  }
}

async function carryOut(around: Surroundings, command: Command, typed: Typed): Promise<number> {
  const expected = command.takes === undefined ? 0 : 1;
  if (typed.words.length > expected) {
    throw new UsageError(`${typed.words[expected]} was not expected here.`);
  }
  const settings = readSettings(typed, around);
  const isDry = typed.isOn("dry-run");
  const call: Call = {
    ...around,
    typed,
    settings,
    isDry,
    connect: connector(settings, around, isDry),
  };
  const { isGood, text, json } = await command.run(call);
  around.out(typed.isOn("json") ? JSON.stringify(json, null, 2) : text);
  return isGood ? 0 : 1;
}
