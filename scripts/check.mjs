// npm run check: types, lint, format, import cycles, dead code, unit tests.
import { availableParallelism } from "node:os";
import { ensureReady } from "./ready.mjs";
import { runChecks, runTests } from "./steps.mjs";

await ensureReady();
const checked = await runChecks();
const tested = await runTests(["unit", "dom"], { workers: availableParallelism() });
if (checked.failed + tested.failed > 0) process.exit(1);
