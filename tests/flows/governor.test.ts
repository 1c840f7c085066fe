import { describe, expect, it } from "vitest";
import { type Asking, nextAskInMs, pressureAfter, tryAgainInMs } from "#flows/governor.ts";

const calm: Asking = {
  audience: 7,
  hearsFirst: true,
  isPushed: false,
  hasNews: false,
  isHidden: false,
  sinceLastAskMs: 0,
  pressure: 1,
  chance: 0.5,
};

/** Units a minute that an audience spends on asking, its drivers included. */
function unitsPerMinute(audience: number, isPushed: boolean, hasNews: boolean): number {
  const perMinute = (hearsFirst: boolean): number =>
    60_000 / nextAskInMs({ ...calm, audience, isPushed, hasNews, hearsFirst });
  return 7 * perMinute(true) + (audience - 7) * perMinute(false);
}

describe("asking what changed", () => {
  it("takes about a second at a round table without push", () => {
    expect(nextAskInMs(calm)).toBeLessThan(1500);
  });

  it("is left to push, with a look now and then in case word was lost", () => {
    expect(nextAskInMs({ ...calm, isPushed: true })).toBeGreaterThan(60_000);
  });

  it("follows word at once when the last ask was a while ago", () => {
    const asking = { ...calm, isPushed: true, hasNews: true, sinceLastAskMs: 5000 };

    expect(nextAskInMs(asking)).toBeLessThan(250);
  });

  it("lets drivers of a large meeting hear within six seconds without push", () => {
    expect(nextAskInMs({ ...calm, audience: 300, chance: 1 })).toBeLessThanOrEqual(5500);
  });

  it("spreads three hundred stakeholders over fifteen seconds after word of a step", () => {
    const heard = { ...calm, audience: 300, hearsFirst: false, isPushed: true, hasNews: true };
    const waits = [0, 0.5, 0.95].map((chance) =>
      nextAskInMs({ ...heard, chance, sinceLastAskMs: 60_000 }),
    );

    expect(waits).toEqual([0, 7500, 14_250]);
  });

  it.each([50, 300, 1000])("by %i people without push stays under half the budget", (audience) => {
    expect(unitsPerMinute(audience, false, false)).toBeLessThanOrEqual(625);
  });

  it("is slower in a tab that nobody looks at, and under pressure", () => {
    const usual = nextAskInMs(calm);

    expect(nextAskInMs({ ...calm, isHidden: true })).toBeGreaterThan(usual * 3);
    expect(nextAskInMs({ ...calm, pressure: 4 })).toBeGreaterThan(usual * 3);
  });
});

describe("trying again", () => {
  it("waits at least as long as SharePoint asked", () => {
    expect(tryAgainInMs({ failures: 1, chance: 0, retryAfterSeconds: 20 })).toBe(20_000);
  });

  it("waits longer each time, a minute and a half at most", () => {
    const waits = [1, 3, 20].map((failures) => tryAgainInMs({ failures, chance: 1 }));

    expect(waits).toEqual([3000, 12_000, 90_000]);
  });
});

describe("pressure", () => {
  it("doubles with each refusal up to eight and eases off again", () => {
    const refused = [1, 2, 3, 4, 5].reduce((pressure) => pressureAfter(pressure, true), 1);

    expect([refused, pressureAfter(refused, false)]).toEqual([8, 7.2]);
  });
});
