/**
 * The sandbox as a process: `node dist-sandbox/server.js --port 4280 --state .state`.
 * It prints its address on one line when it is ready, and ends cleanly on SIGTERM and SIGINT.
 * Further options: --host, --latency realistic, --consent tight, --directory DIR (a folder of six JSON files).
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Consent } from "./consent.ts";
import { readDirectory, seedDirectory } from "../directory/load.ts";
import { servePush } from "./push-sockets.ts";
import { startSandbox } from "./sandbox.ts";

const READABLE_AFTER_MS = 400;
const LATE_ROWS_MS = 800;
const PUSH_MS = 1000;

/** What the command line asked for. */
interface Wish {
  readonly port: number;
  readonly host: string;
  readonly latency: "none" | "realistic";
  readonly consent: Consent;
  readonly stateFolder?: string;
  readonly directoryFolder?: string;
}

function readArgs(args: readonly string[]): Wish {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4280" },
      host: { type: "string", default: "localhost" },
      state: { type: "string" },
      directory: { type: "string" },
      latency: { type: "string", default: "none" },
      consent: { type: "string", default: "simple" },
    },
  });
  const { port, host, latency, consent, state, directory } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new Error(`--port ${port} is no port: choose a number up to 65535.`);
  if (latency !== "none" && latency !== "realistic")
    throw new Error(`--latency ${latency} is not known: choose none or realistic.`);
  if (consent !== "simple" && consent !== "tight")
    throw new Error(`--consent ${consent} is not known: choose simple or tight.`);
  return {
    port: Number(port),
    host,
    latency,
    consent,
    ...(state !== undefined && { stateFolder: state }),
    ...(directory !== undefined && { directoryFolder: directory }),
  };
}

/**
 * Serves the sandbox until it is closed. Resolves when it is ready.
 *
 * @throws Error with a sentence for a person: a wrong option, a broken directory, a port in use.
 */
export async function run(
  args: readonly string[],
  projectRoot: string,
): Promise<{ readonly address: string; readonly close: () => Promise<void> }> {
  const { port, host, latency, consent, stateFolder, directoryFolder } = readArgs(args);
  const { app, graph } = startSandbox({
    projectRoot,
    consent,
    directory: directoryFolder === undefined ? seedDirectory() : readDirectory(directoryFolder),
    ...(stateFolder !== undefined && { stateFolder }),
    behaviour: {
      readableAfterMs: READABLE_AFTER_MS,
      latency,
      rowsVisibleAfterMs: latency === "realistic" ? LATE_ROWS_MS : 0,
      pushDelayMs: latency === "realistic" ? PUSH_MS : 0,
    },
  });
  return new Promise((resolve, reject) => {
    // One address family, the one every proxy tries: which one "localhost" means differs.
    const hostname = host === "localhost" ? "127.0.0.1" : host;
    const server = serve({ fetch: app.fetch, port, hostname }, (bound) => {
      resolve({ address: `http://${host}:${bound.port}/sandbox/`, close });
    });
    server.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use: choose another with --port.`)
          : error,
      ),
    );
    const push = servePush(server as Server, graph.world.push);
    const close = () =>
      new Promise<void>((done) => {
        push.close();
        server.close(() => done());
        // Streams of traffic stay open for as long as somebody looks; they do not hold us up.
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
  });
}

async function runAsProcess(): Promise<void> {
  try {
    const { address, close } = await run(process.argv.slice(2), join(import.meta.dirname, ".."));
    process.stdout.write(`${address}\n`);
    for (const signal of ["SIGTERM", "SIGINT"] as const)
      process.once(signal, () => void close().then(() => process.exit(0)));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url)
  await runAsProcess();
