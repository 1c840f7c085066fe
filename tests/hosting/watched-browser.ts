import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";

/** A browser whose every page tells what its policy refused. */
export interface WatchedBrowser {
  readonly browser: Browser;
  /** One line for each thing refused so far: which page, which directive, what. */
  readonly refused: readonly string[];
}

/** Wraps a browser, so that the policy's refusals in any frame of it are collected. */
export function watched(browser: Browser): WatchedBrowser {
  const refused: string[] = [];
  const newContext = async (options?: BrowserContextOptions): Promise<BrowserContext> => {
    const context = await browser.newContext(options);
    await context.exposeFunction("tellRefused", (line: string) => void refused.push(line));
    await context.addInitScript(() => {
      const { tellRefused } = globalThis as unknown as { tellRefused: (line: string) => void };
      addEventListener("securitypolicyviolation", (event) =>
        tellRefused(`${location.pathname} ${event.effectiveDirective} ${event.blockedURI}`),
      );
    });
    return context;
  };
  const watching = Object.create(browser, { newContext: { value: newContext } }) as Browser;
  return { browser: watching, refused };
}
