/**
 * The sandbox as a process: `node dist-sandbox/server.js --port 4280 --state .state`.
 * It prints its address on one line when it is ready, and ends cleanly on SIGTERM and SIGINT.
 * Further options: --host, --latency realistic, --directory DIR (a folder of six JSON files).
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "@hono/node-server";
import { readDirectory, seedDirectory } from "../directory/load.ts";
import { startSandbox } from "./sandbox.ts";

const READABLE_AFTER_MS = 400;

/** Serves the sandbox until the process is told to end. Resolves when it is ready. */
export async function run(
  args: readonly string[],
  projectRoot: string,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4280" },
      host: { type: "string", default: "localhost" },
      state: { type: "string" },
      directory: { type: "string" },
      latency: { type: "string", default: "none" },
    },
  });
  const realistic = values.latency === "realistic";
  const { app } = startSandbox({
    projectRoot,
    directory: values.directory === undefined ? seedDirectory() : readDirectory(values.directory),
    ...(values.state !== undefined && { stateFolder: values.state }),
    behaviour: {
      readableAfterMs: READABLE_AFTER_MS,
      latency: realistic ? "realistic" : "none",
      rowsVisibleAfterMs: realistic ? 800 : 0,
    },
  });
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, port: Number(values.port), hostname: values.host },
      ({ port }) => {
        const address = `http://${values.host}:${port}/sandbox/`;
        resolve({ address, close });
      },
    );
    server.on("error", reject);
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        // Streams of traffic stay open for as long as somebody looks; they do not hold us up.
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
  });
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const { address, close } = await run(process.argv.slice(2), join(import.meta.dirname, ".."));
  process.stdout.write(`${address}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void close().then(() => process.exit(0)));
}
