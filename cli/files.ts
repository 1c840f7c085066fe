import { type Surroundings, UsageError } from "./command.ts";
import type { Step } from "./steps.ts";

/** Where settings are written to. */
type Files = Pick<Surroundings, "read" | "write">;

/** Whether a file of settings is an object of JSON, and not lines of KEY=value. */
export function isJson(text: string): boolean {
  return text.trimStart().startsWith("{");
}

/**
 * Puts values into a file of KEY=value lines: lines that are there are changed, others stay as they
 * are, comments too. A file of JSON stays one.
 */
export function keepInEnv(
  { read, write }: Files,
  path: string,
  values: Readonly<Record<string, string>>,
  isDry: boolean,
): Step {
  const before = read(path) ?? "";
  if (isJson(before)) return keepInConfig({ read, write }, path, values, isDry);
  let text = before;
  for (const [key, value] of Object.entries(values)) {
    const line = new RegExp(`^${key}=.*$`, "mu");
    if (line.test(text)) text = text.replace(line, () => `${key}=${value}`);
    else text = `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${key}=${value}\n`;
  }
  return kept(path, before, text, write, isDry);
}

/**
 * Puts values into a config.json, leaving what else is in it.
 *
 * @throws UsageError where the file is there and is not an object of JSON.
 */
export function keepInConfig(
  { read, write }: Files,
  path: string,
  values: Readonly<Record<string, unknown>>,
  isDry: boolean,
): Step {
  const before = read(path) ?? "";
  const merged = { ...(before === "" ? {} : objectIn(path, before)), ...values };
  return kept(path, before, `${JSON.stringify(merged, null, 2)}\n`, write, isDry);
}

function kept(
  path: string,
  before: string,
  text: string,
  write: Files["write"],
  isDry: boolean,
): Step {
  const what = `Settings in ${path}`;
  if (text === before) return { state: "ready", what };
  if (isDry) return { state: "planned", what };
  write(path, text);
  return { state: before === "" ? "made" : "repaired", what };
}

function objectIn(path: string, text: string): object {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === "object" && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Said below, with what it should be.
  }
  throw new UsageError(`${path} is not an object of JSON: mend it, or name another file.`);
}
