import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { concluded, log, proposed, says, stance } from "../meeting-fixtures.ts";
import { ada, ben } from "../table-fixtures.ts";

const rule = { method: "consent", quorum: { kind: "required-drivers" } } as const;
const plain = { kind: "proposal-made", text: "Do it.", rule } as const;

const isRead = (details: object) => v.safeParse(DecisionEvent, { ...plain, ...details }).success;

const full: Required<ProposalDetails> = {
  options: { without: "Wait", others: ["Buy", "Build"], chosen: 1 },
  conditions: ["Legal agrees"],
  milestones: [{ what: "Pilot", by: "2027-02-01" }],
  goals: [{ metric: "Error", target: "9" }],
  rights: [{ what: "vendors", who: "Ben" }],
  communication: [{ to: "Everybody", by: "Ada" }],
};

function times<T>(count: number, one: T): readonly T[] {
  return Array.from({ length: count }, () => one);
}

describe("a proposal", () => {
  it("as it was written before there were details is read as it stands", () => {
    expect(JSON.stringify(v.parse(DecisionEvent, plain))).toBe(JSON.stringify(plain));
  });

  it("keeps all it says", () => {
    const { proposal } = replay(log(...concluded, says(ada, { ...plain, ...full })));

    expect(proposal).toMatchObject(full);
  });

  it.each([
    ["an option that is not there", { options: { without: "", others: ["Buy"], chosen: 2 } }],
    ["nothing but doing without", { options: { without: "", others: [], chosen: 0 } }],
    ["half an option", { options: { without: "", others: ["Buy"], chosen: 0.5 } }],
    ["a milestone without a day", { milestones: [{ what: "Pilot" }] }],
    ["a milestone on no day", { milestones: [{ what: "Pilot", by: "soon" }] }],
    ["an empty condition", { conditions: [" "] }],
    ["a condition too long", { conditions: ["x".repeat(281)] }],
    ["lists of nothing", { conditions: [] }],
    ["nobody to tell it", { communication: [{ to: "Everybody", by: "" }] }],
    ["more goals than anybody keeps", { goals: times(7, { metric: "a", target: "b" }) }],
  ])("is not read with %s", (_, details) => {
    expect(isRead(details)).toBe(false);
  });

  it("fits in a row however much it says", () => {
    const name = "n".repeat(120);
    const most = {
      text: "t".repeat(500),
      options: { without: "w".repeat(500), others: times(5, "o".repeat(200)), chosen: 5 },
      conditions: times(6, "c".repeat(280)),
      milestones: times(10, { what: "m".repeat(140), by: "2027-02-01", owner: name }),
      goals: times(6, {
        metric: name,
        unit: "u".repeat(20),
        baseline: "b".repeat(40),
        target: "t".repeat(40),
        date: "2027-02-01",
        owner: name,
      }),
      rights: times(8, { what: "r".repeat(140), who: name, limit: name, escalateTo: name }),
      communication: times(6, { to: name, by: name }),
    };

    expect(isRead(most)).toBe(true);
    expect(JSON.stringify({ ...plain, ...most }).length).toBeLessThan(20_000);
  });
});

describe("a proposal after stances on another", () => {
  const again = (change: object = {}): Meeting["proposal"] =>
    replay(
      log(
        ...proposed("consent"),
        stance(ada, "Sales", { stance: "agree" }),
        stance(ben, "IT", { stance: "agree" }),
        says(ada, { ...plain, ...change }),
      ),
    ).proposal;

  it("says how many of them count no more", () => {
    expect(again()).toMatchObject({ voided: { stances: 2, isRuleChanged: false } });
    expect(again()?.stances.size).toBe(0);
  });

  it("says that the rule has changed", () => {
    expect(again({ rule: { ...rule, method: "majority" } })?.voided?.isRuleChanged).toBe(true);
  });

  it("says nothing of it where there were none", () => {
    const { proposal } = replay(log(...proposed(), says(ada, plain)));

    expect(proposal?.voided).toBeUndefined();
  });
});
