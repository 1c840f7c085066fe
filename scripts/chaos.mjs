// npm run chaos: holds a thousand meetings in bad weather; --seed and --count choose others, --brief makes them short.
import { importBundled } from "./bundle.mjs";
import { ensureReady } from "./ready.mjs";

await ensureReady();
const { run } = await importBundled("tests/chaos", "main");
const held = await run(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
process.exitCode = held ? 0 : 1;
