// node scripts/pictures.mjs [icons | room]: draws the manifest's icons and the README's picture again.
import { ensureBrowser } from "./browser.mjs";
import { ensureReady } from "./ready.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

async function drawIcons(browser) {
  for (const [name, size] of [
    ["color", 192],
    ["outline", 32],
  ]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(join(root, `manifest/${name}.svg`), "utf8");
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    await page.screenshot({ path: join(root, `manifest/${name}.png`), omitBackground: true });
    await page.close();
  }
}

await ensureReady();
const { executablePath, env } = await ensureBrowser();
const { chromium } = await import("playwright-core");
const browser = await chromium.launch({
  executablePath,
  env: { ...process.env, ...env },
  args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
});
try {
  await drawIcons(browser);
} finally {
  await browser.close();
}
