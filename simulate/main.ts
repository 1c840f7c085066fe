import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chart } from "./print/chart.ts";
import { compared, otherHabits, otherWays, stepsOrRows } from "./print/comparisons.ts";
import { matrix } from "./print/matrix.ts";
import { documentOf } from "./print/report.ts";
import { targetsMet } from "./print/targets.ts";

/** Runs everything, tells of each row as it comes, and writes `docs/simulation.md` with its chart. */
export async function run(root: string, tell: (line: string) => void): Promise<void> {
  const targets = await targetsMet();
  tell(targets);
  const one = await matrix(1, tell);
  const twenty = await matrix(20, tell);
  const tables = {
    targets,
    one,
    twenty,
    steps: await compared(stepsOrRows),
    habits: await compared(otherHabits),
    ways: await compared(otherWays),
  };
  for (const name of ["steps", "habits", "ways"] as const) tell(tables[name]);
  keep(join(root, "docs/pictures/simulation.svg"), await chart());
  keep(join(root, "docs/simulation.md"), documentOf(tables));
  tell("Written to docs/simulation.md.");
}

function keep(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
