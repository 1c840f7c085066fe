import { describe, expect, it } from "vitest";
import { measureOf, neededOf } from "#domain/deciding/measure.ts";
import { hearingMs } from "#domain/deciding/methods.ts";
import { denominatorOf, withMethod } from "#domain/deciding/counting.ts";
import { type Rule, defaultRule } from "#domain/deciding/rule.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import { asTable, driver, person, presence, seatId } from "../table-fixtures.ts";
import {
  type Said,
  consentRule,
  proposal,
  proposedAtMs,
  round,
  said,
  says,
} from "./round-fixtures.ts";

const quorum = { kind: "count", drivers: 1 } as const;
const names = ["Ada", "Ben", "Chloe", "Dana", "Emil", "Farah"];
const people = names.map((name) => person(name));
const seats = people.map((one, at) =>
  driver(`Function ${at}`, { person: one, duty: at === 0 ? "decider" : "member" }),
);

/** The first so many drivers say this, in their order; the next nothing. */
function take(...what: readonly (keyof typeof says)[]): readonly Said[] {
  return what.map((stance, at) => said(seats[at]!, people[at]!, says[stance]));
}

/** Six drivers entitled; counted after the minute everybody has. */
function counted(
  rule: Omit<Rule, "quorum">,
  what: readonly (keyof typeof says)[],
  { here = 6, afterMs = hearingMs } = {},
): Tally {
  return tally({
    proposal: proposal({ quorum, ...rule }, take(...what)),
    seats: asTable(...seats),
    presence: presence(...people.slice(0, here)),
    atMs: proposedAtMs + afterMs,
  });
}

// Six entitled; five here; four speak; three take a side: two for it, one against, one abstains.
const mixed = ["agree", "reservation", "object", "abstain"] as const;

describe("what a share is counted over", () => {
  it.each([
    ["entitled", 6, 4],
    ["present", 5, 3],
    ["cast", 4, 3],
    ["for+against", 3, 2],
  ] as const)("is, of %s drivers, %i, of whom a majority is %i", (denominator, total, needed) => {
    expect(counted({ method: "majority", denominator }, mixed, { here: 5 }).measure).toEqual({
      denominator,
      inFavour: 2,
      against: 1,
      total,
      needed,
    });
  });

  it.each([
    ["majority", "for+against"],
    ["supermajority", "for+against"],
    ["unanimity", "present"],
  ] as const)("for %s is %s where the rule does not say", (method, denominator) => {
    expect(denominatorOf({ method, quorum })).toBe(denominator);
    expect(withMethod(defaultRule, method).denominator).toBe(denominator);
  });

  it("is nothing where one person decides, or nobody is counted", () => {
    const { measure, ...count } = counted({ method: "majority" }, mixed);

    expect(measure).toBeDefined();
    expect(measureOf(defaultRule, count)).toBeUndefined();
    expect(measureOf(consentRule, count)).toBeUndefined();
  });

  it("leaves the recused out, whatever it is", () => {
    const what = ["agree", "agree", "object", "recused", "recused", "agree"] as const;

    for (const denominator of ["entitled", "present", "cast", "for+against"] as const) {
      expect(counted({ method: "majority", denominator }, what).measure?.total).toBe(4);
    }
  });

  it("takes who disagrees and commits for being against", () => {
    const what = ["agree", "commit", "commit"] as const;

    expect(counted({ method: "majority" }, what, { here: 3 })).toMatchObject({
      state: "failed",
      why: "too-few-in-favour",
      measure: { inFavour: 1, against: 2 },
    });
  });
});

describe("how many it takes", () => {
  it.each([
    ["majority", undefined, [1, 1, 2, 2, 3, 3, 4, 4]],
    ["supermajority", "2/3", [1, 1, 2, 2, 3, 4, 4, 5]],
    ["supermajority", "3/4", [1, 1, 2, 3, 3, 4, 5, 6]],
    ["unanimity", undefined, [1, 1, 2, 3, 4, 5, 6, 7]],
  ] as const)("by %s %s, of 0 to 7, never nobody", (method, share, needed) => {
    const rule: Rule = { method, quorum, ...(share && { share }) };

    expect(needed.map((_, total) => neededOf(rule, total))).toEqual(needed);
  });

  it("by a supermajority that does not say is two thirds", () => {
    expect(neededOf({ method: "supermajority", quorum }, 7)).toBe(5);
  });
});

// Two for it of six, five, four and three: what is enough depends on whom it is counted over.
describe.each([
  ["majority", {}, { entitled: false, present: false, cast: false, "for+against": true }],
  [
    "supermajority",
    { share: "2/3" },
    { entitled: false, present: false, cast: false, "for+against": true },
  ],
  [
    "supermajority",
    { share: "3/4" },
    { entitled: false, present: false, cast: false, "for+against": false },
  ],
  ["unanimity", {}, { entitled: false, present: false, cast: false, "for+against": false }],
] as const)("two for it and one against, by %s %o", (method, share, passes) => {
  it.each(Object.entries(passes))("of %s: passes %s", (name, isPassed) => {
    const denominator = name as keyof typeof passes;

    expect(counted({ method, denominator, ...share }, mixed, { here: 5 }).state).toBe(
      isPassed ? "passed" : "failed",
    );
  });
});

