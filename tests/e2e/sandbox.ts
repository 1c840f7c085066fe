import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../house/planted.ts";

/** A sandbox as `npm run sandbox` serves it, with a state of its own. */
export interface Sandbox {
  /** The host page's address, which ends with `/sandbox/`. */
  readonly address: string;
  /** Ends the server, as SIGTERM does, and forgets its state. */
  stop(): Promise<void>;
}

/**
 * Starts a sandbox on a free port with empty lists; builds first what is not built. Scopes that are
 * withheld have nobody's consent.
 */
export async function startSandbox({
  withheld = [],
  consented = "simple",
}: {
  readonly withheld?: readonly string[];
  readonly consented?: "simple" | "tight";
} = {}): Promise<Sandbox> {
  const state = mkdtempSync(join(tmpdir(), "quorate-state-"));
  const directory = join(state, "directory");
  cpSync(join(projectRoot, "sandbox/directory"), directory, { recursive: true });
  const consentFile = join(directory, "consent.json");
  const consent = JSON.parse(readFileSync(consentFile, "utf8")) as {
    readonly everybody: readonly string[];
  };
  const everybody = consent.everybody.filter((scope) => !withheld.includes(scope));
  writeFileSync(consentFile, JSON.stringify({ ...consent, everybody }));
  const server = spawn(
    process.execPath,
    [
      join(projectRoot, "scripts/sandbox.mjs"),
      "--port",
      "0",
      "--state",
      state,
      "--directory",
      directory,
      "--consent",
      consented,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  // A test that fails on its way leaves nothing running either.
  const endWithUs = () => server.kill();
  process.once("exit", endWithUs);
  const ended = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  const address = await Promise.race([
    new Promise<string>((resolve) => createInterface(server.stdout).once("line", resolve)),
    ended.then(() => {
      throw new Error("The sandbox ended before it was ready.");
    }),
  ]);
  return {
    address,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      process.off("exit", endWithUs);
      rmSync(state, { recursive: true, force: true });
    },
  };
}

/** Sends JSON to one of the sandbox's own switches, such as `faults`, and answers what came back. */
export async function tell(
  sandbox: Sandbox,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(new URL(path, sandbox.address), {
    method,
    ...(body !== undefined && {
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}
