import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DecisionEvent } from "#domain/log/event.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import {
  type ProposalDraft,
  draftFrom,
  firstDraft,
} from "#surfaces/walk/proposing/proposal-draft.ts";
import { proposalOf } from "#surfaces/walk/proposing/proposal-of.ts";
import * as v from "valibot";

const first = firstDraft(undefined, defaultRule, "Wait");
const nothing = { goals: [], rights: [] };
const draft = (change: Partial<ProposalDraft>): ProposalDraft => ({
  ...first,
  text: "Do it.",
  ...change,
});

function problemsOf(change: Partial<ProposalDraft>): Readonly<Record<string, string>> {
  return Object.fromEntries(proposalOf(draft(change), nothing).problems ?? []);
}

const anyLine = fc.record({ text: fc.string(), what: fc.string(), by: fc.constant("2027-01-01") });
const anyKept = fc.oneof(
  fc.jsonValue(),
  fc.record({
    text: fc.oneof(fc.string({ minLength: 1 }), fc.integer()),
    rule: fc.oneof(fc.jsonValue(), fc.constant({ method: "majority", quorum: {} })),
    reviewOn: fc.constant("2027-01-01"),
    chosen: fc.constantFrom("0", "1", "9"),
    others: fc.oneof(fc.jsonValue(), fc.array(anyLine, { maxLength: 3 })),
    milestones: fc.array(anyLine, { maxLength: 3 }),
    goals: fc.oneof(fc.jsonValue(), fc.array(fc.string())),
  }),
);

describe("a draft kept in this browser", () => {
  it("comes back as it was left", () => {
    const left = draft({
      rule: { method: "majority", quorum: defaultRule.quorum, denominator: "cast" },
      conditions: [{ text: "Legal agrees" }],
      milestones: [{ what: "Pilot", by: "", owner: "" }],
      goals: ["A to B"],
    });

    expect(draftFrom(JSON.stringify(left), first)).toEqual(left);
  });

  it("is the sentence alone where only that was kept", () => {
    expect(draftFrom("Do it.", first)).toEqual({ ...first, text: "Do it." });
  });

  it("is as at first where there is none", () => {
    expect(draftFrom("", first)).toEqual(first);
  });

  it("is one that can be read, whatever stands there", () => {
    fc.assert(
      fc.property(anyKept, (value) => {
        const read = draftFrom(JSON.stringify(value), first);
        const { event, problems } = proposalOf(read, nothing);

        expect((event === undefined) !== (problems === undefined)).toBe(true);
        expect(event === undefined || v.is(DecisionEvent, event)).toBe(true);
      }),
    );
  });
});

describe("a draft that is proposed", () => {
  it("names each thing that is missing, by its field", () => {
    expect(
      problemsOf({
        text: " ",
        milestones: [
          { what: "", by: "", owner: "" },
          { what: "", by: "2027-01-01", owner: "" },
          { what: "Pilot", by: "", owner: "Ada" },
        ],
        communication: [{ to: "All", by: "" }],
      }),
    ).toEqual({
      text: "Write what would be done.",
      "milestones/1/what": "Say what is done by then.",
      "milestones/2/by": "Choose a day.",
      "communication/0/by": "Say who tells them.",
    });
  });

  it("names each thing that is too long", () => {
    const long = "x".repeat(501);
    const problems = problemsOf({
      text: long,
      without: long,
      others: [{ text: long }],
      conditions: [{ text: long }],
    });

    expect(Object.keys(problems)).toEqual([
      "text",
      "others/0/text",
      "conditions/0/text",
      "without",
    ]);
  });

  it("takes each goal chosen from the answers once, and six at most", () => {
    const said = Array.from({ length: 7 }, (_, at) => ({
      what: { metric: `M${at}`, target: "1" },
      line: `M${at} to 1`,
      by: [],
    }));
    const choose = (goals: readonly string[]) =>
      proposalOf(draft({ goals }), { goals: said, rights: [] });

    expect(choose(["M3 to 1", "gone"]).event?.goals).toEqual([{ metric: "M3", target: "1" }]);
    expect(choose(said.map(({ line }) => line)).problems?.get("goals")).toBe("Choose 6 at most.");
  });

  it("proposes the last option where the one chosen is gone", () => {
    const { event } = proposalOf(draft({ others: [{ text: "Buy" }], chosen: "3" }), nothing);

    expect(event?.options).toEqual({ without: "Wait", others: ["Buy"], chosen: 1 });
  });

  it("is an event the log takes", () => {
    const { event } = proposalOf(
      draft({
        reviewOn: "2027-06-01",
        others: [{ text: "Buy" }],
        conditions: [{ text: "Legal agrees" }],
        milestones: [{ what: "Pilot", by: "2027-01-01", owner: "" }],
        communication: [{ to: "All", by: "Ada" }],
      }),
      nothing,
    );

    expect(v.parse(DecisionEvent, event)).toEqual(event);
  });
});
