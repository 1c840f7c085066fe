// npm run simulate: holds meetings in virtual time and writes what they cost to docs/simulation.md.
import { importBundled } from "./bundle.mjs";
import { ensureReady } from "./ready.mjs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

await ensureReady();
const { run } = await importBundled("simulate", "main");
await run(root, (line) => process.stdout.write(`${line}\n`));
