import type { DecisionId, EventId, MeetingKey } from "#domain/ids.ts";
import { type LogEntry, type LogRow, type UnreadableRow, readEntry } from "#domain/log/entry.ts";
import { evolve, replay } from "#domain/meeting.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";

/** The rows one browser has seen of one meeting, and the meeting they tell. */
export interface LogBook {
  /** Takes rows in, in any order and however often; says whether anything was new. */
  take(rows: Iterable<LogRow>): boolean;
  /** Takes deleted rows out: nobody who opens the meeting now would see them. */
  drop(positions: Iterable<number>): boolean;
  /** The meeting of the decision opened last. */
  meeting(): Meeting;
  has(event: EventId): boolean;
  /** The last entry of the current decision, for the next one to name. */
  last(): LogEntry | undefined;
  unreadable(): readonly UnreadableRow[];
  /** Lookup ids of everybody who has written, by Entra id: the way to fill person columns. */
  lookupIds(): ReadonlyMap<string, string>;
}

interface Story {
  readonly entries: Map<number, LogEntry>;
  last: LogEntry | undefined;
  /** Undefined when a late, changed or deleted row asks for the whole story again. */
  told: Meeting | undefined;
}

/** A book with nothing in it yet; rows of other meetings of the same list are passed over. */
export function newLogBook(meeting: MeetingKey): LogBook {
  const stories = new Map<DecisionId, Story>();
  const placeOf = new Map<number, DecisionId>();
  const events = new Set<EventId>();
  const unreadable = new Map<number, UnreadableRow>();
  const lookupIds = new Map<string, string>();

  function add(entry: LogEntry): boolean {
    const story = stories.get(entry.decision) ?? {
      entries: new Map<number, LogEntry>(),
      last: undefined,
      told: newMeeting,
    };
    if (story.entries.has(entry.position)) return false;
    stories.set(entry.decision, story);
    placeOf.set(entry.position, entry.decision);
    const follows = entry.position > (story.last?.position ?? 0) && !events.has(entry.id);
    story.entries.set(entry.position, entry);
    events.add(entry.id);
    // In order is the common case and costs one step; anything else is told afresh when asked for.
    story.told = follows && story.told !== undefined ? evolve(story.told, entry) : undefined;
    if (follows) story.last = entry;
    return true;
  }

  function remove(position: number): boolean {
    const story = stories.get(placeOf.get(position) ?? ("" as DecisionId));
    const entry = story?.entries.get(position);
    if (story === undefined || entry === undefined) return false;
    story.entries.delete(position);
    events.delete(entry.id);
    story.told = undefined;
    story.last = Array.from(story.entries.values()).reduce<LogEntry | undefined>(
      (last, other) => (last === undefined || other.position > last.position ? other : last),
      undefined,
    );
    return true;
  }

  function takeOne(row: LogRow): boolean {
    if (row.meeting !== meeting) return false;
    if (row.authorLookupId !== undefined) {
      lookupIds.set(row.authorId.toLowerCase(), row.authorLookupId);
    }
    const read = readEntry(row);
    if (read.ok) return add(read.value);
    const isNew = unreadable.get(row.position)?.why !== read.refusal.why;
    unreadable.set(row.position, read.refusal);
    // A row changed after it was written no longer says what its author said.
    return remove(row.position) || isNew;
  }

  function current(): Story | undefined {
    let newest: Story | undefined;
    let openedAt = -1;
    for (const story of stories.values()) {
      for (const entry of story.entries.values()) {
        if (entry.event.kind !== "decision-opened") continue;
        if (entry.position > openedAt) [newest, openedAt] = [story, entry.position];
        break;
      }
    }
    return newest;
  }

  return {
    take: (rows) => Array.from(rows, takeOne).some(Boolean),
    drop: (positions) => Array.from(positions, remove).some(Boolean),
    meeting() {
      const story = current();
      if (story === undefined) return newMeeting;
      story.told ??= replay(story.entries.values());
      return story.told;
    },
    has: (event) => events.has(event),
    last: () => current()?.last,
    unreadable: () => Array.from(unreadable.values()),
    lookupIds: () => lookupIds,
  };
}
