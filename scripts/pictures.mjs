// node scripts/pictures.mjs [icons|room|guides]: draws the manifest's icons, the README's room and the guides' pictures again.
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { importBench } from "./bundle.mjs";
import { ensureReady, fail } from "./ready.mjs";

await ensureReady();
await ensureBuilt();
await ensureBrowser().catch((error) => fail(error.message));
const { drawIcons, drawRoom } = await importBench("pictures");
const { drawGuides } = await importBench("guide-pictures");
const drawings = { icons: drawIcons, room: drawRoom, guides: drawGuides };
const [wanted] = process.argv.slice(2);
if (wanted !== undefined && !Object.hasOwn(drawings, wanted)) {
  fail(
    `There is no drawing ${wanted}: say ${Object.keys(drawings).join(", ")}, or nothing for all.`,
  );
}
for (const [name, draw] of Object.entries(drawings)) {
  if (wanted === undefined || wanted === name) await draw();
}
