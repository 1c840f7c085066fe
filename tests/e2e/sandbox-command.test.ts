import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectRoot } from "../house/planted.ts";

let state: string;
let running: ChildProcess | undefined;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "quorate-state-"));
});
afterEach(async () => {
  if (running?.exitCode === null && running.kill("SIGTERM")) await once(running, "exit");
  rmSync(state, { recursive: true, force: true });
});

/** Runs the command as a script would: silent but for what it prints on stdout. */
async function sandbox() {
  const child = spawn(
    "npm",
    ["run", "--silent", "sandbox", "--", "--port", "0", "--state", state],
    { cwd: projectRoot, stdio: ["ignore", "pipe", "ignore"], shell: process.platform === "win32" },
  );
  running = child;
  let printed = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes("\n")) resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  return { child, ended, printed: () => printed, address: printed.trim() };
}

const isServing = (address: string) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );

describe("npm run sandbox", () => {
  it("prints its address, alone on a line, when it can be used", async () => {
    const { address, printed } = await sandbox();

    expect(printed()).toMatch(/^http:\/\/localhost:\d+\/sandbox\/\n$/);
    expect(await isServing(address)).toBe(true);
  });

  it.each(["SIGTERM", "SIGKILL"] as const)("leaves nothing running after %s", async (signal) => {
    const { child, ended, address } = await sandbox();

    child.kill(signal);
    await ended;

    await expect.poll(() => isServing(address), { timeout: 5000 }).toBe(false);
  });

  it("finds its state again when it is started again", async () => {
    const settings = { entityId: "quorate" };
    const first = await sandbox();
    await fetch(new URL("settings/forecasting", first.address), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(settings),
    });
    first.child.kill("SIGTERM");
    await first.ended;

    const second = await sandbox();

    const kept = await fetch(new URL("settings/forecasting", second.address));
    expect(await kept.json()).toEqual(settings);
  });
});
