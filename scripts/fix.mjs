// npm run fix: what the linter and the formatter can mend by themselves.
import { ensureReady } from "./ready.mjs";
import { runTool } from "./run.mjs";

await ensureReady();
const lint = await runTool("oxlint/bin/oxlint", ["--fix", "."]);
const format = await runTool("oxfmt/bin/oxfmt", ["."]);
process.exit(lint || format);
