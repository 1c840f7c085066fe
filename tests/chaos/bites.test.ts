import { describe, expect, it } from "vitest";
import type { EventLog, Outbox } from "#flows/ports.ts";
import { holdMany } from "./many.ts";
import type { Given } from "./meeting.ts";
import type { Weather } from "./weather.ts";
import type { BrokenParts } from "./window.ts";

/** Looks nothing up: whatever was sent without an answer is created again. */
const blindLog = (sound: EventLog): EventLog => ({
  ...sound,
  find: () => Promise.resolve(undefined),
});

/** Takes the highest position seen for a watermark: what shows below it later is never read. */
function watermarkLog(sound: EventLog): EventLog {
  let highest = 0;
  return {
    ...sound,
    async append(row) {
      const kept = await sound.append(row);
      highest = Math.max(highest, kept.position);
      return kept;
    },
    async follow(cursor) {
      const changes = await sound.follow(cursor);
      const rows = changes.rows.filter(({ position }) => position > highest);
      highest = Math.max(highest, ...rows.map(({ position }) => position));
      return { ...changes, rows };
    },
  };
}

/** Lets every window send at once. */
const unlocked = (sound: Outbox): Outbox => ({ ...sound, alone: (_of, _meeting, send) => send() });

/** Weather in which one rule is all that keeps an event from being lost or doubled. */
const late: Partial<Weather> = { rowsVisibleAfterMs: 15_000, isUniqueUndone: false };
const windy: Partial<Weather> = {
  isUniqueUndone: true,
  rowsVisibleAfterMs: 0,
  secondWindowRate: 1,
  slowMs: 8000,
  faults: [{ method: "POST", path: "/items$", action: "drop-after-commit", rate: 0.1 }],
};

describe("the meetings see it when a part is broken", () => {
  const cases: readonly [string, BrokenParts, Partial<Weather>, RegExp][] = [
    ["the look before a second try", { log: blindLog }, windy, /is there \d+ times/],
    ["the look, where the list refuses doubles", { log: blindLog }, late, /outbox still has/],
    ["late rows in their place", { log: watermarkLog }, late, /sees another meeting/],
    ["the lock between windows", { outbox: unlocked }, windy, /is there \d+ times/],
  ];

  it.each(cases)("%s", { timeout: 120_000 }, async (_name, broken, weather, breach) => {
    expect(await firstBreach({ broken, weather })).toMatch(breach);
  });

  it.each([
    ["late rows", late],
    ["an undone constraint", windy],
  ])(
    "and hold in the same weather with sound parts: %s",
    { timeout: 120_000 },
    async (_, weather) => {
      expect(await firstBreach({ weather })).toBe("");
    },
  );
});

/** What did not hold in the first of a few meetings that something did not hold in. */
async function firstBreach(given: Given): Promise<string> {
  const reports = await holdMany(
    { from: 1, count: 6, patienceMinutes: 3, ...given },
    ({ breaches }) => {
      return breaches.length === 0;
    },
  );
  return reports.at(-1)?.breaches.join("\n") ?? "";
}
