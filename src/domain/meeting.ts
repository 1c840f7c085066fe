import { link } from "./chain.ts";
import { addedTo } from "./fold/afterwards.ts";
import { decided } from "./fold/deciding.ts";
import { prepared } from "./fold/preparing.ts";
import { heard } from "./fold/presence.ts";
import { resumed } from "./fold/resuming.ts";
import { walked } from "./fold/walking.ts";
import type { EventId } from "./ids.ts";
import type { LogEntry } from "./log/entry.ts";
import { type Meeting, newMeeting } from "./meeting-state.ts";
import { judge } from "./rights/judge.ts";

/**
 * The meeting that a log tells: the same for everyone, whatever order its entries arrive in and
 * however often. The entries are those of one decision.
 */
export function replay(entries: Iterable<LogEntry>): Meeting {
  return inOrder(entries).reduce(evolve, newMeeting);
}

/**
 * The entries by position, each once. Our own append answers before a colleague's earlier row is
 * read, so positions rule, not arrival; of two rows with one event id the earlier stands.
 */
export function inOrder(entries: Iterable<LogEntry>): readonly LogEntry[] {
  const byPosition = new Map(Array.from(entries, (entry) => [entry.position, entry]));
  const said = new Set<EventId>();
  return Array.from(byPosition.values())
    .sort((a, b) => a.position - b.position)
    .filter(({ id }) => !said.has(id) && said.add(id));
}

/**
 * The meeting after its next entry. Total: an entry its author had no right to, or that came too
 * late, changes nothing and is kept among the refused.
 */
export function evolve(meeting: Meeting, entry: LogEntry): Meeting {
  const refusal = judge(meeting, entry);
  if (refusal !== undefined) {
    return { ...meeting, refused: link({ entry, refusal }, meeting.refused) };
  }
  return heard(apply(meeting, entry), entry);
}

function apply(meeting: Meeting, entry: LogEntry): Meeting {
  const { event } = entry;
  switch (event.kind) {
    case "decision-opened": {
      const { decision, by, atMs, position } = entry;
      return {
        ...meeting,
        opened: { decision, by, atMs, position, meeting: event.meeting },
        frame: { ...meeting.frame, title: event.title },
      };
    }
    case "decision-framed":
      return { ...prepared(meeting, event), framed: { by: entry.by, atMs: entry.atMs } };
    case "gate-answered":
    case "seat-set":
    case "seat-removed":
    case "delegate-accepted":
    case "questions-chosen":
    case "rule-chosen":
    case "decision-linked":
    case "decision-unlinked":
      return prepared(meeting, event);
    case "decision-read":
      return { ...meeting, read: new Set(meeting.read).add(entry.by.id) };
    case "decision-resumed":
      return resumed(meeting, { ...entry, event });
    case "decision-amended":
    case "decision-succeeded":
    case "review-held":
      return addedTo(meeting, { ...entry, event });
    case "proposal-made":
    case "stance-taken":
    case "proposal-ruled":
    case "decision-closed":
    case "record-written":
      return decided(meeting, { ...entry, event });
    default:
      return walked(meeting, { ...entry, event });
  }
}
