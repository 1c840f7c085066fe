import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import type { ListName, RequiredList } from "#flows/ports.ts";

/** One column of a list: what it is called and what it keeps. */
export interface Column {
  /** Internal name: ASCII, at most 32 characters, for ever. */
  readonly name: string;
  readonly kind:
    | "text"
    | "note"
    | "number"
    | "yes-no"
    | "choice"
    | "tags"
    | "day"
    | "moment"
    | "person";
  /** What people read above the column; the name with its words apart where nothing else is said. */
  readonly title?: string;
  /** What the column is for, shown to owners in the list's settings. */
  readonly about: string;
  /** Characters; `text` only. */
  readonly limit?: number;
  readonly isIndexed?: boolean;
  /** Two rows with the same value are refused. */
  readonly isUnique?: boolean;
  readonly choices?: readonly string[];
}

/** A list as it should be. */
export interface ListSchema {
  readonly name: ListName;
  readonly about: string;
  readonly columns: readonly Column[];
}

/** The most characters of an event's JSON: delta carries it to every browser each time. */
export const payloadLimit = 30_000;

const key = { kind: "text", limit: 64, isIndexed: true } as const;
const note = (name: string, about: string): Column => ({ name, kind: "note", about });
const count = (name: string, about: string): Column => ({ name, kind: "number", about });
const short = (name: string, about: string): Column => ({ name, kind: "text", limit: 255, about });
const entraId = (name: string, title: string, about: string): Column => ({
  ...short(name, about),
  title,
});

const meetingKey: Column = {
  name: "MeetingKey",
  kind: "text",
  limit: 120,
  isIndexed: true,
  about: "The Teams chat of the meeting.",
};

const events: ListSchema = {
  name: "Decision events",
  about: "What happened in Quorate's meetings, one row each. Rows are added, never changed.",
  columns: [
    { ...key, name: "EventId", isUnique: true, about: "Made by the browser that said it." },
    { ...key, name: "DecisionKey", about: "The decision it belongs to." },
    meetingKey,
    { name: "Kind", kind: "text", limit: 64, about: "What happened." },
    { name: "Previous", kind: "text", limit: 64, about: "Hash of the last row its author saw." },
    note("Payload", "The event as JSON."),
  ],
};

const decisions: ListSchema = {
  name: "Decisions",
  about: "What was decided in Quorate's meetings, one row a decision.",
  columns: [
    { ...key, name: "DecisionKey", isUnique: true, about: "The decision's own id." },
    meetingKey,
    {
      name: "Status",
      kind: "choice",
      isIndexed: true,
      about: "Where the decision stands.",
      choices: [
        "draft",
        "proposed",
        "in-session",
        "decided",
        "deferred",
        "rejected",
        "withdrawn",
        "not-needed",
        "amended",
        "superseded",
        "reversed",
        "closed",
      ],
    },
    short("Moment", "Where the meeting is while it runs; its steps are pushed from here."),
    note("Outcome", "What was decided."),
    note("Proposal", "The proposal as it stood at the close."),
    note("Context", "Why now."),
    note("WantedOutcome", "The outcome wanted."),
    { ...note("WithoutIt", "What happens without it."), title: "Without it" },
    note("DecisionRule", "How it was to be decided."),
    note("Result", "How the rule came out."),
    { name: "Decider", kind: "person", isIndexed: true, about: "Who decides." },
    short("DeciderName", "Who decides, by name."),
    entraId("DeciderEntra", "Decider (Entra id)", "Who decides, by Entra object id."),
    { name: "Facilitator", kind: "person", about: "Who led the walk." },
    short("FacilitatorName", "Who led the walk, by name."),
    entraId("FacilitatorEntra", "Facilitator (Entra id)", "Who led the walk, by Entra object id."),
    count("DriversPresent", "Decision-drivers present."),
    count("Drivers", "Decision-drivers in all."),
    count("FunctionsCovered", "Functions with a driver present."),
    count("FunctionsNeeded", "Functions the outcome needs."),
    { ...count("Dissent", "Drivers who objected, or disagreed and committed."), isIndexed: true },
    { ...note("TableSeats", "Who sat at the table, and for what."), title: "The table" },
    note("DissentByName", "Who dissented, and why."),
    note("Conclusions", "What the table said to each question."),
    note("Goals", "Goals by which the decision is measured."),
    note("Risks", "Risks not understood yet."),
    note("DecisionRights", "Who decides what from here on."),
    note("Options", "What there was to choose from, doing without first."),
    note("Conditions", "What the decision holds on condition of."),
    note("Milestones", "What is to be done by when, and by whom."),
    note("Communication", "Who is told, and by whom."),
    note("GateReasons", "Why it was taken to a group, or was not."),
    { ...short("LeadFunction", "The decider's function."), limit: 60, isIndexed: true },
    count("InFavour", "Drivers who agreed, with or without a reservation."),
    count("Abstained", "Drivers who abstained."),
    { ...count("OpenConditions", "Conditions the decision was taken on."), isIndexed: true },
    { ...count("DaysToDecide", "Whole days from opening to the close."), isIndexed: true },
    note("History", "The meetings that put it off, and who took it up again."),
    note("Amendments", "What was corrected or added since."),
    note("Replaces", "The earlier decisions it replaces or builds on."),
    note("ReplacedBy", "The later decisions that took its place."),
    { name: "ReviewedOn", kind: "moment", about: "When it was reviewed last." },
    note("ReviewResult", "What came of it."),
    note("Lessons", "What was learnt."),
    { name: "Functions", kind: "tags", choices: [], about: "Functions involved." },
    { name: "DecidedOn", kind: "moment", isIndexed: true, about: "When it was closed." },
    { name: "ReviewOn", kind: "day", isIndexed: true, about: "When it is to be reviewed." },
    { name: "RecordHash", kind: "text", limit: 64, about: "SHA-256 over the events to the close." },
    count("EventCount", "How many events the hash is over."),
  ],
};

