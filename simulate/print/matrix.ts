import { type Outcome, type Scenario, simulate } from "../scenario.ts";
import { percent, seconds, spread, table, unitsPerPerson, whole } from "./figures.ts";
import { tiers } from "../model/tenant.ts";

/** What happened to one kind of meeting in the tiers that it happened in alike. */
interface Row {
  /** The smallest and the largest budget with this outcome. */
  readonly from: number;
  readonly to: number;
  readonly outcome: Outcome;
}

type Kind = Omit<Scenario, "unitsPerMinute">;

const sizes = [10, 50, 300, 1000] as const;

/** One kind of meeting in every tier, the largest first. */
async function throughTiers(kind: Kind): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const budgets = tiers.map(({ unitsPerMinute }) => unitsPerMinute).toReversed();
  for (let budget = budgets.shift(); budget !== undefined; budget = budgets.shift()) {
    const outcome = await simulate({ ...kind, unitsPerMinute: budget });
    let from = budget;
    const same = budgets.filter((less) => goesAlike(outcome, less)).length;
    for (const less of budgets.splice(0, same)) from = less;
    rows.push({ from, to: budget, outcome });
  }
  return rows;
}

/** A budget that is never spent changes nothing, and one that is not enough is not helped by less. */
function goesAlike(outcome: Outcome, less: number): boolean {
  if (outcome.isOverloaded) return true;
  const isUntouched = outcome.refusedJoining + outcome.refusedAfter === 0;
  return isUntouched && less >= Math.max(outcome.unitsJoining, outcome.unitsAtPeak);
}

const head = [
  "people",
  "push",
  "budget, units a minute",
  "429 joining / after",
  "units a person-minute",
  "of the budget: calm / walk / fullest minute",
  "driver has an answer's row",
  "driver is shown it",
  "stakeholder is shown it",
  "step to driver, p95",
  "step to stakeholder, p95",
];

/** All sizes with and without push in all tiers, for so many meetings at the same time. */
export async function matrix(meetings: number, onRow: (line: string) => void): Promise<string> {
  const lines: (readonly string[])[] = [];
  for (const attendees of sizes) {
    for (const isPushUp of [true, false]) {
      for (const row of await throughTiers({ attendees, meetings, isPushUp })) {
        const line = cells(row);
        onRow(`${meetings} × ${line.join(" · ")}`);
        lines.push(line);
      }
    }
  }
  return table(head, lines);
}

function cells({ from, to, outcome }: Row): readonly string[] {
  const { scenario, sightings, unitsInCalm, unitsAtWork, unitsAtPeak } = outcome;
  const budget = from === to ? whole(to) : `${whole(from)}–${whole(to)}`;
  const start = [String(scenario.attendees), scenario.isPushUp ? "up" : "down", budget];
  if (outcome.isOverloaded) {
    const asked = `more than it carries: ${whole(unitsAtPeak)} units a minute asked for`;
    return [...start, asked, ...head.slice(4).map(() => "")];
  }
  const shares = (of: number) =>
    [unitsInCalm, unitsAtWork, unitsAtPeak].map((units) => percent(units / of)).join(" / ");
  const { driver, stakeholder } = sightings;
  return [
    ...start,
    `${whole(outcome.refusedJoining)} / ${whole(outcome.refusedAfter)}`,
    unitsPerPerson(outcome).toFixed(1),
    from === to ? shares(to) : `${shares(from)} of ${whole(from)}`,
    spread(driver.known),
    spread(driver.shown),
    spread(stakeholder.shown),
    seconds(driver.step.quantile(0.95)),
    seconds(stakeholder.step.quantile(0.95)),
  ];
}
