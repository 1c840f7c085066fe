import { isFacilitator } from "#domain/rights/people.ts";
import type { Person } from "#domain/table/person.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import type { Person as Listed } from "../../sandbox/directory/directory.ts";
import { type Browser, newBrowser } from "./browser.ts";
import type { Chance } from "./chance.ts";
import { type Life, newLife } from "./life.ts";
import { type Table, layTable } from "./table.ts";
import { findBreaches, meetingTold, readLists } from "./verdict.ts";
import type { Weather } from "./weather.ts";
import { type BrokenParts, openWindow } from "./window.ts";
import { wish } from "./wishes.ts";

/** What became of one meeting. */
export interface MeetingReport {
  readonly seed: number;
  /** What does not hold; empty when all is well. */
  readonly breaches: readonly string[];
  readonly people: number;
  readonly events: number;
  /** How often a window died. */
  readonly deaths: number;
  readonly requests: number;
  /** How many faults struck. */
  readonly faults: number;
  /** How often somebody else took over the lead. */
  readonly claims: number;
  readonly outcome: string;
  /** Virtual seconds from the end of the faults until all were equal. */
  readonly settledAfterSeconds: number;
}

const minuteMs = 60_000;

interface Guest {
  readonly person: Listed;
  readonly me: Person;
  readonly browser: Browser;
  readonly windows: Map<Life, LiveMeeting>;
  readonly chance: Chance;
  readonly skewMs: number;
  readonly opens: boolean;
}

interface Course {
  /** People act; then they only keep their windows open. */
  isPlaying: boolean;
  /** It is time to come to an end. */
  isLate: boolean;
  /** Windows may die. */
  isRough: boolean;
  deaths: number;
}

/** What a test decides about a meeting instead of its seed. */
export interface Given {
  readonly broken?: BrokenParts;
  readonly weather?: Partial<Weather>;
  /** How long what does not hold may take to come right, in minutes of meeting time. */
  readonly patienceMinutes?: number;
  /** Less than half as long: many in little time. */
  readonly isBrief?: boolean;
}

/** Holds the meeting of a seed in bad weather, lets it settle, and says what does not hold. */
export async function holdMeeting(seed: number, given: Given = {}): Promise<MeetingReport> {
  const table = await layTable(seed, given.weather);
  const { base, chance } = table;
  const course: Course = { isPlaying: true, isLate: false, isRough: true, deaths: 0 };
  const guests = table.people.map((one, index): Guest => ({
    ...one,
    browser: newBrowser(),
    windows: new Map(),
    chance: chance.fork(),
    skewMs: chance.is(0.7) ? chance.between(-10 * minuteMs, 10 * minuteMs) : 0,
    opens: index === 0 || chance.is(0.3),
  }));
  const enter = (guest: Guest) => openFor(table, course, guest, given.broken ?? {});
  for (const guest of guests) {
    const windows = guest.chance.is(table.weather.secondWindowRate) ? 2 : 1;
    for (let left = windows; left > 0; left -= 1) {
      base.after(guest.chance.between(0, 8000), () => enter(guest));
    }
  }
  const roughMs = chance.between(30, 110) * (given.isBrief === true ? 400 : 1000);
  // Some come to an end while everything still goes wrong, some after.
  base.after(roughMs * (0.2 + chance.next()), () => {
    course.isLate = true;
  });
  await base.advance(roughMs);
  const faults = table.service.faults.read().reduce((sum, { struck }) => sum + struck, 0);
  clearUp(table, course);
  for (let minutes = 0; minutes < 8 && !isOver(guests); minutes += 1) await base.advance(minuteMs);
  course.isPlaying = false;
  for (const guest of guests) if (guest.windows.size === 0) enter(guest);
  const settled = await settle(table, guests, (given.patienceMinutes ?? 15) * minuteMs);
  for (const { windows } of guests) for (const life of windows.keys()) life.end();
  return { seed, people: guests.length, deaths: course.deaths, faults, ...settled };
}

