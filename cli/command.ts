import type { World } from "#flows/ports.ts";
import type { Connect } from "./connect/connection.ts";
import type { Settings } from "./settings.ts";

/** Everything the tool touches outside itself, so that tests can stand in for a terminal. */
export interface Surroundings {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A line of the result. */
  readonly out: (line: string) => void;
  /** A line about what is going on: it must not end up in a pipe. */
  readonly note: (line: string) => void;
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  readonly write: (path: string, text: string) => void;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly world: World;
}

/** An option of a command, as `parseArgs` takes it and as the help explains it. */
export interface Option {
  readonly type: "string" | "boolean";
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly about: string;
}

/** What was typed, sorted. */
export interface Typed {
  readonly words: readonly string[];
  readonly text: (name: string) => string | undefined;
  readonly isOn: (name: string) => boolean;
}

/** One call of a command. */
export interface Call extends Surroundings {
  readonly typed: Typed;
  readonly settings: Settings;
  readonly isDry: boolean;
  /** Signs in; the scopes are those the command is going to need of Graph. */
  readonly connect: Connect;
}

/** What came of it. */
export interface Outcome {
  /** False where something that is needed is missing or was refused: the exit code is 1 then. */
  readonly isGood: boolean;
  /** For people. */
  readonly text: string;
  /** For programs: printed with --json. */
  readonly json: unknown;
}

/** One thing the tool can do. */
export interface Command {
  readonly name: string;
  /** In the list of commands, one line. */
  readonly summary: string;
  /** What follows the name, such as `DECISION`. */
  readonly takes?: string;
  /** What it does, what it needs, and what to know, before the options. */
  readonly teaches: string;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  readonly run: (call: Call) => Promise<Outcome>;
}

/** A wrong way to call the tool: the sentence is shown, with where help is, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
