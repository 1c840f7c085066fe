import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

interface FoundBrowser {
  readonly executablePath: string;
  /** What the browser needs in its environment, such as where its libraries are. */
  readonly env: Readonly<Record<string, string>>;
}

function isFoundBrowser(value: unknown): value is FoundBrowser {
  return typeof value === "object" && value !== null && "executablePath" in value && "env" in value;
}

/** The browser of this machine as scripts/browser.mjs finds it; throws its advice when there is none. */
function findBrowser(): FoundBrowser {
  const script = fileURLToPath(new URL("../../scripts/browser.mjs", import.meta.url));
  const found: unknown = JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" }));
  if (!isFoundBrowser(found)) throw new Error("scripts/browser.mjs answered without a browser");
  return found;
}

/** Starts a browser to test with; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = findBrowser();
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      "--disable-gpu",
      "--disable-background-networking",
      // Chromium refuses its own sandbox to root, which is who tests run as in a container.
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  });
}
