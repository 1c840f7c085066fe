import { link } from "#domain/chain.ts";
import { passGate } from "#domain/decision/gate.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Act } from "#domain/rights/people.ts";

/** The Teams meeting a decision is in now: the one that took it up last. */
export function meetingOf(decision: Meeting): MeetingInfo | undefined {
  return decision.resumed?.meeting ?? decision.opened?.meeting;
}

/**
 * The decision in the meeting that takes it up. Seats, answers and conclusions stay; who is there,
 * who leads, and what was put to the table begin anew.
 */
export function resumed(
  meeting: Meeting,
  { by, atMs, position, event }: Act & { readonly event: EventOf<"decision-resumed"> },
): Meeting {
  const { closing, proposal, facilitator: _, started: __, record: ___, ...kept } = meeting;
  const before = meetingOf(meeting);
  const isCollaborative = kept.gate !== undefined && passGate(kept.gate).route === "collaborative";
  return {
    ...kept,
    status: isCollaborative ? "proposed" : "draft",
    resumed: { by, atMs, position, meeting: event.meeting },
    earlier:
      before === undefined
        ? kept.earlier
        : link({ meeting: before, closing, proposal }, kept.earlier),
    presence: new Map(),
    current: undefined,
  };
}
