import { percent, seconds, table, whole } from "./figures.ts";
import { type Outcome, type Scenario, simulate } from "../scenario.ts";
import { tiers } from "../model/tenant.ts";

/** One thing that has to hold, and how it is read off an outcome. */
interface Target {
  readonly what: string;
  readonly value: (outcome: Outcome) => number;
  readonly most: number;
  readonly say: (value: number) => string;
}

const ms = (what: string, most: number, value: Target["value"]): Target => ({
  what,
  most,
  value,
  say: (took) => `${seconds(took)} s`,
});

const no429: Target = {
  what: "requests turned down after people joined",
  most: 0,
  value: ({ refusedAfter }) => refusedAfter,
  say: whole,
};

const [{ unitsPerMinute: smallest }] = tiers;
const inSmallest = { meetings: 1, unitsPerMinute: smallest } as const;

/** What the design asks of large meetings, in the smallest tenant. */
const cases: readonly (readonly [name: string, scenario: Scenario, targets: readonly Target[]])[] =
  [
    [
      "300 people, push up",
      { ...inSmallest, attendees: 300, isPushUp: true },
      [
        no429,
        share(
          "share of the budget while a question is calm",
          ({ unitsInCalm }) => unitsInCalm,
          0.5,
        ),
        share("the same over the whole walk", ({ unitsAtWork }) => unitsAtWork, 0.5),
        ms("a driver has an answer, p95", 3000, driverHas),
        ms("a stakeholder is shown an answer, p95", 20_000, stakeholderSees),
      ],
    ],
    [
      "50 people, push up",
      { ...inSmallest, attendees: 50, isPushUp: true },
      [
        no429,
        ms("a driver has an answer, p95", 3000, driverHas),
        ms("a driver is shown an answer, p95", 3000, ({ sightings }) =>
          sightings.driver.shown.quantile(0.95),
        ),
        ms("a stakeholder is shown an answer, p95", 3000, stakeholderSees),
        ms("a stakeholder sees a step, p95", 3000, ({ sightings }) =>
          sightings.stakeholder.step.quantile(0.95),
        ),
      ],
    ],
    [
      "300 people, push down",
      { ...inSmallest, attendees: 300, isPushUp: false },
      [no429, ms("a driver has an answer, p95", 6000, driverHas)],
    ],
    [
      "50 people, push down",
      { ...inSmallest, attendees: 50, isPushUp: false },
      [no429, ms("a driver has an answer, p95", 6000, driverHas)],
    ],
    [
      "10 people, push down",
      { ...inSmallest, attendees: 10, isPushUp: false },
      [no429, ms("a driver has an answer, p95", 6000, driverHas)],
    ],
  ];

const seeds = [1, 2, 3, 4, 5];

/** The targets and what became of them, the worst of five seeds each. */
export async function targetsMet(): Promise<string> {
  const lines: (readonly string[])[] = [];
  for (const [name, scenario, targets] of cases) {
    const outcomes = await Promise.all(seeds.map((seed) => simulate({ ...scenario, seed })));
    for (const { what, most, value, say } of targets) {
      const worst = Math.max(...outcomes.map(value));
      lines.push([
        name,
        what,
        `at most ${say(most)}`,
        say(worst),
        worst <= most ? "holds" : "does not hold",
      ]);
    }
  }
  return table(["meeting", "what", "target", "worst of five", ""], lines);
}

function share(what: string, units: (outcome: Outcome) => number, most: number): Target {
  return { what, most, value: (outcome) => units(outcome) / smallest, say: percent };
}

function driverHas({ sightings }: Outcome): number {
  return sightings.driver.known.quantile(0.95);
}

function stakeholderSees({ sightings }: Outcome): number {
  return sightings.stakeholder.shown.quantile(0.95);
}
