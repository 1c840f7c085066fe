import type { DecisionEvent } from "#domain/log/event.ts";
import { type LogEntry, readEntry } from "#domain/log/entry.ts";
import { inOrder, replay } from "#domain/meeting.ts";
import type { Closing, Meeting } from "#domain/meeting-state.ts";
import { recordHash } from "#domain/record/canonical.ts";
import { projectRow } from "#domain/record/project.ts";
import type { Person } from "#domain/table/person.ts";
import { tryAgainInMs } from "./governor.ts";
import type { Recording } from "./live-meeting.ts";
import type { LogBook } from "./log-book.ts";
import type { DecisionRegister, EventLog, World } from "./ports.ts";
import { StoreError, isPassing } from "./store-error.ts";

/** How long each next browser waits for the ones before it to write the record, in milliseconds. */
const turnMs = 3000;

/** What keeping the record needs. */
export interface RecordNeeds {
  readonly log: EventLog;
  readonly register: DecisionRegister;
  readonly world: World;
  readonly me: Person;
  readonly say: (event: DecisionEvent) => unknown;
  readonly onChange: () => void;
}

/**
 * Keeps the Decisions row: made when the decision is opened, written when it closes, by whoever is
 * there. Who closed it goes first; the others wait their turn and find it done. What two browsers
 * write at once is the same, and If-Match lets one of them in.
 */
export class RecordKeeper {
  readonly #needs: RecordNeeds;
  #state: Recording = { kind: "idle" };
  #openedFor: string | undefined;
  /** What was looked at last: the same again needs no second look. */
  #seen: string | undefined;
  #failures = 0;
  #hasStopped = false;
  #cancel: () => void = () => undefined;

  constructor(needs: RecordNeeds) {
    this.#needs = needs;
  }

  get state(): Recording {
    return this.#state;
  }

  /**
   * Looks whether there is something to do; call on every change of the confirmed meeting. A record
   * whose hash is not the log's counts as none: a row came late, or somebody made it up.
   */
  look(meeting: Meeting, log: Pick<LogBook, "size" | "entries">): void {
    if (this.#hasStopped) return;
    const { opened, closing, record } = meeting;
    if (opened === undefined) return;
    if (closing === undefined) {
      this.#openRow(meeting, opened);
      return;
    }
    const seen = `${closing.position} ${log.size} ${record?.hash ?? ""}`;
    if (seen === this.#seen) return;
    this.#seen = seen;
    void this.#check(opened.decision, closing, { record, entries: log.entries(), seen });
  }

  stop(): void {
    this.#hasStopped = true;
    this.#cancel();
  }

  #openRow(meeting: Meeting, { by, decision }: NonNullable<Meeting["opened"]>): void {
    if (this.#openedFor === decision || by.id !== this.#needs.me.id) return;
    this.#openedFor = decision;
    void this.#attempt(async () => {
      await this.#needs.register.open(projectRow(meeting, "", 0));
    });
  }

  /** Does it, and tries again for as long as that can help. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failures = 0;
      if (this.#state.kind !== "idle") this.#become({ kind: "idle" });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (this.#hasStopped) return;
      this.#failures += 1;
      this.#become({ kind: "failed", why: error });
      if (!isPassing(error.kind) && error.kind !== "changed-meanwhile") return;
      const { retryAfterSeconds } = error.details;
      const chance = this.#needs.world.random();
      const failures = this.#failures;
      const ms = tryAgainInMs({ failures, chance, retryAfterSeconds });
      this.#cancel = this.#needs.world.after(ms, () => void this.#attempt(work));
    }
  }

  async #check(
    decision: LogEntry["decision"],
    closing: Closing,
    told: {
      readonly record: Meeting["record"] | undefined;
      readonly entries: readonly LogEntry[];
      readonly seen: string;
    },
  ): Promise<void> {
    const hash = await this.#hashOf(told.entries, closing);
    if (this.#hasStopped || told.seen !== this.#seen) return;
    this.#cancel();
    if (told.record?.hash === hash) {
      if (this.#state.kind === "standing-by") this.#become({ kind: "idle" });
      return;
    }
    this.#become({ kind: "standing-by" });
    const ms = turnOf(closing, this.#needs.me) * turnMs;
    this.#cancel = this.#needs.world.after(ms, () => {
      void this.#attempt(() => this.#write(decision));
    });
  }

  async #write(decision: LogEntry["decision"]): Promise<void> {
    if (this.#hasStopped) return;
    this.#become({ kind: "writing" });
    // Afresh from the list, so that a row this browser has not seen yet is in the record too.
    const rows = await this.#needs.log.readDecision(decision);
    const entries = inOrder(rows.map(readEntry).flatMap((read) => (read.ok ? [read.value] : [])));
    const { closing, record } = replay(entries);
    if (closing === undefined) return;
    const hash = await this.#hashOf(entries, closing);
    if (record?.hash === hash) return;
    const item = await this.#writeRow(entries, closing, hash);
    if (item !== undefined) this.#needs.say({ kind: "record-written", item, hash });
  }

  /** The row's id; undefined where the row tells of more than the log, which it must not lose. */
  async #writeRow(
    entries: readonly LogEntry[],
    { position }: Closing,
    hash: string,
  ): Promise<string | undefined> {
    const { register } = this.#needs;
    const upTo = entries.filter((entry) => entry.position <= position);
    const row = projectRow(replay(upTo), hash, upTo.length);
    const kept = (await register.find(row.decision)) ?? (await register.open(row));
    if (kept.row.hash === hash) return kept.item;
    // A row may come late, never fewer: whatever else differs is for Verify to show, not to cover up.
    if (kept.row.events >= upTo.length) return undefined;
    return (await register.write(kept, row)).item;
  }

  #hashOf(entries: readonly LogEntry[], { position }: Closing): Promise<string> {
    return recordHash(entries, position, (text) => this.#needs.world.sha256(text));
  }

  #become(state: Recording): void {
    this.#state = state;
    this.#needs.onChange();
  }
}

/** 0 for whoever closed it, then everybody present in the order of their ids. */
function turnOf({ by, presence }: Closing, me: Person): number {
  if (by.id === me.id) return 0;
  const others = Array.from(presence.keys())
    .filter((id) => id !== by.id)
    .sort();
  const place = others.indexOf(me.id);
  return 1 + (place < 0 ? others.length : place);
}