/** The required lists, as one version of Quorate needs them. */
export const schemas: Readonly<Record<RequiredList, ListSchema>> = {
  Decisions: decisions,
  "Decision events": events,
};

/**
 * A column in Graph's words, as it is sent to make one.
 *
 * @see https://learn.microsoft.com/graph/api/resources/columndefinition
 */
export function toDefinition(column: Column): ColumnDefinition {
  const { name, about, isIndexed = false, isUnique = false } = column;
  return {
    name,
    displayName: titleOf(column),
    description: about,
    indexed: isIndexed,
    ...(isUnique && { enforceUniqueValues: true }),
    ...facetOf(column),
  };
}

/** What people read above a column: "Wanted outcome" for `WantedOutcome`, unless it says otherwise. */
export function titleOf({ name, title }: Pick<Column, "name" | "title">): string {
  if (title !== undefined) return title;
  const [first = "", ...rest] = name.split(/(?=[A-Z])/u);
  return [first, ...rest.map((word) => word.toLowerCase())].join(" ");
}

/** The part of Graph's definition that says what kind of column it is. */
export function facetOf(column: Column): ColumnDefinition {
  return facets[column.kind](column);
}

const facets: Readonly<Record<Column["kind"], (column: Column) => ColumnDefinition>> = {
  text: ({ limit = 255 }) => ({ text: { maxLength: limit } }),
  note: () => ({ text: { allowMultipleLines: true, textType: "plain", linesForEditing: 6 } }),
  number: () => ({ number: { decimalPlaces: "none" } }),
  "yes-no": () => ({ boolean: {} }),
  choice: ({ choices = [] }) => ({
    choice: { allowTextEntry: false, choices: [...choices], displayAs: "dropDownMenu" },
  }),
  tags: ({ choices = [] }) => ({
    choice: { allowTextEntry: true, choices: [...choices], displayAs: "checkBoxes" },
  }),
  day: () => ({ dateTime: { format: "dateOnly", displayAs: "default" } }),
  moment: () => ({ dateTime: { format: "dateTime", displayAs: "default" } }),
  person: () => ({
    personOrGroup: {
      allowMultipleSelection: false,
      chooseFromType: "peopleOnly",
      displayAs: "nameWithPresence",
    },
  }),
};
