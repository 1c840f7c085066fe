import { type Meeting, holdMeeting } from "./people/meeting.ts";
import { drivers, waitAfterwardsMs, walk, walkLastsMs, walkStartsMs } from "./people/plan.ts";
import { type Habits, openList } from "./model/share-point-list.ts";
import { type Role, type Seen, type Sightings, newSightings } from "./people/sightings.ts";
import { type Tenant, openTenant } from "./model/tenant.ts";
import { type VirtualTime, seededChance, virtualTime } from "./model/virtual-time.ts";

/** What is simulated: so many meetings of so many people at the same time in one tenant. */
export interface Scenario {
  readonly attendees: number;
  readonly meetings: number;
  readonly isPushUp: boolean;
  readonly unitsPerMinute: number;
  /** Whether most people of a large meeting hear of the facilitator's steps only. */
  readonly hasStepPush?: boolean;
  /** Whether the product runs whole, or without the fold. */
  readonly isWhole?: boolean;
  /** Whether every browser knows from the start how many people there will be; not when whole. */
  readonly knowsAudience?: boolean;
  /** Over how long those who do not decide put off saying they arrived, and listening. */
  readonly settlesWithinMs?: number;
  /** Whether push of steps also rings, sparingly, for what is said after a reveal. */
  readonly ringsAfterReveal?: boolean;
  /** Changes that SharePoint answers at a time, each page for a unit; 200 where nobody asks for more. */
  readonly deltaPage?: number;
  readonly pushAfterMs?: Habits["pushAfterMs"];
  readonly visibleAfterMs?: Habits["visibleAfterMs"];
  /** Whether all meetings keep their events in one list. */
  readonly sharesLists?: boolean;
  readonly seed?: number;
}

/** What a scenario came to. */
export interface Outcome {
  readonly scenario: Scenario;
  /** So much more was asked than the budget carries that there was no point in going on. */
  readonly isOverloaded: boolean;
  /** Requests turned down while people were joining, and after that. */
  readonly refusedJoining: number;
  readonly refusedAfter: number;
  /** Units a minute from the first walk's start to the last one's end. */
  readonly unitsAtWork: number;
  /** The same while the first meeting's calm question was on the table. */
  readonly unitsInCalm: number;
  /** The fullest minute after people had joined. */
  readonly unitsAtPeak: number;
  /** The fullest minute while they were joining. */
  readonly unitsJoining: number;
  readonly sightings: Sightings;
  readonly answersMeant: number;
  readonly answersGiven: number;
  readonly requests: number;
}

const minuteMs = 60_000;
/** Meetings that run at the same time are not at the same question at the same moment. */
const betweenWalksMs = 12_000;

const usual = {
  pushAfterMs: [300, 1300],
  visibleAfterMs: [0, 300],
} as const satisfies Habits;

/** Simulates one scenario in virtual time; the same scenario gives the same outcome anywhere. */
export async function simulate(scenario: Scenario): Promise<Outcome> {
  const { attendees, meetings, isPushUp, unitsPerMinute, seed = 1 } = scenario;
  const time = virtualTime();
  const tenant = openTenant(unitsPerMinute);
  const sightings = newSightings();
  const habits: Habits = {
    pushAfterMs: scenario.pushAfterMs ?? usual.pushAfterMs,
    visibleAfterMs: scenario.visibleAfterMs ?? usual.visibleAfterMs,
  };
  const chance = seededChance(seed * 65_537);
  const newList = () => openList(time, chance, habits);
  const shared = { events: newList(), decisions: newList() };
  const held: Meeting[] = [];
  for (let number = 0; number < meetings; number += 1) {
    const lists =
      scenario.sharesLists === true ? shared : { events: newList(), decisions: newList() };
    const venue = { time, tenant, sightings, ...lists };
    held.push(
      holdMeeting(number, walkStartsMs + number * betweenWalksMs, venue, {
        attendees,
        isPushUp,
        hasStepPush: scenario.hasStepPush ?? true,
        isWhole: scenario.isWhole ?? false,
        knowsAudience: scenario.knowsAudience ?? false,
        settlesWithinMs: scenario.settlesWithinMs ?? 0,
        ringsAfterReveal: scenario.ringsAfterReveal ?? false,
        deltaPage: scenario.deltaPage,
        seed,
      }),
    );
  }
  const endsMs = walkStartsMs + (meetings - 1) * betweenWalksMs + walkLastsMs;
  const isOverloaded = await runThrough(time, tenant, endsMs + waitAfterwardsMs);
  const answers = held.map((meeting) => meeting.end());
  const [answersMeant, answersGiven] = [
    sum(answers.map(({ meant }) => meant)),
    sum(answers.map(({ given }) => given)),
  ];
  countUnseen(sightings, scenario, answersGiven);
  const minutes = tenant.unitsByMinute();
  const between = (fromMs: number, toMs: number) =>
    minutes.slice(Math.floor(fromMs / minuteMs), Math.ceil(toMs / minuteMs));
  const refused = tenant.refusals();
  const refusedJoining = refused.filter((atMs) => atMs < walkStartsMs).length;
  return {
    scenario,
    isOverloaded,
    refusedJoining,
    refusedAfter: refused.length - refusedJoining,
    unitsAtWork: mean(between(walkStartsMs, endsMs)),
    unitsInCalm: mean(between(walkStartsMs, walkStartsMs + (walk[4]?.afterMs ?? 0))),
    unitsAtPeak: Math.max(...between(walkStartsMs, endsMs)),
    unitsJoining: Math.max(...between(0, walkStartsMs)),
    sightings,
    answersMeant,
    answersGiven,
    requests: tenant.requests(),
  };
}

/** Lets time pass, unless people asked for half as much again as there is long after they joined. */
async function runThrough(time: VirtualTime, tenant: Tenant, untilMs: number): Promise<boolean> {
  for (let ms = minuteMs; ms < untilMs; ms += minuteMs) {
    await time.runUntil(ms);
    const last = tenant.unitsByMinute()[ms / minuteMs - 1] ?? 0;
    if (ms >= walkStartsMs + 2 * minuteMs && last > tenant.unitsPerMinute * 1.5) return true;
  }
  await time.runUntil(untilMs);
  return false;
}

/** What somebody should have seen and never did counts as having taken for ever. */
function countUnseen(sightings: Sightings, scenario: Scenario, answersGiven: number): void {
  const { attendees, meetings } = scenario;
  const steps = walk.filter(({ isStep }) => isStep).length;
  const leading = Math.min(drivers, attendees);
  const of: Readonly<Record<Role, number>> = { driver: leading, stakeholder: attendees - leading };
  for (const role of ["driver", "stakeholder"] as const) {
    const seen: Seen = sightings[role];
    // Everybody sees everybody else's answers, and everybody but the facilitator the steps.
    const share = of[role] / attendees;
    const answers = Math.round((answersGiven / meetings) * (attendees - 1) * share) * meetings;
    seen.known.addNever(Math.max(0, answers - seen.known.count));
    const watching = of[role] - (role === "driver" ? 1 : 0);
    seen.step.addNever(Math.max(0, watching * meetings * steps - seen.step.count));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
