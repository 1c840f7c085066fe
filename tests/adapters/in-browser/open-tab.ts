import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { build } from "vite";
import { openBrowser } from "../../e2e/browser.ts";
import type { HostTrial } from "./host-page.ts";
import type { Trial } from "./tab-page.ts";

/** A browser in which the adapters run, with and without a client around them; no network. */
export interface Tabs {
  /** A browser of its own: nothing is kept from one to the next. */
  openContext(): Promise<BrowserContext>;
  /** The tab as somebody opens it outside Teams. */
  openAlone(context: BrowserContext): Promise<Page>;
  /** The tab inside a client, and that client's page. */
  openInClient(query?: string): Promise<{ readonly tab: Frame; readonly client: Page }>;
  /** Ends everything opened so far. */
  closeContexts(): Promise<void>;
  close(): Promise<void>;
}

async function bundle(name: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
        output: { codeSplitting: false },
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunks = first !== undefined && "output" in first ? first.output : [];
  const code = chunks.flatMap((chunk) => (chunk.type === "chunk" ? [chunk.code] : []));
  return code.join("\n");
}

const page = (script: string) =>
  `<!doctype html><html lang="en"><title>Trial</title><body><script type="module">${script.replaceAll("</script", "<\\/script")}</script>`;

/** Builds both pages and starts a browser. */
export async function openTabs(): Promise<Tabs> {
  const [tab, host] = [page(await bundle("tab-page")), page(await bundle("host-page"))];
  const browser: Browser = await openBrowser();
  const openContext = async () => {
    const context = await browser.newContext();
    const fulfil = (body: string) => ({ body, contentType: "text/html; charset=utf-8" });
    // Whatever is not ours does not exist: the adapters reach out to nobody.
    await context.route("**/*", (route) => route.abort());
    await context.route("https://tab.example/**", (route) => route.fulfill(fulfil(tab)));
    await context.route("https://teams.microsoft.com/**", (route) => route.fulfill(fulfil(host)));
    return context;
  };
  return {
    openContext,
    async openAlone(context) {
      const opened = await context.newPage();
      await opened.goto("https://tab.example/");
      await opened.waitForFunction(() => "trial" in window);
      return opened;
    },
    async openInClient(query = "") {
      const client = await (await openContext()).newPage();
      await client.goto(`https://teams.microsoft.com/host?${query}`);
      const frame = await (await client.waitForSelector("iframe")).contentFrame();
      if (frame === null) throw new Error("The client has no frame");
      await frame.waitForFunction(() => "trial" in window);
      return { tab: frame, client };
    },
    async closeContexts() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: () => browser.close(),
  };
}

/** Runs something in the tab; the argument crosses as JSON. */
export function inTab<Result, Argument = undefined>(
  tab: Frame | Page,
  act: (trial: Trial, argument: Argument) => Result | Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  return tab.evaluate<Result>(`(${act.toString()})(window.trial, ${JSON.stringify(argument)})`);
}

/** Runs something in the client around the tab. */
export function inClient<Result>(client: Page, act: (host: HostTrial) => Result): Promise<Result> {
  return client.evaluate<Result>(`(${act.toString()})(window.host)`);
}
