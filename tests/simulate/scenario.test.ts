import { describe, expect, it } from "vitest";
import { type Outcome, simulate } from "../../simulate/scenario.ts";

const fifty = { attendees: 50, meetings: 1, isPushUp: true, unitsPerMinute: 1250 };

const usual = simulate(fifty);

/** What an outcome says, without what it was asked and the bins it was counted in. */
function figures({ sightings, ...outcome }: Outcome) {
  const quantiles = Object.values(sightings).flatMap(({ known, shown, late, step }) =>
    [known, shown, late, step].flatMap((of) => [of.count, of.quantile(0.5), of.quantile(0.95)]),
  );
  return { ...outcome, scenario: undefined, quantiles };
}

describe("fifty people in the smallest tenant", () => {
  it("are never asked to wait, and use less than half of its budget", async () => {
    const outcome = await usual;

    expect([outcome.refusedJoining, outcome.refusedAfter]).toEqual([0, 0]);
    expect(outcome.unitsAtPeak).toBeLessThanOrEqual(625);
  });

  it("all see what they may see within three seconds", async () => {
    const { sightings, answersGiven, answersMeant } = await usual;
    const p95 = [
      sightings.driver.known,
      sightings.driver.shown,
      sightings.driver.step,
      sightings.stakeholder.shown,
      sightings.stakeholder.step,
    ].map((of) => of.quantile(0.95));

    expect(answersGiven).toBe(answersMeant);
    expect(Math.max(...p95)).toBeLessThanOrEqual(3000);
  });

  it("cost several times as much when every row is told to everybody", async () => {
    const [steps, rows] = [await usual, await simulate({ ...fifty, hasStepPush: false })];

    expect(rows.unitsAtWork).toBeGreaterThan(steps.unitsAtWork * 2);
  });

  it("give the same figures with the whole product as without its fold", async () => {
    const [lean, whole] = [await usual, await simulate({ ...fifty, isWhole: true })];

    expect(figures(whole)).toEqual(figures(lean));
  });

  it("give the same figures again", async () => {
    expect(figures(await simulate(fifty))).toEqual(figures(await usual));
  });
});

describe("more people than a budget carries", () => {
  it("are seen to be too many", async () => {
    const outcome = await simulate({ ...fifty, meetings: 20, unitsPerMinute: 500 });

    expect(outcome.isOverloaded).toBe(true);
  });
});
