import type { Stance } from "#domain/deciding/stance.ts";
import type { Status } from "#domain/decision/status.ts";
import type { NamedDecision } from "#domain/linking/link.ts";
import type { Answer } from "#domain/questions/answer.ts";
import type { Duty, Role } from "#domain/table/seat.ts";

/**
 * One decision as JSON, for software that reads it years later. Version 1 only ever gains keys;
 * one that means something else makes version 2. Every key is always there: null where nothing is
 * known, an empty list where there is none. Days are YYYY-MM-DD, times ISO 8601 in UTC.
 */
export interface DecisionDocument {
  readonly format: "quorate.decision";
  readonly version: 1;
  readonly decision: {
    /** Unique for ever, also across sites. */
    readonly id: string;
    /** The number of its row in the list. */
    readonly number: string;
    readonly title: string;
    readonly status: Status;
    readonly openedAt: string;
    /** Null while open. */
    readonly decidedAt: string | null;
    readonly reviewOn: string | null;
    /** Whole days from opening to the close; null while open. */
    readonly daysToDecide: number | null;
    readonly url: string;
  };
  readonly why: {
    readonly context: string;
    readonly wantedOutcome: string;
    readonly withoutIt: string;
    /** Why it was taken to a group, or was not; empty where nobody said. */
    readonly gate: string;
  };
  readonly how: {
    /** What was put to the table; empty where nothing was. */
    readonly proposal: string;
    /** The rule as a sentence fixed before the stances, and its computation as one after. */
    readonly rule: string;
    readonly result: string;
    /** What came out, in one or two sentences; empty while open. */
    readonly outcome: string;
    readonly decider: PersonInDocument | null;
    /** The decider's function; empty where there is none. */
    readonly leadFunction: string;
    readonly facilitator: PersonInDocument | null;
  };
  readonly table: {
    readonly functions: readonly string[];
    readonly driversPresent: number;
    readonly drivers: number;
    readonly functionsCovered: number;
    readonly functionsNeeded: number;
    /** Drivers who disagree and commit, or object. */
    readonly dissent: number;
    /** Drivers who agree, with or without a reservation, and who abstain. */
    readonly inFavour: number;
    readonly abstained: number;
  };
  /** The record's own lines, as people read them in the list. */
  readonly lines: {
    readonly table: readonly string[];
    readonly dissent: readonly string[];
    readonly conclusions: readonly string[];
    readonly goals: readonly string[];
    readonly risks: readonly string[];
    readonly rights: readonly string[];
    readonly options: readonly string[];
    readonly conditions: readonly string[];
    readonly milestones: readonly string[];
    readonly communication: readonly string[];
  };
  /** What happened to it before and since, as dated lines, oldest first. */
  readonly afterwards: {
    readonly history: readonly string[];
    readonly amendments: readonly string[];
    /** The latest review: who held it and what came, then goal by goal. */
    readonly review: readonly string[];
    readonly reviewedAt: string | null;
    readonly lessons: readonly string[];
  };
  /** The earlier decisions it speaks of, and the later ones that took its place. */
  readonly links: {
    readonly replaces: readonly LinkInDocument[];
    readonly replacedBy: readonly LinkInDocument[];
  };
  /** What its log tells beyond the row; null where the log was not at hand. */
  readonly log: LogInDocument | null;
  readonly proof: {
    /** Lower-case hexadecimal SHA-256 over the canonical log (RFC 8785); null while open. */
    readonly sha256: string | null;
    /** How many events it is over. */
    readonly events: number;
  };
}

/** Somebody named in a decision. The id is their Entra object id. */
export interface PersonInDocument {
  readonly id: string;
  readonly name: string;
  readonly mail: string | null;
  readonly external: boolean;
}

/** Another decision, and how the two are related. */
export interface LinkInDocument {
  readonly how: NamedDecision["how"];
  readonly decision: string;
  readonly title: string;
}

/** The seats, stances and answers of a decision. */
export interface LogInDocument {
  readonly meeting: { readonly chatId: string; readonly subject: string };
  readonly questionList: { readonly id: string; readonly name: string };
  /** Drivers first. */
  readonly seats: readonly SeatInDocument[];
  /** In the order of the list; those that nothing was said to have no answers. */
  readonly questions: readonly QuestionInDocument[];
}

export interface SeatInDocument {
  readonly function: string;
  readonly role: Role;
  readonly duty: Duty;
  /** What a sign-off must agree on; null for every other duty. */
  readonly ground: string | null;
  readonly required: boolean;
  readonly insight: string | null;
  readonly accountability: string | null;
  /** Whose seat it is, who may stand in, and who sat there. */
  readonly person: PersonInDocument | null;
  readonly delegate: PersonInDocument | null;
  readonly sat: PersonInDocument | null;
  /** The stance taken for it, with reason and ground; null for none. */
  readonly stance: (Stance & { readonly at: string }) | null;
}

export interface QuestionInDocument {
  readonly id: string;
  readonly text: string;
  /** Null until concluded; empty where it was passed over. */
  readonly conclusion: string | null;
  /** The latest of each person, in the order given. */
  readonly answers: readonly AnswerInDocument[];
}

export interface AnswerInDocument {
  readonly of: { readonly id: string; readonly name: string };
  /** Who wrote it down, where that was somebody else. */
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly at: string;
  /** Given when the others' answers could be seen. */
  readonly afterReveal: boolean;
  readonly answer: Answer;
}
