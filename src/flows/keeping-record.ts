import type { DecisionEvent } from "#domain/log/event.ts";
import { type LogEntry, readEntry } from "#domain/log/entry.ts";
import { inOrder, replay } from "#domain/meeting.ts";
import type { Closing, Meeting } from "#domain/meeting-state.ts";
import { recordHash } from "#domain/record/canonical.ts";
import { projectRow } from "#domain/record/project.ts";
import type { Person } from "#domain/table/person.ts";
import { tryAgainInMs } from "./governor.ts";
import type { Recording } from "./live-meeting.ts";
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
  #closing: number | undefined;
  #failures = 0;
  #isRecorded = false;
  #hasStopped = false;
  #cancel: () => void = () => undefined;

  constructor(needs: RecordNeeds) {
    this.#needs = needs;
  }

  get state(): Recording {
    return this.#state;
  }

  /** Looks whether there is something to do; call on every change of the confirmed meeting. */
  look(meeting: Meeting): void {
    if (this.#hasStopped) return;
    const { opened, closing, record } = meeting;
    this.#isRecorded = record !== undefined;
    if (this.#isRecorded && this.#state.kind === "standing-by") this.#state = { kind: "idle" };
    if (opened === undefined) return;
    if (closing === undefined) this.#openRow(meeting, opened);
    else if (!this.#isRecorded && this.#closing !== closing.position) {
      this.#closing = closing.position;
      this.#state = { kind: "standing-by" };
      const ms = turnOf(closing, this.#needs.me) * turnMs;
      this.#cancel = this.#needs.world.after(ms, () => {
        void this.#attempt(() => this.#write(opened.decision));
      });
    }
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

  async #write(decision: LogEntry["decision"]): Promise<void> {
    if (this.#isRecorded || this.#hasStopped) return;
    this.#become({ kind: "writing" });
    // Afresh from the list, so that a row this browser has not seen yet is in the record too.
    const rows = await this.#needs.log.readDecision(decision);
    const entries = inOrder(rows.map(readEntry).flatMap((read) => (read.ok ? [read.value] : [])));
    const { closing, record } = replay(entries);
    if (closing === undefined || record !== undefined) return;
    const { item, hash } = await this.#writeRow(entries, closing);
    if (!this.#isRecorded) this.#needs.say({ kind: "record-written", item, hash });
  }

  async #writeRow(entries: readonly LogEntry[], { position }: Closing) {
    const { register, world } = this.#needs;
    const hash = await recordHash(entries, position, (text) => world.sha256(text));
    const upTo = entries.filter((entry) => entry.position <= position);
    const row = projectRow(replay(upTo), hash, upTo.length);
    const kept = (await register.find(row.decision)) ?? (await register.open(row));
    const written = kept.row.hash === hash ? kept : await register.write(kept, row);
    return { item: written.item, hash };
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
