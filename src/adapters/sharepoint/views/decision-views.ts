import type { Status } from "#domain/decision/status.ts";
import { rowsByReview, rowsByStanding } from "#adapters/sharepoint/formatting/rows.ts";
import type { Condition } from "./caml.ts";
import type { View } from "./view.ts";

const open: readonly Status[] = ["draft", "proposed", "in-session", "deferred"];
const standing: readonly Status[] = ["decided", "amended"];

const withStatus = (...choices: readonly Status[]): Condition => ({
  op: "In",
  column: "Status",
  choices,
});
const moreThan = (column: string, is: number): Condition => ({
  op: "Gt",
  column,
  to: { kind: "number", is },
});
const before = (column: string, plusDays: number): Condition => ({
  op: "Leq",
  column,
  to: { kind: "today", plusDays },
});
const both = (...all: readonly [Condition, ...Condition[]]): Condition => ({ op: "And", all });
const either = (...all: readonly [Condition, ...Condition[]]): Condition => ({ op: "Or", all });

/** The stances as numbers stand side by side: the bar of the first is drawn from all three. */
const stances = ["InFavour", "Dissent", "Abstained"] as const;

/** Every decision, as people see it first. Unfiltered and unsorted for whoever reads through it. */
const all: View = {
  name: "All decisions",
  about: "Every decision, whatever became of it.",
  isDefault: true,
  columns: [
    "LinkTitle",
    "Status",
    "Outcome",
    "LeadFunction",
    "Decider",
    "DecidedOn",
    ...stances,
    "ReviewOn",
    "ReviewedOn",
  ],
  query: {},
  rows: rowsByStanding,
};

const mine: View = {
  name: "Needs my decision",
  about: "Not decided yet, and you are the decider.",
  columns: ["LinkTitle", "Status", "Context", "WantedOutcome", "Decider", "LeadFunction"],
  query: {
    where: both(withStatus(...open), { op: "Eq", column: "Decider", to: { kind: "me" } }),
    orderBy: [{ column: "ID", descending: true }],
  },
};

const lately: View = {
  name: "Decided lately",
  about: "Decided or rejected in the last 30 days.",
  columns: ["LinkTitle", "Status", "Outcome", "Decider", "DecidedOn", ...stances, "LeadFunction"],
  query: {
    where: both(
      { op: "Geq", column: "DecidedOn", to: { kind: "today", plusDays: -30 } },
      withStatus("decided", "amended", "rejected", "superseded", "reversed", "closed"),
    ),
    orderBy: [{ column: "DecidedOn", descending: true }],
  },
};

const reviewsDue: View = {
  name: "Reviews due",
  about: "To be reviewed within 14 days, or overdue.",
  columns: ["LinkTitle", "Status", "Outcome", "Goals", "ReviewOn", "ReviewedOn", "Decider"],
  query: {
    // A review sets the next day or takes the day away, so a day that is there is still to come.
    where: both(before("ReviewOn", 14), withStatus(...standing)),
    orderBy: [{ column: "ReviewOn" }],
  },
  rows: rowsByReview,
};

const objections: View = {
  name: "Open objections and conditions",
  about: "In force, with conditions not met yet or drivers who dissented.",
  columns: [
    "LinkTitle",
    "Status",
    "OpenConditions",
    "Conditions",
    ...stances,
    "DissentByName",
    "ReviewOn",
    "ReviewedOn",
  ],
  query: {
    where: both(
      withStatus(...standing),
      either(moreThan("OpenConditions", 0), moreThan("Dissent", 0)),
    ),
    orderBy: [{ column: "DecidedOn", descending: true }],
  },
};

const notNeeded: View = {
  name: "Gate: not needed",
  about: "Left with one function, and why no group was needed.",
  columns: ["LinkTitle", "Status", "LeadFunction", "GateReasons", "Outcome", "DecidedOn"],
  query: {
    where: withStatus("not-needed"),
    orderBy: [{ column: "DecidedOn", descending: true }],
  },
};

const replaced: View = {
  name: "Superseded and reversed",
  about: "No longer in force, and what stands instead.",
  columns: ["LinkTitle", "Status", "ReplacedBy", "Replaces", "DecidedOn", "Lessons"],
  query: {
    where: withStatus("superseded", "reversed"),
    orderBy: [{ column: "DecidedOn", descending: true }],
  },
};

const byFunction: View = {
  name: "By function",
  about: "Every decision under the function that leads it.",
  columns: ["LinkTitle", "Status", "Outcome", "Decider", "DecidedOn", "ReviewOn", "ReviewedOn"],
  query: {
    groupBy: "LeadFunction",
    orderBy: [{ column: "DecidedOn", descending: true }],
  },
};

const deferred: View = {
  name: "Deferred",
  about: "Put off, waiting to be taken up again.",
  columns: ["LinkTitle", "Status", "Outcome", "LeadFunction", "Decider", "DecidedOn"],
  query: {
    where: withStatus("deferred"),
    orderBy: [{ column: "DecidedOn" }],
  },
};

const slow: View = {
  name: "Slow (> 30 days)",
  about: "Took more than 30 days to decide, or is still open after 30.",
  columns: ["LinkTitle", "Status", "DaysToDecide", "Created", "LeadFunction", "Decider"],
  query: {
    where: either(moreThan("DaysToDecide", 30), both(withStatus(...open), before("Created", -30))),
    orderBy: [{ column: "DaysToDecide", descending: true }],
  },
};

/** The views of *Decisions*, in the order they are offered: the default one first. */
export const decisionViews: readonly View[] = [
  all,
  mine,
  lately,
  reviewsDue,
  objections,
  notNeeded,
  replaced,
  byFunction,
  deferred,
  slow,
];
