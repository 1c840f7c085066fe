import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Sandbox } from "../tests/e2e/sandbox.ts";
import { type Tab, type TabWish, showTab } from "../tests/e2e/tab.ts";
import { projectRoot } from "../tests/house/planted.ts";
import { small } from "./small-png.ts";

const folder = join(projectRoot, "docs/pictures");

/** What of the host page belongs into the picture of a surface. */
const parts: Readonly<Record<TabWish["surface"], string>> = {
  setup: ".setup",
  prepare: "iframe",
  walk: ".side-panel",
  stage: "iframe",
  log: "iframe",
};

/** How large a surface is shown: what the guides need to see of it, and no more. */
const sizes: Readonly<
  Record<TabWish["surface"], { readonly width: number; readonly height: number }>
> = {
  setup: { width: 760, height: 980 },
  prepare: { width: 1280, height: 900 },
  walk: { width: 340, height: 760 },
  stage: { width: 1280, height: 640 },
  log: { width: 980, height: 860 },
};

/** One person's tab with a camera in front of it. */
export interface Watched extends Tab {
  /** Keeps what is to be seen now as `docs/pictures/NAME.png`; a height cuts it shorter or longer. */
  picture(name: string, height?: number): Promise<void>;
}

/** Opens a surface as one person, sharp enough for a screen of twice the usual density. */
export async function watch(browser: Browser, sandbox: Sandbox, wish: TabWish): Promise<Watched> {
  const { width, height } = sizes[wish.surface];
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    reducedMotion: "reduce",
    colorScheme: "light",
  });
  const tab = await showTab(context, sandbox, wish);
  return {
    ...tab,
    async picture(name, tall = height) {
      await tab.page.setViewportSize({ width, height: tall });
      // The pointer and the caret are nobody's in a picture.
      await tab.page.mouse.move(0, 0);
      mkdirSync(folder, { recursive: true });
      const place = tab.page.locator(parts[wish.surface]);
      const png = await place.screenshot({ animations: "disabled", caret: "hide" });
      writeFileSync(join(folder, `${name}.png`), small(png));
    },
  };
}
