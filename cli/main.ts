/** The command-line tool as a process. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { browserWorld } from "#adapters/browser/world.ts";
import { run } from "./run.ts";

// npx and npm start us in the project; people mean the folder they typed the command in.
const from = process.env["INIT_CWD"] ?? process.cwd();

process.exitCode = await run({
  args: process.argv.slice(2),
  env: process.env,
  out: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  read: (path) => {
    const file = resolve(from, path);
    return existsSync(file) ? readFileSync(file, "utf8") : undefined;
  },
  write(path, text) {
    const file = resolve(from, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  },
  fetch: (request) => fetch(request),
  world: browserWorld,
});
