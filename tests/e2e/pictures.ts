import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../house/planted.ts";

const folder = join(projectRoot, ".pictures");

/** Keeps a picture of the page under `.pictures/`, for people to look at; git does not keep it. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
