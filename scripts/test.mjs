// npm test: installs what is missing, a browser too, then runs every check and every test.
import { availableParallelism } from "node:os";
import { ensureBuilt } from "./build.mjs";
import { fail, ensureReady } from "./ready.mjs";
import { runChecks, runTests } from "./steps.mjs";

await ensureReady();
const { ensureBrowser } = await import("./browser.mjs");
const browser = await ensureBrowser().catch((error) => fail(error.message));
process.stdout.write(`Testing with ${browser.executablePath}\n`);

const counts = [
  await runChecks(),
  await runTests(["unit", "dom"], { workers: availableParallelism() }),
];
await ensureBuilt();
counts.push(await runTests(["built"]));

const total = (kind) => counts.reduce((sum, count) => sum + count[kind], 0);
if (total("skipped") > 0) process.stdout.write(`${total("skipped")} skipped\n`);
process.stdout.write(`${total("passed")} passed, ${total("failed")} failed\n`);
process.exitCode = total("failed") > 0 ? 1 : 0;
