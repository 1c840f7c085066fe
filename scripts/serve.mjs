// The sandbox in this very process, so that a signal for the command is a signal for the server.
import { ensureBuilt } from "./build.mjs";
import { ensureReady } from "./ready.mjs";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const parentCheckMs = 500;

/** Installs and builds what is missing, serves the sandbox, and answers its address. */
export async function serveSandbox(args) {
  await ensureReady();
  await ensureBuilt();
  const { run } = await import(pathToFileURL(`${root}dist-sandbox/server.js`).href);
  const { address, close } = await run(args, root);
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    await close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end());
  endWithNpm(end);
  return address;
}

/** npm starts us through a shell; either may be killed without telling us, and then nobody waits for us. */
function endWithNpm(end) {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const started = ancestors();
  setInterval(() => ancestors() !== started && void end(), parentCheckMs).unref();
}

/** The shell that started us and, where the system tells, the npm that started the shell. */
function ancestors() {
  try {
    const afterName = readFileSync(`/proc/${process.ppid}/stat`, "utf8").split(") ").at(-1);
    return `${process.ppid} ${afterName.split(" ")[1]}`;
  } catch {
    return String(process.ppid);
  }
}
