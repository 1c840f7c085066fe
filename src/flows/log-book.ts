import { decisionsInTurn } from "#domain/agenda.ts";
import type { DecisionId, EventId, MeetingKey } from "#domain/ids.ts";
import { type LogEntry, type LogRow, type UnreadableRow, readEntry } from "#domain/log/entry.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";
import { Story } from "./story.ts";

/**
 * The rows one browser has seen of one meeting, and what they tell. Rows may come in any order and
 * however often; rows of other meetings in the same list are passed over.
 */
export class LogBook {
  readonly #meeting: MeetingKey;
  readonly #stories = new Map<DecisionId, Story>();
  readonly #storyAt = new Map<number, Story>();
  readonly #unreadable = new Map<number, UnreadableRow>();
  readonly #lookupIds = new Map<string, string>();

  constructor(meeting: MeetingKey) {
    this.#meeting = meeting;
  }

  /** Takes rows in; says whether anything was new. */
  take(rows: Iterable<LogRow>): boolean {
    return Array.from(rows, (row) => this.#takeOne(row)).some(Boolean);
  }

  /** Takes deleted rows out: who opens the meeting now does not see them either. */
  drop(positions: Iterable<number>): boolean {
    return Array.from(positions, (position) => this.#remove(position)).some(Boolean);
  }

  /** The decision this meeting is on, as far as its rows tell. */
  meeting(): Meeting {
    return this.#current()?.meeting ?? newMeeting;
  }

  /** The decisions that had their turn, oldest first; the last is the one the meeting is on. */
  turns(): readonly Story[] {
    const opened = Array.from(this.#stories.values()).filter((story) => story.isOpened);
    return decisionsInTurn(opened);
  }

  /** The last entry of a decision, for the next one to name. */
  last(decision: DecisionId): LogEntry | undefined {
    return this.#stories.get(decision)?.last;
  }

  has(event: EventId): boolean {
    return Array.from(this.#stories.values()).some((story) => story.has(event));
  }

  /** Whether a decision was opened while another was still open, and so is not this meeting's. */
  isPassedOver(decision: DecisionId): boolean {
    const story = this.#stories.get(decision);
    return story?.isOpened === true && !this.turns().includes(story);
  }

  unreadable(): readonly UnreadableRow[] {
    return Array.from(this.#unreadable.values());
  }

  /** Lookup ids of everybody who has written, by Entra id: the way to fill person columns. */
  lookupIds(): ReadonlyMap<string, string> {
    return this.#lookupIds;
  }

  #takeOne(row: LogRow): boolean {
    if (row.meeting !== this.#meeting) return false;
    if (row.authorLookupId !== undefined) {
      this.#lookupIds.set(row.authorId.toLowerCase(), row.authorLookupId);
    }
    const read = readEntry(row);
    if (read.ok) return this.#add(read.value);
    const isNew = this.#unreadable.get(row.position)?.why !== read.refusal.why;
    this.#unreadable.set(row.position, read.refusal);
    // A row changed after it was written no longer says what its author said.
    return this.#remove(row.position) || isNew;
  }

  #add(entry: LogEntry): boolean {
    const story = this.#stories.get(entry.decision) ?? new Story();
    this.#stories.set(entry.decision, story);
    this.#storyAt.set(entry.position, story);
    return story.add(entry);
  }

  #remove(position: number): boolean {
    return this.#storyAt.get(position)?.remove(position) ?? false;
  }

  #current(): Story | undefined {
    return this.turns().at(-1);
  }
}
