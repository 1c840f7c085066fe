import type { Browser, BrowserContext, Frame, FrameLocator, Page } from "playwright-core";
import type { Sandbox } from "./sandbox.ts";

type Surface = "setup" | "prepare" | "walk" | "stage" | "log";

/** The product as one person has it open, in a browser context of their own. */
export interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What is inside the frame: the product itself. */
  readonly app: FrameLocator;
  /** The product's frame, for what has to run inside it. */
  frame(): Promise<Frame>;
  close(): Promise<void>;
}

/** Opens one surface as one person, as Teams would show it. */
export async function openTab(
  browser: Browser,
  sandbox: Sandbox,
  { person, surface, meeting = "forecasting" }: TabWish,
): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    // Colours and places are judged where they end up, not on the way there.
    reducedMotion: "reduce",
  });
  return showTab(context, sandbox, { person, surface, meeting });
}

export interface TabWish {
  readonly person: string;
  readonly surface: Surface;
  readonly meeting?: string;
}

/** The same in a browser that is open already: a second window, or the first one again. */
export async function showTab(
  context: BrowserContext,
  sandbox: Sandbox,
  { person, surface, meeting = "forecasting" }: TabWish,
): Promise<Tab> {
  const page = await context.newPage();
  await page.goto(`${sandbox.address}?${new URLSearchParams({ person, surface, meeting })}`);
  return {
    context,
    page,
    app: page.frameLocator("iframe"),
    async frame() {
      const frame = await (await page.locator("iframe").elementHandle())?.contentFrame();
      if (!frame) throw new Error("The host page shows no frame.");
      return frame;
    },
    close: () => context.close(),
  };
}