describe.each([
  // Four for it, one abstains, one silent, all here.
  ["majority", {}, { entitled: true, present: true, cast: true, "for+against": true }],
  [
    "supermajority",
    { share: "2/3" },
    { entitled: true, present: true, cast: true, "for+against": true },
  ],
  [
    "supermajority",
    { share: "3/4" },
    { entitled: false, present: false, cast: true, "for+against": true },
  ],
  ["unanimity", {}, { entitled: false, present: false, cast: false, "for+against": true }],
] as const)("four for it, one abstains, one says nothing, by %s %o", (method, share, passes) => {
  const what = ["agree", "agree", "agree", "reservation", "abstain"] as const;

  it.each(Object.entries(passes))("of %s: passes %s", (name, isPassed) => {
    const denominator = name as keyof typeof passes;

    expect(counted({ method, denominator, ...share }, what).state).toBe(
      isPassed ? "passed" : "failed",
    );
  });
});

describe("a tie", () => {
  it("fails, and is called one", () => {
    expect(counted({ method: "majority" }, ["agree", "agree", "object", "commit"])).toMatchObject({
      state: "failed",
      why: "tie",
    });
  });

  it("is not what half for it and an abstention are", () => {
    const what = ["agree", "agree", "object", "abstain"] as const;

    expect(counted({ method: "majority", denominator: "cast" }, what)).toMatchObject({
      state: "failed",
      why: "too-few-in-favour",
    });
  });

  it("is not what all abstaining is: nobody wants it", () => {
    const what = names.map(() => "abstain" as const);

    expect(counted({ method: "majority" }, what)).toMatchObject({ why: "too-few-in-favour" });
    expect(counted({ method: "unanimity", denominator: "for+against" }, what).state).toBe("failed");
  });
});

describe("silence under a counting method", () => {
  const what = ["agree", "agree", "agree", "agree", "agree"] as const;

  it("holds it open for a minute", () => {
    expect(counted({ method: "majority" }, what, { afterMs: hearingMs - 1 })).toMatchObject({
      state: "open",
      why: "stances-missing",
    });
  });

  it("is passed over after a minute", () => {
    expect(counted({ method: "majority" }, what).state).toBe("passed");
  });

  it("is not passed over where no time is said", () => {
    const { state } = round({
      seats,
      present: people,
      stances: take(...what),
      rule: { method: "majority", quorum },
    });

    expect(state).toBe("open");
  });

  it("does not hold up what all present have spoken to", () => {
    const when = { here: 5, afterMs: 1000 };

    expect(counted({ method: "majority" }, what, when).state).toBe("passed");
  });

  it("is no agreement: unanimity of those present fails on it", () => {
    expect(counted({ method: "unanimity" }, what)).toMatchObject({
      state: "failed",
      why: "too-few-in-favour",
    });
  });
});

describe("a counting method", () => {
  it("is open without a quorum, however many are for it", () => {
    const rule = { method: "majority", quorum: { kind: "count", drivers: 6 } } as const;
    const stances = take("agree", "agree", "agree");

    expect(round({ seats, present: people.slice(0, 3), stances, rule })).toMatchObject({
      state: "open",
      why: "quorum-unmet",
    });
  });

  it.each(["majority", "supermajority", "unanimity"] as const)(
    "is stopped by a sign-off: %s",
    (method) => {
      const legal = driver("Legal", { person: person("Greta"), signsOff: "privacy" });
      const all = [...take(...names.map(() => "agree" as const))];
      const objection = said(legal, person("Greta"), says.object);

      expect(
        round({
          seats: [...seats, legal],
          present: [...people, person("Greta")],
          stances: [...all, objection],
          rule: { method, quorum, denominator: "cast" },
        }),
      ).toMatchObject({ state: "failed", why: "sign-off-objects", blockedBy: [seatId("Legal")] });
    },
  );

  it("waits for a sign-off that has said nothing", () => {
    const legal = driver("Legal", { person: person("Greta"), signsOff: "privacy" });
    const stances = take(...names.map(() => "agree" as const));

    expect(
      tally({
        proposal: proposal({ method: "majority", quorum }, stances),
        seats: asTable(...seats, legal),
        presence: presence(...people),
        atMs: proposedAtMs + hearingMs,
      }),
    ).toMatchObject({ state: "open", why: "sign-off-missing" });
  });

  it("hears the decider like anybody: their word alone decides nothing", () => {
    const ruling = { accepted: true, by: people[0]! };
    const stances = take("agree", "object", "object");
    const present = people.slice(0, 3);
    const rule = { method: "majority", quorum } as const;

    expect(round({ seats, present, stances, rule, ruling }).state).toBe("failed");
  });
});
