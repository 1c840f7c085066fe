// npm run check: types, lint, format, import cycles, dead code, unit tests.
import { ensureReady } from "./ready.mjs";
import { runChecks, runTests } from "./steps.mjs";

await ensureReady();
const checked = await runChecks();
const tested = await runTests(["unit", "dom"]);
if (checked.failed + tested.failed > 0) process.exit(1);
