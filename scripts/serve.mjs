// The sandbox in this very process, so that a signal for the command is a signal for the server.
import { ensureBuilt } from "./build.mjs";
import { ensureReady } from "./ready.mjs";
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

/** npm starts us through a shell that may be killed without telling us: then nobody waits for us any more. */
function endWithNpm(end) {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void end(), parentCheckMs).unref();
}
