import { describe, expect, it } from "vitest";
import { browserWorld } from "#adapters/browser/world.ts";
import { run } from "../../cli/run.ts";
import { ownFiles, textOf } from "./files.ts";

const product = ownFiles("src")
  .filter((file) => /\.tsx?$/.test(file))
  .map(textOf)
  .join("\n")
  // Sentences are broken where the line ends, and the source spells some signs its own way.
  .replaceAll(/\s+/g, " ");

/** What a guide says is written on the screen: in italics, without what differs each time. */
function quotedIn(guide: string): readonly string[] {
  const quotes = textOf(guide).matchAll(/(?<![\w/])_([^_\n]+)_(?!\w)/g);
  return Array.from(quotes, ([, words = ""]) =>
    (words.replace(/^\d+ /, "").split(/…|\d/)[0] ?? "").trim(),
  );
}

describe("the guides for organizers and attendees", () => {
  it.each(["docs/organizer.md", "docs/attendee.md"])("%s quotes what is on the screen", (guide) => {
    const quoted = quotedIn(guide);

    expect(quoted.length).toBeGreaterThan(10);
    expect(quoted.filter((words) => !product.includes(words))).toEqual([]);
  });
});

const { scripts } = JSON.parse(textOf("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const documents = ownFiles()
  .filter((file) => file.endsWith(".md"))
  .map((file) => [file, textOf(file)] as const);

/** What the tool says of one of its commands. */
async function helpOf(command: string): Promise<string> {
  const said: string[] = [];
  await run({
    args: [command, "--help"],
    env: {},
    out: (line) => void said.push(line),
    note: (line) => void said.push(line),
    read: () => undefined,
    write: () => undefined,
    fetch: async () => await Promise.reject(new Error("Help asks nobody.")),
    world: browserWorld,
  });
  return said.join("\n");
}

describe("commands in documents", () => {
  it.each(documents)("%s names scripts that are there", (_file, text) => {
    const named = Array.from(text.matchAll(/npm run ([a-z:]+)/g), ([, name = ""]) => name);

    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  const typed = documents.flatMap(([file, text]) =>
    Array.from(
      text.matchAll(/npx quorate ([a-z]+)([^\n`|]*)/g),
      ([line, command = "", rest = ""]) => ({
        file,
        line,
        command,
        options: Array.from(rest.matchAll(/--([a-z-]+)/g), ([option]) => option),
      }),
    ),
  );

  it.each(typed)("$file: $line", async ({ command, options }) => {
    const help = await helpOf(command);

    expect(help).toMatch(new RegExp(`^Usage: npx quorate ${command}`));
    expect(options.filter((option) => !help.includes(`  ${option} `))).toEqual([]);
  });
});
