import { percent, seconds, table, whole } from "./figures.ts";
import { type Outcome, type Scenario, simulate } from "../scenario.ts";
import { tiers } from "../model/tenant.ts";

const [{ unitsPerMinute: smallest }] = tiers;
const largest = tiers[tiers.length - 1]?.unitsPerMinute ?? smallest;

const usual = { meetings: 1, isPushUp: true, unitsPerMinute: smallest } as const;
const large = { ...usual, attendees: 300 };
const middle = { ...usual, attendees: 50 };

type Case = readonly [name: string, scenario: Scenario];

const head = [
  "what",
  "429 joining / after",
  "units a minute: joining / walk / fullest",
  "driver has an answer's row, p95",
  "step to stakeholder, p95",
  "late answer to stakeholder, p95",
];

/** Hearing of every row against hearing of steps only. */
export const stepsOrRows: readonly Case[] = [
  ["50 people, steps", middle],
  ["50 people, every row", { ...middle, hasStepPush: false }],
  ["300 people, steps", large],
  ["300 people, every row", { ...large, hasStepPush: false }],
  ["1,000 people, steps, largest tenant", { ...usual, attendees: 1000, unitsPerMinute: largest }],
  [
    "1,000 people, every row, largest tenant",
    { ...usual, attendees: 1000, unitsPerMinute: largest, hasStepPush: false },
  ],
];

/** What changes when SharePoint's habits are others than assumed. */
export const otherHabits: readonly Case[] = [
  ["300 people, as assumed", large],
  ["word within 0.5 s", { ...large, pushAfterMs: [0, 500] }],
  ["word after 0.5 to 2 s", { ...large, pushAfterMs: [500, 2000] }],
  ["word after 2 to 5 s", { ...large, pushAfterMs: [2000, 5000] }],
  ["50 people, word after 2 to 5 s", { ...middle, pushAfterMs: [2000, 5000] }],
  ["rows found after up to 3 s, word sooner", { ...large, visibleAfterMs: [0, 3000] }],
];

/** What other ways of working would cost and bring. */
export const otherWays: readonly Case[] = [
  ["300 people, as it is", large],
  ["the size known from the start", { ...large, knowsAudience: true }],
  [
    "and arrivals spread over two minutes",
    { ...large, knowsAudience: true, settlesWithinMs: 120_000 },
  ],
  ["and over three", { ...large, knowsAudience: true, settlesWithinMs: 180_000 }],
  ["300 people, word also for what follows a reveal", { ...large, ringsAfterReveal: true }],
  ["300 people, changes in pages of 1,000", { ...large, deltaPage: 1000 }],
  [
    "1,000 people, as it is, largest tenant",
    { ...usual, attendees: 1000, unitsPerMinute: largest },
  ],
  [
    "1,000 people, changes in pages of 1,000, largest tenant",
    { ...usual, attendees: 1000, unitsPerMinute: largest, deltaPage: 1000 },
  ],
  ["50 people, as it is", middle],
  ["50 people, word also for what follows a reveal", { ...middle, ringsAfterReveal: true }],
  ["twenty meetings of 10, a list each", { ...usual, attendees: 10, meetings: 20 }],
  ["twenty meetings of 10, one list", { ...usual, attendees: 10, meetings: 20, sharesLists: true }],
  [
    "twenty meetings of 10, one list, largest tenant",
    { ...usual, attendees: 10, meetings: 20, sharesLists: true, unitsPerMinute: largest },
  ],
];

/** The cases side by side. */
export async function compared(cases: readonly Case[]): Promise<string> {
  const lines: (readonly string[])[] = [];
  for (const [name, scenario] of cases) lines.push(cells(name, await simulate(scenario)));
  return table(head, lines);
}

function cells(name: string, outcome: Outcome): readonly string[] {
  const { scenario, sightings, refusedJoining, refusedAfter } = outcome;
  const units = [outcome.unitsJoining, outcome.unitsAtWork, outcome.unitsAtPeak];
  const { driver, stakeholder } = sightings;
  return [
    name,
    `${whole(refusedJoining)} / ${whole(refusedAfter)}`,
    `${units.map(whole).join(" / ")} (walk: ${percent(outcome.unitsAtWork / scenario.unitsPerMinute)})`,
    ...[driver.known, stakeholder.step, stakeholder.late].map(
      (of) => `${seconds(of.quantile(0.95))} s`,
    ),
  ];
}
