import { describe, expect, it } from "vitest";
import { toDecisionId, toEventId } from "#domain/ids.ts";
import { replay } from "#domain/meeting.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import {
  type Saying,
  closed,
  concluded,
  decidable,
  framed,
  log,
  says,
} from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";

const hash = "0".repeat(64);
const because = { reason: "The vendor is late" };
const ends = (outcome: "rejected" | "deferred" | "withdrawn" | "not-needed"): Saying =>
  says(ada, { kind: "decision-closed", outcome, ...because });
const superseded = {
  kind: "decision-succeeded",
  how: "superseded",
  successor: toDecisionId("decision-2"),
  title: "Forecast by machine",
} as const;

/** A proposal that says everything a proposal may say, put in the place of the plain one. */
const wholeProposal = decidable.map((one): Saying =>
  one.event.kind === "proposal-made"
    ? says(
        ada,
        {
          ...one.event,
          options: { without: "Keep the sheets", others: ["One shared model"], chosen: 1 },
          conditions: ["Planners keep their posts"],
          milestones: [{ what: "Pilot", by: "2027-02-01" }],
          communication: [{ to: "Regions", by: "Sofia" }],
        },
        { id: toEventId("proposal-1") },
      )
    : one,
);
const link = {
  relation: "builds-on",
  to: toDecisionId("decision-0"),
  title: "Buy a tool",
} as const;
const linked = says(ada, { kind: "decision-linked", link });
const decided = [
  ...wholeProposal,
  linked,
  says(ada, { kind: "decision-closed", outcome: "decided" }),
];

/** How each way a decision can stand comes about. */
const stories: Readonly<Record<string, readonly Saying[]>> = {
  draft: framed.slice(0, 2),
  proposed: framed,
  "in-session": concluded,
  decided,
  rejected: [...decidable, ends("rejected")],
  deferred: [...concluded, ends("deferred")],
  withdrawn: [...framed, ends("withdrawn")],
  "not-needed": [...framed.slice(0, 2), ends("not-needed")],
  amended: [...decided, says(ada, { kind: "decision-amended", text: "In June", ...because })],
  superseded: [...closed, says(ada, superseded)],
  reversed: [...closed, says(ada, { ...superseded, how: "reversed" })],
  closed: [
    ...closed,
    says(ada, { kind: "review-held", actual: "7 %", lessons: "Train first", verdict: "close" }),
  ],
};

const row = (status: string): DecisionRow => projectRow(replay(log(...stories[status]!)), hash, 9);

function filled(status: string): readonly string[] {
  return Object.entries(row(status))
    .filter(([, value]) => value !== "" && value !== undefined && value !== 0)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([column]) => column)
    .toSorted();
}

const always = "decision meeting title status rule hash events functionsNeeded";
const framedToo = "context wantedOutcome withoutIt";
const gated = "gateReasons";
const seated = "table decider leadFunction drivers driversPresent functions functionsCovered";
const walked = `${seated} facilitator conclusions goals rights risks`;
const ended = "outcome decidedAtMs";
const counted = "proposal result reviewOn inFavour dissent dissentByName";
const detailed = "options conditions openConditions milestones communication replaces";
const opened = `${always} ${framedToo}`;
const taken = `${opened} ${gated} ${walked} ${ended} ${counted}`;

/** Which columns say something, for every way a decision can stand; all others are empty. */
const columns: Readonly<Record<string, string>> = {
  draft: opened,
  proposed: `${opened} ${gated}`,
  "in-session": `${opened} ${gated} ${walked}`,
  decided: `${taken} ${detailed}`,
  rejected: taken,
  deferred: `${opened} ${gated} ${walked} ${ended}`,
  withdrawn: `${opened} ${gated} ${ended}`,
  "not-needed": `${opened} ${ended}`,
  amended: `${taken} ${detailed} amendments`,
  superseded: `${taken} replacedBy`,
  reversed: `${taken} replacedBy`,
  closed: `${taken.replace(" reviewOn", "")} reviewedAtMs reviewResult lessons`,
};

describe.each(Object.keys(stories))("the row of a decision that is %s", (status) => {
  it("has that status", () => {
    expect(row(status).status).toBe(status);
  });

  it("says something in the columns that there is something to say in, and in no other", () => {
    expect(filled(status)).toEqual(columns[status]!.split(" ").toSorted());
  });

  it("counts the days it took as soon as it has ended", () => {
    const hasEnded = columns[status]!.includes("decidedAtMs");

    expect(row(status).daysToDecide).toBe(hasEnded ? 0 : undefined);
  });
});
