import type { Tampering } from "#domain/log/tampering.ts";
import type { Person } from "#domain/table/person.ts";
import type { LiveMeeting, Picture } from "#flows/meeting/live-meeting.ts";
import type { DecisionRegister, EventLog, KeptDecision, Outbox, World } from "#flows/ports.ts";
import type { Story } from "#flows/trust/auditing.ts";
import type { RowState } from "./keeping-row.ts";

/** What a decision outside any meeting needs of the world, and who it is for. */
export interface OpenDecisionNeeds {
  readonly log: EventLog;
  readonly register: DecisionRegister;
  readonly outbox: Outbox;
  readonly world: World;
  /** Server time minus this browser's, in milliseconds, as far as known. */
  readonly clockOffsetMs: () => number;
  readonly me: Person;
  readonly kept: KeptDecision;
  /** Told of each person's SharePoint lookup id, by Entra id, as the log reveals it. */
  readonly onLookupIds?: (ids: ReadonlyMap<string, string>) => void;
}

/** A decision outside any meeting: its log, its row, and the ways to add to it. */
export interface DecisionPicture extends Picture {
  /** Undefined until its log was read. */
  readonly story?: Story | undefined;
  readonly kept: KeptDecision;
  readonly row: RowState;
  /** Events whose author had seen a row that is no longer in the log as it was. */
  readonly unlinked: readonly Tampering[];
}

/** One decision as one browser has it open. Made by `openDecision`. */
export interface OpenDecision extends LiveMeeting {
  picture(): DecisionPicture;
  /** Writes what the log tells over what somebody changed in the row by hand. */
  putRight(): void;
}