/** The faults stop; what was thrown so far stays thrown. */
function clearUp({ service, network, rows }: Table, course: Course): void {
  course.isRough = false;
  course.isLate = true;
  service.faults.set([]);
  service.behave({ unitsPerMinute: 100_000, rowsVisibleAfterMs: 0 });
  network.calm();
  rows?.calm();
}

function isOver(guests: readonly Guest[]): boolean {
  const open = guests.flatMap(({ windows }) => [...windows.values()]);
  return open.every((live) => live.picture().meeting.closing !== undefined);
}

/** Waits until nothing is wrong any more, or long enough to say that it stays wrong. */
async function settle(table: Table, guests: readonly Guest[], patienceMs: number) {
  const { base, service } = table;
  const fromMs = base.now();
  for (;;) {
    await base.advance(10_000);
    const lists = await readLists(table);
    const atTheEnd = guests.map((guest) => ({ ...guest, open: [...guest.windows.values()] }));
    const breaches = await findBreaches(table, lists, atTheEnd);
    const settledAfterSeconds = Math.round((base.now() - fromMs) / 1000);
    if (breaches.length > 0 && base.now() - fromMs < patienceMs) {
      await base.advance(20_000);
      continue;
    }
    const told = meetingTold(lists);
    return {
      breaches,
      settledAfterSeconds,
      events: lists.rows.length,
      requests: service.meter.read().total.requests,
      claims: lists.rows.filter(({ kind }) => kind === "facilitation-claimed").length,
      outcome: told.closing?.outcome ?? told.status,
    };
  }
}

/** Opens a window for somebody, who acts in it every few seconds until it dies. */
function openFor(table: Table, course: Course, guest: Guest, broken: BrokenParts): void {
  const { base, weather } = table;
  const { chance, windows } = guest;
  const life = newLife(base, chance.fork(), guest.skewMs);
  const live = openWindow({ ...table, broken }, { ...guest, life }, guest.me);
  windows.set(life, live);
  const comeBack = () => openFor(table, course, guest, broken);
  const die = () => {
    if (!windows.delete(life)) return;
    // A page that is closed and not killed says so, with little time left to do it in.
    if (chance.is(0.4)) {
      live.leave();
      base.after(chance.between(1, 400), () => life.end());
    } else life.end();
    course.deaths += 1;
    // Where another window is left, this one may be gone for good: what it had kept is not.
    if (windows.size > 0 && chance.is(0.5)) return;
    // Long enough, now and then, that a facilitator is missed and somebody takes over.
    base.after(
      chance.is(0.3) ? chance.between(60_000, 180_000) : chance.between(500, 20_000),
      comeBack,
    );
  };
  const beat = () => {
    if (!windows.has(life) || !course.isPlaying) return;
    act(live, table, course, guest);
    // Not at the beat but a little after it: in the middle of whatever it set going.
    if (course.isRough && chance.is(weather.crashRate * leadRisk(live, guest)))
      base.after(chance.between(0, 2500), die);
    base.after(chance.between(1000, 7000), beat);
  };
  base.after(chance.between(500, 4000), beat);
}

/** Whoever leads dies more often: that is where most depends on one browser. */
function leadRisk(live: LiveMeeting, { me }: Guest): number {
  return isFacilitator(live.picture().meeting, me.id) ? 3 : 1;
}

function act(live: LiveMeeting, { meeting, people }: Table, course: Course, guest: Guest): void {
  const { me, chance, opens } = guest;
  const { isLate } = course;
  const everybody = people.map((one) => one.me);
  if (live.picture().following.kind === "stopped") live.refresh();
  for (let times = chance.is(0.15) ? 3 : 1; times > 0; times -= 1) {
    const event = wish(live.picture().meeting, { me, everybody, meeting, chance, isLate, opens });
    if (event !== undefined) live.say(event);
  }
}
