// npm run bench: measures what docs/performance.md tells, and writes it again.
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { importBench } from "./bundle.mjs";
import { ensureReady, fail } from "./ready.mjs";

await ensureReady();
await ensureBuilt();
await ensureBrowser().catch((error) => fail(error.message));
const { bench } = await importBench("main");
await bench();
