import type { Status } from "#domain/decision/status.ts";
import type { DecisionId, MeetingKey } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";

/**
 * What the list *Decisions* shows of one decision, value by column. A projection of the log:
 * written when the decision is opened and when it closes, never the source of anything.
 */
export interface DecisionRow {
  readonly decision: DecisionId;
  readonly meeting: MeetingKey;
  readonly title: string;
  readonly status: Status;
  /** What was decided, in one or two sentences; empty while open. */
  readonly outcome: string;
  /** The proposal as it stood at close; empty where there was none. */
  readonly proposal: string;
  readonly context: string;
  readonly wantedOutcome: string;
  readonly withoutIt: string;
  /** The rule as one sentence, and the computation as one sentence. */
  readonly rule: string;
  readonly result: string;
  readonly decider?: Person | undefined;
  readonly facilitator?: Person | undefined;
  /** The functions at the table and the ones needed: the marks of the table's smallest picture. */
  readonly driversPresent: number;
  readonly drivers: number;
  readonly functionsCovered: number;
  readonly functionsNeeded: number;
  /** Drivers who disagree and commit, or object. */
  readonly dissent: number;
  /** Who sat where, dissent by name, and what was said of the decision: lines of plain text. */
  readonly table: string;
  readonly dissentByName: string;
  readonly conclusions: string;
  readonly goals: string;
  readonly risks: string;
  readonly rights: string;
  readonly options: string;
  readonly conditions: string;
  readonly milestones: string;
  readonly communication: string;
  /** Why it was taken to a group, or was not. */
  readonly gateReasons: string;
  /** The decider's function; empty where nobody decides alone or for the others. */
  readonly leadFunction: string;
  /** Drivers who agree, with or without a reservation, and who abstain. */
  readonly inFavour: number;
  readonly abstained: number;
  /** Conditions the decision was taken on. */
  readonly openConditions: number;
  /** Whole days from opening to the close; absent while open. */
  readonly daysToDecide?: number | undefined;
  /** The meetings that put it off, and who took it up again; dated lines, as all that follow. */
  readonly history: string;
  readonly amendments: string;
  /** The earlier decisions it speaks of, and the later ones that took its place. */
  readonly replaces: string;
  readonly replacedBy: string;
  /** Epoch milliseconds of the latest review; absent where there was none. */
  readonly reviewedAtMs?: number | undefined;
  readonly reviewResult: string;
  readonly lessons: string;
  /** Functions involved, by name. */
  readonly functions: readonly string[];
  /** Epoch milliseconds of the close; absent while open. */
  readonly decidedAtMs?: number | undefined;
  /** A calendar day, YYYY-MM-DD. */
  readonly reviewOn?: string | undefined;
  /** SHA-256 over the canonical log up to the close, in hexadecimal; empty while open. */
  readonly hash: string;
  /** How many events the hash is over. */
  readonly events: number;
}
