import type { Tab } from "./tab.ts";

const mostSteps = 80;

/** What has the focus in the product: its accessible name, as far as it is said in the markup. */
async function focused(tab: Tab): Promise<string> {
  return (await tab.frame()).evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return "";
    const labels =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
        ? Array.from(element.labels ?? [], (label) => label.textContent)
        : [];
    const text = element.getAttribute("aria-label") ?? labels[0] ?? element.textContent;
    return text.replaceAll(/\s+/g, " ").trim();
  });
}

/** Presses Tab until something whose name begins so has the focus, as somebody without a mouse does. */
export async function tabTo(tab: Tab, name: string): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < mostSteps; step += 1) {
    const now = await focused(tab);
    if (now.startsWith(name)) return;
    passed.push(now);
    await tab.page.keyboard.press("Tab");
  }
  throw new Error(`No way to “${name}” by Tab. Passed: ${[...new Set(passed)].join(" | ")}`);
}

/** Goes to something by Tab and presses Enter on it. */
export async function press(tab: Tab, name: string): Promise<void> {
  await tabTo(tab, name);
  await tab.page.keyboard.press("Enter");
}

/** Goes to a field by Tab and types into it. */
export async function type(tab: Tab, name: string, words: string): Promise<void> {
  await tabTo(tab, name);
  await tab.page.keyboard.type(words);
}

/** Goes to a choice by Tab and takes it with the space bar. */
export async function choose(tab: Tab, name: string): Promise<void> {
  await tabTo(tab, name);
  await tab.page.keyboard.press("Space");
}
