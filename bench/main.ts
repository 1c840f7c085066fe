import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { openBrowser } from "../tests/e2e/browser.ts";
import { projectRoot } from "../tests/house/planted.ts";
import { startSandbox, tell } from "../tests/e2e/sandbox.ts";
import { openSidePanels, prepareMeeting, startAnyway } from "../tests/e2e/story.ts";
import { measureBytes } from "./bytes.ts";
import { measureColdLoad } from "./cold-load.ts";
import { type Figure, valueOf } from "./figures.ts";
import { measureMemory } from "./memory.ts";
import { measureOpening } from "./opening.ts";
import { measureReplay } from "./replay.ts";
import { syncFigures, timeAnswers, timeFloor } from "./sync.ts";

/** Measures everything once, prints it, and keeps it in docs/performance.md. */
export async function bench(): Promise<void> {
  const [load = 0] = loadavg();
  const browser = await openBrowser();
  const parts: Readonly<Record<string, () => Promise<readonly Figure[]> | readonly Figure[]>> = {
    Bytes: measureBytes,
    Replay: measureReplay,
    "Cold load": async () => {
      const sandbox = await startSandbox();
      await (await prepareMeeting(browser, sandbox)).close();
      const { sofia } = await openSidePanels(browser, sandbox, ["sofia"]);
      await startAnyway(sofia, "Only the loading is looked at.");
      const figures = await measureColdLoad(browser, sandbox, "kwame");
      await sofia.close();
      await sandbox.stop();
      return figures;
    },
    "From one browser to the others": async () => {
      const seen: number[] = [];
      const floor: number[] = [];
      for (let meeting = 0; meeting < 2; meeting += 1) {
        const sandbox = await startSandbox();
        seen.push(...(await timeAnswers(browser, sandbox)));
        floor.push(...(await timeFloor(sandbox)));
        await sandbox.stop();
      }
      return syncFigures(seen, floor);
    },
    "The same with delays like SharePoint's": async () => {
      const slow = await startSandbox();
      await tell(slow, "PUT", "behaviour", { latency: "realistic" });
      const seen = await timeAnswers(browser, slow);
      const floor = await timeFloor(slow);
      await slow.stop();
      return syncFigures(seen, floor);
    },
    Memory: measureMemory,
    "Opening a meeting": async () => {
      const sandbox = await startSandbox();
      const figures = await measureOpening(browser, sandbox);
      await sandbox.stop();
      return figures;
    },
  };
  const sections: string[] = [];
  for (const [title, measure] of Object.entries(parts)) {
    const figures = await measure();
    console.log(`\n${title}`);
    for (const figure of figures)
      console.log(`  ${figure.what.padEnd(58)} ${valueOf(figure)}${targetOf(figure)}`);
    sections.push(tableOf(title, figures));
  }
  await browser.close();
  writeFileSync(join(projectRoot, "docs/performance.md"), page(sections, browser.version(), load));
  console.log("\nKept in docs/performance.md.");
}

function targetOf({ target, unit }: Figure): string {
  return target === undefined ? "" : `  (at most ${target} ${unit})`;
}

function tableOf(title: string, figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { what, target, unit, note = "" } = figure;
    return `| ${what} | ${valueOf(figure)} | ${target === undefined ? "" : `${target} ${unit}`} | ${note} |`;
  });
  return [
    `## ${title}`,
    "",
    "| what | measured | at most | |",
    "|---|---:|---:|---|",
    ...rows,
  ].join("\n");
}

function page(sections: readonly string[], browserVersion: string, load: number): string {
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const about = `Measured on ${new Date().toISOString().slice(0, 10)} by \`npm run bench\`: ${machine}, Node ${process.versions.node}, Chromium ${browserVersion}. Load of the machine before it began: ${load.toFixed(1)}.`;
  const honest =
    "KB are 1,024 bytes. Times are of the sandbox on the same machine, which answers without the delay of a network: they show what Quorate adds, not what SharePoint takes. The browsers of a meeting share the machine's processors.";
  return `# Performance\n\n${about}\n\n${honest}\n\n${sections.join("\n\n")}\n`;
}
