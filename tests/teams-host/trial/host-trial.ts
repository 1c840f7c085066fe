import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Frame, Page } from "playwright-core";
import { build } from "vite";
import { openBrowser } from "../../e2e/browser.ts";
import type { Trial } from "./app-page.ts";
import { startStubSandbox, type StubSandbox } from "./stub-sandbox.ts";

/** The built host page over a stub server, in a real browser. */
export interface HostTrial {
  readonly stub: StubSandbox;
  /** Opens an address under the sandbox in a fresh browser context. */
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

const here = fileURLToPath(new URL(".", import.meta.url));

async function buildInto(folder: string): Promise<{ hostDir: string; appDir: string }> {
  const hostDir = join(folder, "host");
  const appDir = join(folder, "app");
  const quiet = { logLevel: "error" } as const;
  await build({
    ...quiet,
    configFile: join(here, "../../../sandbox/teams-host/vite.config.ts"),
    build: { outDir: hostDir },
  });
  await build({
    ...quiet,
    configFile: false,
    build: {
      outDir: appDir,
      rolldownOptions: {
        input: join(here, "app-page.ts"),
        output: { entryFileNames: "app.js", codeSplitting: false },
      },
    },
  });
  const page = `<!doctype html><html lang="en"><title>App</title><script type="module" src="app.js"></script><p>App`;
  await writeFile(join(appDir, "index.html"), page);
  return { hostDir, appDir };
}

/** Builds host and app page, starts the stub and a browser. */
export async function startHostTrial(): Promise<HostTrial> {
  const folder = await mkdtemp(join(tmpdir(), "host-trial-"));
  const { hostDir, appDir } = await buildInto(folder);
  const stub = await startStubSandbox(hostDir, appDir);
  const browser: Browser = await openBrowser();
  return {
    stub,
    open: async (address) => {
      const page = await (await browser.newContext()).newPage();
      await page.goto(`${stub.origin}/sandbox/${address}`);
      return page;
    },
    close: async () => {
      await browser.close();
      await stub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The frame of the app with this title, once its page has loaded. */
export async function appIn(page: Page, title: string | RegExp): Promise<Frame> {
  const handle = await page.getByTitle(title).elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("The frame has no page.");
  await frame.waitForFunction(() => "trial" in window);
  return frame;
}

/** Runs something in a framed page, with what its script offers; the argument crosses as JSON. */
export function inApp<Result, Argument = undefined>(
  frame: Frame,
  act: (trial: Trial, argument: Argument) => Result | Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  return frame.evaluate<Result>(`(${act.toString()})(window.trial, ${JSON.stringify(argument)})`);
}
