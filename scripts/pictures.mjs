// node scripts/pictures.mjs: draws the manifest's icons and the README's picture of the room again.
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { importBench } from "./bundle.mjs";
import { ensureReady, fail } from "./ready.mjs";

await ensureReady();
await ensureBuilt();
await ensureBrowser().catch((error) => fail(error.message));
const { drawIcons, drawRoom } = await importBench("pictures");
await drawIcons();
await drawRoom();
