import * as v from "valibot";
import type { Status } from "#domain/decision/status.ts";
import { DecisionId, MeetingKey, type PersonId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { asNote } from "#domain/record/note.ts";
import { Person } from "#domain/table/person.ts";
import { fromDay, toDay } from "./calendar-day.ts";
import { schemas } from "./schema.ts";

/** The lookup id SharePoint knows a person by in this site, where the log has told it. */
export type LookupIds = (person: PersonId) => string | undefined;

/** Values by column, in Graph's words. Null empties a column. */
export type Fields = Readonly<Record<string, string | number | readonly string[] | null>>;

/** The columns of the Decisions list that a row is read from. */
export const decisionColumns: readonly string[] = [
  "Title",
  ...schemas.Decisions.columns.filter(({ kind }) => kind !== "person").map(({ name }) => name),
];

/** A decision as the list keeps it. Person columns are filled where the lookup id is known. */
export function toRow(row: DecisionRow, lookupIds: LookupIds): Fields {
  return {
    Title: row.title,
    DecisionKey: row.decision,
    MeetingKey: row.meeting,
    Status: row.status,
    // Only a running meeting is at one; what is written here is before it, or after.
    Moment: null,
    Outcome: note(row.outcome),
    Proposal: note(row.proposal),
    Context: note(row.context),
    WantedOutcome: note(row.wantedOutcome),
    WithoutIt: note(row.withoutIt),
    DecisionRule: note(row.rule),
    Result: note(row.result),
    ...personFields("Decider", row.decider, lookupIds),
    ...personFields("Facilitator", row.facilitator, lookupIds),
    DriversPresent: row.driversPresent,
    Drivers: row.drivers,
    FunctionsCovered: row.functionsCovered,
    FunctionsNeeded: row.functionsNeeded,
    Dissent: row.dissent,
    TableSeats: note(row.table),
    DissentByName: note(row.dissentByName),
    Conclusions: note(row.conclusions),
    Goals: note(row.goals),
    Risks: note(row.risks),
    DecisionRights: note(row.rights),
    Options: note(row.options),
    Conditions: note(row.conditions),
    Milestones: note(row.milestones),
    Communication: note(row.communication),
    GateReasons: note(row.gateReasons),
    LeadFunction: row.leadFunction || null,
    InFavour: row.inFavour,
    Abstained: row.abstained,
    OpenConditions: row.openConditions,
    DaysToDecide: row.daysToDecide ?? null,
    History: note(row.history),
    Amendments: note(row.amendments),
    Replaces: note(row.replaces),
    ReplacedBy: note(row.replacedBy),
    ReviewedOn: row.reviewedAtMs === undefined ? null : new Date(row.reviewedAtMs).toISOString(),
    ReviewResult: note(row.reviewResult),
    Lessons: note(row.lessons),
    "Functions@odata.type": "Collection(Edm.String)",
    Functions: row.functions,
    DecidedOn: row.decidedAtMs === undefined ? null : new Date(row.decidedAtMs).toISOString(),
    ReviewOn: row.reviewOn === undefined ? null : fromDay(row.reviewOn),
    RecordHash: row.hash || null,
    EventCount: row.events,
  };
}

/** Only what is filled: a create leaves empty columns out. */
export function filledOnly(fields: Fields): Fields {
  const isFilled = ([, value]: readonly [string, unknown]) =>
    value !== null && !(Array.isArray(value) && value.length === 0);
  const filled = Object.fromEntries(Object.entries(fields).filter(isFilled));
  if (!("Functions" in filled)) delete filled["Functions@odata.type"];
  return filled;
}

const statuses = schemas.Decisions.columns.find(({ name }) => name === "Status")?.choices ?? [];
const Words = v.optional(v.string(), "");
const Count = v.optional(v.pipe(v.number(), v.minValue(0)), 0);

// Tolerant where a person may have tidied up by hand, strict where a row would not be ours.
const KeptFields = v.object({
  Title: v.optional(v.string(), "Untitled decision"),
  DecisionKey: DecisionId,
  MeetingKey: v.optional(v.fallback(v.union([MeetingKey, v.literal("")]), ""), ""),
  Status: v.custom<Status>((value) => typeof value === "string" && statuses.includes(value)),
  Outcome: Words,
  Proposal: Words,
  Context: Words,
  WantedOutcome: Words,
  WithoutIt: Words,
  DecisionRule: Words,
  Result: Words,
  DeciderName: Words,
  DeciderEntra: Words,
  FacilitatorName: Words,
  FacilitatorEntra: Words,
  DriversPresent: Count,
  Drivers: Count,
  FunctionsCovered: Count,
  FunctionsNeeded: Count,
  Dissent: Count,
  TableSeats: Words,
  DissentByName: Words,
  Conclusions: Words,
  Goals: Words,
  Risks: Words,
  DecisionRights: Words,
  Options: Words,
  Conditions: Words,
  Milestones: Words,
  Communication: Words,
  GateReasons: Words,
  LeadFunction: Words,
  InFavour: Count,
  Abstained: Count,
  OpenConditions: Count,
  DaysToDecide: v.optional(v.number()),
  History: Words,
  Amendments: Words,
  Replaces: Words,
  ReplacedBy: Words,
  ReviewedOn: v.optional(v.string()),
  ReviewResult: Words,
  Lessons: Words,
  Functions: v.optional(v.array(v.string()), []),
  DecidedOn: v.optional(v.string()),
  ReviewOn: v.optional(v.string()),
  RecordHash: Words,
  EventCount: Count,
});

/** The decision that a row's columns tell, or undefined for a row that is broken or not ours. */
export function fromRow(fields: unknown): DecisionRow | undefined {
  const read = v.safeParse(KeptFields, fields);
  if (!read.success) return undefined;
  const kept = read.output;
  const decidedAtMs = Date.parse(kept.DecidedOn ?? "");
  const reviewedAtMs = Date.parse(kept.ReviewedOn ?? "");
  const reviewOn = kept.ReviewOn === undefined ? undefined : toDay(kept.ReviewOn);
  const decider = personOf(kept.DeciderEntra, kept.DeciderName);
  const facilitator = personOf(kept.FacilitatorEntra, kept.FacilitatorName);
  return {
    decision: kept.DecisionKey,
    // A row whose meeting was emptied by hand still shows; it belongs to no meeting.
    meeting: kept.MeetingKey as MeetingKey,
    title: kept.Title,
    status: kept.Status,
    outcome: kept.Outcome,
    proposal: kept.Proposal,
    context: kept.Context,
    wantedOutcome: kept.WantedOutcome,
    withoutIt: kept.WithoutIt,
    rule: kept.DecisionRule,
    result: kept.Result,
    ...(decider !== undefined && { decider }),
    ...(facilitator !== undefined && { facilitator }),
    driversPresent: kept.DriversPresent,
    drivers: kept.Drivers,
    functionsCovered: kept.FunctionsCovered,
    functionsNeeded: kept.FunctionsNeeded,
    dissent: kept.Dissent,
    table: kept.TableSeats,
    dissentByName: kept.DissentByName,
    conclusions: kept.Conclusions,
    goals: kept.Goals,
    risks: kept.Risks,
    rights: kept.DecisionRights,
    options: kept.Options,
    conditions: kept.Conditions,
    milestones: kept.Milestones,
    communication: kept.Communication,
    gateReasons: kept.GateReasons,
    leadFunction: kept.LeadFunction,
    inFavour: kept.InFavour,
    abstained: kept.Abstained,
    openConditions: kept.OpenConditions,
    ...(kept.DaysToDecide !== undefined && { daysToDecide: kept.DaysToDecide }),
    history: kept.History,
    amendments: kept.Amendments,
    replaces: kept.Replaces,
    replacedBy: kept.ReplacedBy,
    ...(!Number.isNaN(reviewedAtMs) && { reviewedAtMs }),
    reviewResult: kept.ReviewResult,
    lessons: kept.Lessons,
    functions: kept.Functions,
    ...(!Number.isNaN(decidedAtMs) && { decidedAtMs }),
    ...(reviewOn !== undefined && { reviewOn }),
    hash: kept.RecordHash,
    events: kept.EventCount,
  };
}

function personFields(column: string, person: Person | undefined, lookupIds: LookupIds): Fields {
  const lookupId = person && lookupIds(person.id);
  return {
    // SharePoint takes a person by its own number only; without it name and id stand as text.
    [`${column}LookupId`]: lookupId ?? null,
    [`${column}Name`]: person?.name ?? null,
    [`${column}Entra`]: person?.id ?? null,
  };
}

function personOf(id: string, name: string): Person | undefined {
  const read = v.safeParse(Person, { id, name });
  return read.success ? read.output : undefined;
}

function note(text: string): string | null {
  return text === "" ? null : asNote(text);
}
