import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { isSameRule, shareOf, withMethod } from "#domain/deciding/counting.ts";
import { Rule, defaultRule } from "#domain/deciding/rule.ts";

const quorum = { kind: "required-drivers" } as const;

describe("a rule as it was written before counting came", () => {
  it("is read as it stands, with nothing filled in: its hash stays", () => {
    const old = { method: "consent", quorum };

    expect(JSON.stringify(v.parse(Rule, old))).toBe(JSON.stringify(old));
  });
});

describe("a rule from the log", () => {
  it.each([
    { method: "acclamation", quorum },
    { method: "majority", quorum, denominator: "everybody" },
    { method: "supermajority", quorum, share: "1/2" },
  ])("is refused where nobody could count by it: %o", (rule) => {
    expect(v.safeParse(Rule, rule).success).toBe(false);
  });
});

describe("choosing another method", () => {
  it("keeps the quorum", () => {
    const four = { kind: "count", drivers: 4 } as const;

    expect(withMethod({ method: "consent", quorum: four }, "unanimity").quorum).toEqual(four);
  });

  it("leaves nothing behind that the method does not know", () => {
    const rule = { method: "supermajority", quorum, denominator: "cast", share: "3/4" } as const;

    expect(withMethod(rule, "majority")).toEqual({
      method: "majority",
      quorum,
      denominator: "for+against",
    });
    expect(withMethod(rule, "consent")).toEqual({ method: "consent", quorum });
  });

  it("asks two thirds of a supermajority at first", () => {
    expect(withMethod(defaultRule, "supermajority").share).toBe("2/3");
    expect(shareOf({ method: "supermajority", quorum })).toBe("2/3");
    expect(shareOf({ method: "majority", quorum, share: "3/4" })).toBeUndefined();
  });
});

describe("two rules", () => {
  it("are the same where one leaves unsaid what the other says", () => {
    const said = { method: "majority", quorum, denominator: "for+against" } as const;

    expect(isSameRule({ method: "majority", quorum }, said)).toBe(true);
  });

  it.each([
    { method: "unanimity", quorum },
    { method: "majority", quorum, denominator: "cast" },
    { method: "majority", quorum: { kind: "count", drivers: 2 } },
  ] as const)("differ where they would decide differently: %o", (other) => {
    expect(isSameRule({ method: "majority", quorum }, other)).toBe(false);
  });
});
