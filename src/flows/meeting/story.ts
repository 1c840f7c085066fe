import type { EventId } from "#domain/ids.ts";
import type { LogEntry } from "#domain/log/entry.ts";
import { evolve, replay } from "#domain/meeting.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";

/** The entries of one decision, and the meeting they tell: one more in order costs one step. */
export class Story {
  readonly #entries = new Map<number, LogEntry>();
  readonly #events = new Set<EventId>();
  #last: LogEntry | undefined;
  /** Undefined when a late or removed entry asks for the whole story again. */
  #told: Meeting | undefined = newMeeting;

  /** Adds an entry; false when its place is taken. */
  add(entry: LogEntry): boolean {
    if (this.#entries.has(entry.position)) return false;
    const follows = entry.position > (this.#last?.position ?? 0) && !this.#events.has(entry.id);
    this.#entries.set(entry.position, entry);
    this.#events.add(entry.id);
    this.#told = follows && this.#told !== undefined ? evolve(this.#told, entry) : undefined;
    if (follows) this.#last = entry;
    return true;
  }

  /** Takes an entry out; false when it is not here. */
  remove(position: number): boolean {
    const entry = this.#entries.get(position);
    if (entry === undefined) return false;
    this.#entries.delete(position);
    this.#told = undefined;
    this.#events.clear();
    this.#last = undefined;
    for (const other of this.#entries.values()) {
      this.#events.add(other.id);
      if (other.position > (this.#last?.position ?? 0)) this.#last = other;
    }
    return true;
  }

  has(event: EventId): boolean {
    return this.#events.has(event);
  }

  at(position: number): LogEntry | undefined {
    return this.#entries.get(position);
  }

  get size(): number {
    return this.#entries.size;
  }

  get entries(): readonly LogEntry[] {
    return Array.from(this.#entries.values());
  }

  get last(): LogEntry | undefined {
    return this.#last;
  }

  get meeting(): Meeting {
    this.#told ??= replay(this.#entries.values());
    return this.#told;
  }

  get isOpened(): boolean {
    return this.meeting.opened !== undefined;
  }

  /** Where the row stands that opened it or took it up last; 0 while none has. */
  get openedAt(): number {
    const { opened, resumed } = this.meeting;
    return (resumed ?? opened)?.position ?? 0;
  }
}
