import { hasEnded } from "#domain/decision/status.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { EventId, PersonId } from "#domain/ids.ts";
import type { DecisionEvent, EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { judgeAfterwards } from "./afterwards.ts";
import { judgeClosing, judgeDeciding } from "./deciding.ts";
import { type Act, isPreparer } from "./people.ts";
import { judgePreparing, judgeResuming } from "./preparing.ts";
import { judgeWalking } from "./walking.ts";

/**
 * Why an act has no effect on this meeting, or undefined when it stands. The one place that says
 * who may do what and when: the fold asks it of every row, the surfaces before they offer a button.
 */
export function judge(meeting: Meeting, act: Act): Refusal | undefined {
  const { event } = act;
  if (event.kind === "decision-opened") {
    if (meeting.opened !== undefined) return { reason: "already-opened" };
    return act.meeting === event.meeting.key ? undefined : { reason: "in-another-meeting" };
  }
  if (meeting.opened === undefined) return { reason: "not-opened" };
  // A row of another decision tells nothing of this one.
  if (act.decision !== meeting.opened.decision) return { reason: "not-opened" };
  // What is said elsewhere reaches nobody at this table, so it counts for nobody.
  const here = event.kind === "decision-resumed" ? event.meeting : meetingOf(meeting);
  if (act.meeting !== here?.key) return { reason: "in-another-meeting" };
  if (event.kind === "record-written") {
    if (meeting.closing === undefined) return { reason: "not-closed" };
    if (meeting.record?.hash === event.hash) return { reason: "already-so" };
    // Anybody who was there may finish it; a made-up one is put right by whoever sees it.
    const wasThere = meeting.closing.presence.has(act.by.id) || isPreparer(meeting, act.by);
    return wasThere ? undefined : { reason: "not-allowed", who: "preparer" };
  }
  switch (event.kind) {
    case "decision-resumed":
      return judgeResuming(meeting, act);
    case "decision-amended":
    case "decision-succeeded":
    case "review-held":
      return judgeAfterwards(meeting, { ...act, event });
    default:
      return judgeOpen(meeting, { ...act, event });
  }
}

type OpenAct = Act & {
  readonly event: Exclude<
    DecisionEvent,
    EventOf<
      | "decision-opened"
      | "record-written"
      | "decision-resumed"
      | "decision-amended"
      | "decision-succeeded"
      | "review-held"
    >
  >;
};

/** What may be done while a decision is open. */
function judgeOpen(meeting: Meeting, act: OpenAct): Refusal | undefined {
  const { event } = act;
  if (hasEnded(meeting.status)) return { reason: "already-ended" };
  switch (event.kind) {
    case "decision-framed":
    case "gate-answered":
    case "seat-set":
    case "seat-removed":
    case "delegate-accepted":
    case "questions-chosen":
    case "rule-chosen":
    case "decision-linked":
    case "decision-unlinked":
    case "decision-read":
      return judgePreparing(meeting, { ...act, event });
    case "proposal-made":
    case "stance-taken":
    case "proposal-ruled":
      return judgeDeciding(meeting, { ...act, event });
    case "decision-closed":
      return judgeClosing(meeting, { ...act, event });
    default:
      return judgeWalking(meeting, { ...act, event });
  }
}

/** Where this would be said: in the meeting it names, else in the one the decision is in. */
function whereSaid(meeting: Meeting, event: DecisionEvent): Act["meeting"] {
  if (event.kind === "decision-opened" || event.kind === "decision-resumed") {
    return event.meeting.key;
  }
  return meetingOf(meeting)?.key ?? ("to-be" as Act["meeting"]);
}

/** What would keep this person from doing this now; `nowMs` is server time. */
export function may(
  meeting: Meeting,
  person: PersonId,
  event: DecisionEvent,
  nowMs: number,
): Refusal | undefined {
  return judge(meeting, {
    id: "to-be" as EventId,
    decision: meeting.opened?.decision ?? ("to-be" as Act["decision"]),
    meeting: whereSaid(meeting, event),
    by: { id: person, name: "" },
    atMs: nowMs,
    position: Number.MAX_SAFE_INTEGER,
    event,
  });
}
