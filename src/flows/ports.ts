/**
 * What the flows need of the world. Each port is a promise with its trap; every implementation
 * passes the suite in tests/contracts. All of them throw `StoreError` and nothing else.
 */
import type { DecisionId, EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import type { Person } from "#domain/table/person.ts";
import type { StandingRole } from "#domain/table/standing-role.ts";

/** A row to be: everything but what SharePoint stamps. */
export interface NewLogRow {
  readonly eventId: EventId;
  readonly decision: DecisionId;
  readonly meeting: MeetingKey;
  readonly kind: string;
  readonly previous: string;
  readonly payload: string;
}

/** Where to follow on from; opaque, of one list. */
export type Cursor = string;

/** What changed in the list since a cursor. */
export interface LogChanges {
  /** New and changed rows, of every meeting of this list, in any order, perhaps seen before. */
  readonly rows: readonly LogRow[];
  /** Positions of rows that somebody deleted. */
  readonly gone: readonly number[];
  readonly cursor: Cursor;
}

/** How a row is sent. */
interface Appending {
  /** The page is going: the request is to outlive it, and nobody will hear of the answer. */
  readonly isLast?: boolean;
}

/** The list *Decision events*. */
export interface EventLog {
  /**
   * A cursor first, then all rows of the meeting: following from that cursor misses nothing.
   * `onProgress` is told how many rows have been read.
   */
  readMeeting(
    meeting: MeetingKey,
    onProgress?: (rows: number) => void,
  ): Promise<{ readonly rows: readonly LogRow[]; readonly cursor: Cursor }>;
  /** All rows of one decision, whichever meetings it went through. */
  readDecision(decision: DecisionId): Promise<readonly LogRow[]>;
  /** What changed since. Throws `resync` when the cursor is too old: read the meeting again. */
  follow(cursor: Cursor): Promise<LogChanges>;
  /**
   * Adds one row and returns it as stamped. Not idempotent: after any failure the row may be
   * there all the same, so look it up with `find` before trying again.
   */
  append(row: NewLogRow, how?: Appending): Promise<LogRow>;
  /** The row with this event id, or undefined where the list does not have it. */
  find(event: EventId): Promise<LogRow | undefined>;
}

/**
 * Word that a list has changed, pushed while it is open. It says that, never what: whoever listens
 * asks the list. An accelerator only: it may be late, doubled, lost, or never come.
 */
export interface Push {
  /**
   * Listens until the answer is called; never throws. `onNews`: the list changed, or may have
   * while the connection was away. `onState`: whether word comes at present.
   */
  listen(onNews: () => void, onState: (isUp: boolean) => void): () => void;
}

/** A row of the list *Decisions* as it stands. */
export interface KeptDecision {
  readonly item: string;
  readonly etag: string;
  readonly row: DecisionRow;
  readonly webUrl: string;
  /** Epoch milliseconds. */
  readonly createdAtMs: number;
}

/** The list *Decisions*: what people review. One row a decision. */
export interface DecisionRegister {
  /** Newest first. Rows somebody broke by hand are left out and counted. */
  list(): Promise<{ readonly decisions: readonly KeptDecision[]; readonly unreadable: number }>;
  find(decision: DecisionId): Promise<KeptDecision | undefined>;
  /** Makes the row, or returns the one that is there already. */
  open(row: DecisionRow): Promise<KeptDecision>;
  /** Writes over the row as last seen; throws `changed-meanwhile` when it is not as seen. */
  write(kept: KeptDecision, row: DecisionRow): Promise<KeptDecision>;
  /**
   * Notes in the row where the meeting is, so that whoever listens to this list hears of the step.
   * Costs 2 resource units; nothing depends on it, so its failures may be passed over.
   */
  announce(decision: DecisionId, moment: string): Promise<void>;
}

/** Who was invited to and is in a meeting. */
export interface Roster {
  /**
   * Everybody Graph reports. What may not be read is named in `missing`, in words a person
   * understands, and left unknown; only a roster that cannot be read at all throws.
   */
  attendees(meeting: MeetingInfo): Promise<{
    readonly attendees: readonly Attendee[];
    readonly missing: readonly MissingKnowledge[];
    /** Those of `missing` that this person's consent may bring. */
    readonly askable?: readonly MissingKnowledge[];
  }>;
  /** Asks the person for the permission behind what is missing; only from a click. */
  ask?(what: MissingKnowledge): Promise<void>;
}

export type MissingKnowledge = "responses" | "departments" | "roster";

/** Who is signed in. */
export interface Identity {
  me(): Promise<Person>;
}

/** What a person has said and SharePoint has not yet confirmed; outlives reload and crash. */
export interface Outbox {
  /** In the order they were put. */
  waiting(of: PersonId, meeting: MeetingKey): Promise<readonly OutboxItem[]>;
  put(item: OutboxItem): Promise<void>;
  remove(event: EventId): Promise<void>;
  /** Runs `send` in one window of this browser at a time. */
  alone<T>(of: PersonId, meeting: MeetingKey, send: () => Promise<T>): Promise<T>;
}

export interface OutboxItem {
  readonly author: PersonId;
  readonly row: NewLogRow;
  /** Another window than the one it was said in has set about sending it: the list may have it. */
  readonly isTried?: boolean;
  /** Epoch milliseconds by this browser's clock. */
  readonly saidAtMs: number;
}

/** Text in mid-typing, kept per person and field until it is said. Never throws: a convenience. */
export interface Drafts {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
  clear(key: string): void;
}

/** Time, chance and waiting, so that tests and simulations can be exact. */
export interface World {
  /** Epoch milliseconds. */
  now(): number;
  /** A new unique id, ASCII, at most 36 characters. */
  newId(): string;
  /** 0 ≤ n < 1. */
  random(): number;
  /** Calls back once after so many milliseconds; the answer cancels. */
  after(ms: number, act: () => void): () => void;
  /** SHA-256 of the UTF-8 bytes, as 64 lower-case hexadecimal digits. */
  sha256(text: string): Promise<string>;
}

/** Where the decisions of a tab are kept. */
export interface Place {
  readonly siteId: string;
  readonly decisionsListId: string;
  readonly eventsListId: string;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly webUrl: string;
}

/** The lists nothing goes without. */
export type RequiredList = "Decisions" | "Decision events";

/** Every list Quorate makes: *Decision roles* only where somebody wants standing roles. */
export type ListName = RequiredList | "Decision roles";

/** How a list stands against what Quorate needs. */
export interface ListReport {
  readonly list: ListName;
  readonly listId?: string;
  readonly state: "missing" | "ready" | "differs";
  /** In words: what differs, and whether it can be mended ("Column Kind is missing."). */
  readonly differences: readonly { readonly sentence: string; readonly repairable: boolean }[];
}

/** Making the lists, once per site. */
export interface Provisioning {
  sites(search: string): Promise<readonly Site[]>;
  site(id: string): Promise<Site>;
  /** How the lists stand, the required ones where none are named; changes nothing. */
  inspect(siteId: string, lists?: readonly ListName[]): Promise<readonly ListReport[]>;
  /** Creates or repairs one list and returns once all its columns can be read. */
  makeReady(siteId: string, list: ListName): Promise<ListReport>;
}

/** What only SharePoint itself can set on a list: Graph has no words for it. */
export type SettingName = "views" | "write-security";

/** How one setting stands against what Quorate would have. */
export interface SettingReport {
  readonly setting: SettingName;
  readonly state: "missing" | "ready" | "differs";
  /** In words: "The view “Reviews due” is missing." */
  readonly differences: readonly string[];
}

/**
 * Views, looks and item-level rights. A convenience: where a browser may not ask SharePoint itself,
 * or a person may not change lists, everything throws, and the script is for somebody else to run.
 */
export interface ListSettings {
  /** How the settings stand; changes nothing. */
  inspect(site: Site, place: Place): Promise<readonly SettingReport[]>;
  /** Sets one of them, or sets it right again, and looks. Safe to repeat. */
  apply(site: Site, place: Place, setting: SettingName): Promise<SettingReport>;
  /** Views and looks as a site script: JSON that SharePoint carries out. */
  readonly script: string;
}

/** The list *Decision roles*, where there is one: who usually sits where. */
export interface StandingRoles {
  /** Rows that make no sense are named, never fatal; without the list there are no roles. */
  read(): Promise<{
    readonly roles: readonly StandingRole[];
    readonly unreadable: readonly { readonly row: string; readonly why: string }[];
  }>;
}

/** What the meeting client says about where we are. */
export interface HostContext {
  readonly surface: "setup" | "prepare" | "walk" | "stage" | "log";
  readonly theme: "light" | "dark" | "contrast";
  readonly locale: string;
  /** Absent in a personal tab, outside meetings, and in channel meetings. */
  readonly chatId?: string;
  readonly userId?: string;
  readonly tenantId?: string;
  /** A person without an identity of this or any tenant. */
  readonly isAnonymous: boolean;
}

/** The Teams client around us. */
export interface Host {
  readonly context: HostContext;
  onTheme(act: (theme: HostContext["theme"]) => void): () => void;
  /** The meeting we are in; throws `not-found` outside one, `forbidden` without consent. */
  meeting(): Promise<MeetingInfo>;
  /** Whether this person may share to the stage. False where the client cannot say. */
  canShareToStage(): Promise<boolean>;
  shareToStage(): Promise<void>;
  /** Opens a link outside the tab. */
  openLink(url: string): Promise<void>;
}

/** The configuration page's half of the Teams client. */
export interface SetupHost {
  setSaveEnabled(enabled: boolean): void;
  /** Called when the person presses Save: where the decisions are kept, and the question list. */
  onSave(settings: () => { readonly place: Place; readonly questionListId: string }): void;
}
