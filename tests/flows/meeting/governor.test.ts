import { describe, expect, it } from "vitest";
import { type Asking, nextAskInMs, pressureAfter, tryAgainInMs } from "#flows/meeting/governor.ts";

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
  it.each([
    [3, 1000],
    [7, 1700],
    [12, 2900],
  ])("by %i people at a round table takes about %i ms without push", (audience, ms) => {
    const waitMs = nextAskInMs({ ...calm, audience });

    expect(Math.abs(waitMs - ms)).toBeLessThan(50);
  });

  it.each([5, 8, 12])(
    "leaves budget for three more tables of %i people without push",
    (audience) => {
      const perMinute = 60_000 / nextAskInMs({ ...calm, audience });

      expect(audience * perMinute).toBeLessThan(1250 / 4);
    },
  );

  it("is left to push, with a look now and then in case word was lost", () => {
    expect(nextAskInMs({ ...calm, isPushed: true })).toBeGreaterThan(60_000);
  });

  it("looks seldom, but does look, where only steps are heard of", () => {
    const waitMs = nextAskInMs({ ...calm, audience: 300, hearsFirst: false, isPushed: true });

    expect([waitMs > 90_000, waitMs < 180_000]).toEqual([true, true]);
  });

  it("follows word at once when the last ask was a while ago", () => {
    const asking = { ...calm, isPushed: true, hasNews: true, sinceLastAskMs: 5000 };

    expect(nextAskInMs(asking)).toBeLessThan(250);
  });

  it("is sooner the fewer share the budget", () => {
    const busy = { ...calm, isPushed: true, hasNews: true };
    const waits = [3, 12].map((audience) => nextAskInMs({ ...busy, audience, chance: 1 }));

    expect(waits).toEqual([288, 1152]);
  });

  it("lets drivers of a large meeting hear within six seconds without push", () => {
    expect(nextAskInMs({ ...calm, audience: 300, chance: 1 })).toBeLessThanOrEqual(4500);
  });

  it("spreads three hundred stakeholders over three seconds after word of a step", () => {
    const heard = { ...calm, audience: 300, hearsFirst: false, isPushed: true, hasNews: true };
    const waits = [0, 0.5, 0.95].map((chance) =>
      nextAskInMs({ ...heard, chance, sinceLastAskMs: 60_000 }),
    );

    expect(waits).toEqual([0, 1500, 2850]);
  });

  it("lets steps in quick succession share one ask in a large meeting", () => {
    const heard = { ...calm, audience: 300, hearsFirst: false, isPushed: true, hasNews: true };

    expect(nextAskInMs({ ...heard, chance: 0, sinceLastAskMs: 4000 })).toBe(8000);
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

describe("however many people there are and however often they were refused", () => {
  it("a client looks again within ten minutes", () => {
    const hidden = { ...calm, audience: 5000, hearsFirst: false, isHidden: true };

    expect(nextAskInMs({ ...hidden, pressure: 16, chance: 1 })).toBeLessThanOrEqual(600_000);
  });
});

describe("trying again", () => {
  it("waits at least as long as SharePoint asked", () => {
    expect(tryAgainInMs({ failures: 1, chance: 0, retryAfterSeconds: 20 })).toBe(20_000);
  });

  it("comes back over a longer time the more often it was asked to wait", () => {
    const latest = [1, 3, 6].map((failures) =>
      tryAgainInMs({ failures, chance: 1, retryAfterSeconds: 20 }),
    );

    expect(latest).toEqual([35_000, 80_000, 140_000]);
  });

  it("waits longer each time, a minute and a half at most", () => {
    const waits = [1, 3, 20].map((failures) => tryAgainInMs({ failures, chance: 1 }));

    expect(waits).toEqual([3000, 12_000, 90_000]);
  });
});

describe("pressure", () => {
  /** The pressure after so many refusals on end. */
  const after = (refusals: number) =>
    Array.from({ length: refusals }).reduce<number>((pressure) => pressureAfter(pressure, true), 1);

  it("forgives one refusal within a few asks", () => {
    const asks = Array.from({ length: 15 });
    const eased = asks.reduce<number>((pressure) => pressureAfter(pressure, false), after(1));

    expect([after(1), eased].map((one) => one.toFixed(1))).toEqual(["1.3", "1.0"]);
  });

  it("rises steeply with refusals on end, to sixteen at most", () => {
    expect([after(2), after(4), after(9)].map(Math.round)).toEqual([2, 13, 16]);
  });

  it("never falls below one", () => {
    expect(pressureAfter(1, false)).toBe(1);
  });
});
