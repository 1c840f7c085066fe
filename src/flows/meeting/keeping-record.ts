import type { DecisionEvent } from "#domain/log/event.ts";
import { type Author, type LogEntry, type LogRow, readEntry } from "#domain/log/entry.ts";
import { inOrder, replay } from "#domain/meeting.ts";
import type { Closing, Meeting } from "#domain/meeting-state.ts";
import { recordHash } from "#domain/record/canonical.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import type { Person } from "#domain/table/person.ts";
import { tryAgainInMs } from "./governor.ts";
import type { Recording } from "./live-meeting.ts";
import type { DecisionRegister, EventLog, World } from "#flows/ports.ts";
import { StoreError, isWorthAnotherTry } from "#flows/store-error.ts";
import type { Story } from "./story.ts";

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
  /** Told once of a decided decision that speaks of earlier ones, when its record is there. */
  readonly onSucceeding?: ((decided: Meeting) => void) | undefined;
}

/**
 * Keeps the Decisions row of one decision: made when the decision is opened, written when it closes, by whoever is
 * there. Who closed it goes first; the others wait their turn and find it done. What two browsers
 * write at once is the same, and If-Match lets one of them in.
 */
export class RecordKeeper {
  readonly #needs: RecordNeeds;
  #state: Recording = { kind: "idle" };
  /** Where the decision was opened or taken up for which the row was made. */
  #openedAt: number | undefined;
  /** What was looked at last: the same again needs no second look. */
  #seen: string | undefined;
  #failures = 0;
  #hasStopped = false;
  #cancel: () => void = () => undefined;
  #hasTold = false;
  #cancelTelling: () => void = () => undefined;

  constructor(needs: RecordNeeds) {
    this.#needs = needs;
  }

  get state(): Recording {
    return this.#state;
  }

  /**
   * Looks whether there is something to do; call on every change of the confirmed story. A record
   * whose hash is not the log's counts as none: a row came late, or somebody made it up.
   */
  look(story: Story): void {
    if (this.#hasStopped) return;
    const { opened, closing, record } = story.meeting;
    if (opened === undefined) return;
    if (closing === undefined) {
      this.#openRow(story.meeting, story.meeting.resumed ?? opened);
      return;
    }
    const seen = `${closing.position} ${story.size} ${record?.hash ?? ""}`;
    if (seen === this.#seen) return;
    this.#seen = seen;
    void this.#check(story, closing, seen);
  }

  stop(): void {
    this.#hasStopped = true;
    this.#cancel();
    this.#cancelTelling();
  }

  /** Whoever opens a decision makes its row; whoever takes it up again says so in the row. */
  #openRow(meeting: Meeting, { by, position }: { by: Author; position: number }): void {
    if (this.#openedAt === position || by.id !== this.#needs.me.id) return;
    this.#openedAt = position;
    const row = projectRow(meeting, "", 0);
    void this.#attempt(async () => {
      const kept = await this.#needs.register.open(row);
      const isOfAnotherMeeting = kept.row.status === "deferred" || kept.row.meeting !== row.meeting;
      if (meeting.resumed !== undefined && isOfAnotherMeeting) {
        await this.#needs.register.write(kept, row);
      }
    });
  }

  /** Does it, and tries again for as long as that can help. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    if (this.#hasStopped) return;
    try {
      await work();
      this.#failures = 0;
      if (this.#state.kind !== "idle") this.#become({ kind: "idle" });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (this.#hasStopped) return;
      this.#failures += 1;
      this.#become({ kind: "failed", why: error });
      if (!isWorthAnotherTry(error.kind)) return;
      const { retryAfterSeconds } = error.details;
      const chance = this.#needs.world.random();
      const failures = this.#failures;
      const ms = tryAgainInMs({ failures, chance, retryAfterSeconds });
      this.#cancel = this.#needs.world.after(ms, () => void this.#attempt(work));
    }
  }

  async #check(story: Story, closing: Closing, seen: string): Promise<void> {
    const hash = await this.#hashOf(story.entries, closing);
    if (this.#hasStopped || seen !== this.#seen) return;
    this.#cancel();
    if (story.meeting.record?.hash === hash) {
      if (this.#state.kind !== "idle") this.#become({ kind: "idle" });
      this.#tellOnce(story.meeting, closing);
      return;
    }
    this.#become({ kind: "standing-by" });
    const ms = turnOf(closing, this.#needs.me) * turnMs;
    this.#cancel = this.#needs.world.after(ms, () => {
      void this.#attempt(() => this.#write(story));
    });
  }

  /** In turn, as with the record: whoever comes later finds it told. */
  #tellOnce(meeting: Meeting, closing: Closing): void {
    const { onSucceeding, me, world } = this.#needs;
    const isSucceeding = closing.outcome === "decided" && meeting.links.size > 0;
    if (this.#hasTold || !isSucceeding || onSucceeding === undefined) return;
    this.#hasTold = true;
    const ms = turnOf(closing, me) * turnMs;
    this.#cancelTelling = world.after(ms, () => onSucceeding(meeting));
  }

  async #write(story: Story): Promise<void> {
    const [first] = story.entries;
    if (this.#hasStopped || first === undefined) return;
    this.#become({ kind: "writing" });
    // Afresh from the list, so that a row this browser has not seen yet is in the record too.
    const rows = await this.#needs.log.readDecision(first.decision);
    const entries = withKnown(rows, story.entries);
    const { closing, record } = replay(entries);
    // A row that came late can undo a close: somebody else was leading by then.
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
    const mayWrite = kept.row.events < upTo.length || isOfRefusedClose(kept.row, entries, position);
    if (!mayWrite) return undefined;
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

/**
 * What the list says now, with what this browser knows of it: a row can be there, and even be one's
 * own, before the list shows it to a reader.
 */
function withKnown(rows: readonly LogRow[], known: readonly LogEntry[]): readonly LogEntry[] {
  const read = rows.map((row) => readEntry(row));
  const shown = new Set(rows.map(({ position }) => position));
  const listed = read.flatMap((one) => (one.ok ? [one.value] : []));
  return inOrder([...known.filter(({ position }) => !shown.has(position)), ...listed]);
}

/**
 * Whether a row was made from a close that does not stand, since a row that came late showed that
 * somebody else led by then. Nothing it was made from may be missing: that would be a deletion.
 */
function isOfRefusedClose(
  row: DecisionRow,
  entries: readonly LogEntry[],
  standing: number,
): boolean {
  return entries.some(
    ({ event, position, atMs }, index) =>
      event.kind === "decision-closed" &&
      position !== standing &&
      atMs === row.decidedAtMs &&
      index + 1 >= row.events,
  );
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
