import type { DecisionEvent } from "#domain/log/event.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { UnreadableRow } from "#domain/log/entry.ts";
import type { Tampering } from "#domain/log/tampering.ts";
import type { DecisionId, EventId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Result } from "#domain/result.ts";
import type { Person } from "#domain/table/person.ts";
import type { StoreError } from "#flows/store-error.ts";

/** One thing this person said, and whether SharePoint has it. */
export interface Saying {
  readonly id: EventId;
  readonly event: DecisionEvent;
  /** Epoch milliseconds by this browser's clock. */
  readonly saidAtMs: number;
  readonly state:
    | { readonly kind: "waiting"; readonly sinceMs: number; readonly why?: StoreError | undefined }
    | { readonly kind: "saved"; readonly atMs: number }
    | { readonly kind: "failed"; readonly why: StoreError }
    /** SharePoint has it, and the rules turned it down: somebody was faster, or it came too late. */
    | { readonly kind: "refused"; readonly why: Refusal };
}

/** How well this browser follows the list. */
export type Following =
  | { readonly kind: "loading"; readonly rows: number }
  | { readonly kind: "live" }
  /** Trying again by itself. */
  | { readonly kind: "behind"; readonly sinceMs: number; readonly why: StoreError }
  /** Trying again would not help: no access, no permission. */
  | { readonly kind: "stopped"; readonly why: StoreError };

/** Whether this browser is writing the record; any browser at the table may. */
export type Recording =
  /** Nothing to write, or it is written. */
  | { readonly kind: "idle" }
  /** Closed, and another browser has the first turn. */
  | { readonly kind: "standing-by" }
  | { readonly kind: "writing" }
  | { readonly kind: "failed"; readonly why: StoreError };

/** Everything a surface shows of a meeting; a new object whenever any of it changed. */
export interface Picture {
  readonly me: Person;
  /** The log as SharePoint has it, with what this person said and is waiting for on top. */
  readonly meeting: Meeting;
  /** This person's latest sayings, oldest first. */
  readonly sayings: readonly Saying[];
  readonly following: Following;
  /** How the record of a closed decision is coming along in this browser. */
  readonly recording: Recording;
  readonly unreadable: readonly UnreadableRow[];
  /** What is not as it was written; none of it changes the meeting. */
  readonly tampering: readonly Tampering[];
  /** Server time minus this browser's time, in milliseconds. */
  readonly clockOffsetMs: number;
}

/** A meeting as one browser lives it. Made by `openLiveMeeting`. */
export interface LiveMeeting {
  picture(): Picture;
  subscribe(onChange: () => void): () => void;
  /** Says it: kept in this browser at once, then in SharePoint. Refused by the rules → nothing is said. */
  say(event: DecisionEvent): Result<EventId, Refusal>;
  /**
   * Takes up here what another meeting deferred, or had not begun: reads its log, then says so.
   *
   * @throws StoreError where its log cannot be read.
   */
  takeUp(decision: DecisionId, meeting: MeetingInfo): Promise<Result<EventId, Refusal>>;
  /** Tries a failed saying again. */
  tryAgain(saying: EventId): void;
  /** Takes back a saying that failed for good. */
  discard(saying: EventId): void;
  /** Asks for what is new at once, also after following had stopped. */
  refresh(): void;
  /** Closes, and says that this person has gone, as far as a page that is going can. */
  leave(): void;
  close(): void;
}
