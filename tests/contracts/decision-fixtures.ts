import * as v from "valibot";
import { DecisionId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";

const personId = (last: string) => v.parse(PersonId, `10000000-0000-4000-8000-0000000000${last}`);

/** A decision just opened. */
export function openRow(id: string, more: Partial<DecisionRow> = {}): DecisionRow {
  return {
    decision: v.parse(DecisionId, id),
    meeting: v.parse(MeetingKey, "19:meeting_forecasting@thread.v2"),
    title: "Redesign sales forecasting",
    status: "draft",
    outcome: "",
    proposal: "",
    context: "",
    wantedOutcome: "",
    withoutIt: "",
    rule: "",
    result: "",
    driversPresent: 0,
    drivers: 0,
    functionsCovered: 0,
    functionsNeeded: 0,
    dissent: 0,
    table: "",
    dissentByName: "",
    conclusions: "",
    goals: "",
    risks: "",
    rights: "",
    options: "",
    conditions: "",
    milestones: "",
    communication: "",
    functions: [],
    hash: "",
    events: 0,
    ...more,
  };
}

/** The same decision as it closed, every column filled. */
export function closedRow(id: string): DecisionRow {
  return openRow(id, {
    status: "decided",
    outcome: "Pilot the new forecast in two regions.",
    proposal: "Pilot it in two regions until June.",
    context: "The forecast misses by 14 %.",
    wantedOutcome: "Within 5 % by the end of the year.",
    withoutIt: "Sales keeps its own spreadsheets.",
    rule: "The decider decides after hearing the stances.",
    result: "Passed: 4 agree, 1 disagrees and commits.",
    decider: { id: personId("01"), name: "Sofia Brandt" },
    facilitator: { id: personId("02"), name: "Kwame Mensah" },
    driversPresent: 5,
    drivers: 5,
    functionsCovered: 4,
    functionsNeeded: 4,
    dissent: 1,
    table: "Sales: Sofia Brandt, decider\nIT: Kwame Mensah",
    dissentByName: "Inés Navarro disagrees and commits: too early for HR.",
    conclusions: "1. Strategic.\n2. Forecast within 5 %.",
    goals: "Forecast error: 14 % to 5 % by 2026-12-31",
    risks: "Privacy: who sees pipeline notes",
    rights: "Sales Operations decides the model up to 50,000.",
    options: "0 Reach the goal without this\n1 Pilot it in two regions (proposed)",
    conditions: "The planners keep their posts.\nLegal has seen the contract.",
    milestones: "Pilot in two regions by 2027-01-31 (Kwame Mensah)",
    communication: "Regional managers: told by Sofia Brandt",
    functions: ["Sales", "IT", "Finance", "Research & <Development>"],
    decidedAtMs: Date.UTC(2026, 10, 23, 15, 12, 30),
    reviewOn: "2027-03-01",
    hash: "0f".repeat(32),
    events: 87,
  });
}
