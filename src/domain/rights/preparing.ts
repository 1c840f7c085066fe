import { hasEnded } from "#domain/decision/status.ts";
import type { PersonId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { Seat } from "#domain/table/seat.ts";
import { type Act, isPreparer } from "./people.ts";

type PreparingAct = Act & {
  readonly event: EventOf<
    | "decision-framed"
    | "gate-answered"
    | "seat-set"
    | "seat-removed"
    | "delegate-accepted"
    | "questions-chosen"
    | "rule-chosen"
    | "decision-linked"
    | "decision-unlinked"
    | "decision-read"
  >;
};

/** Who may frame, seat and choose. The gate and the questions stay as they are once started. */
export function judgePreparing(meeting: Meeting, { by, event }: PreparingAct): Refusal | undefined {
  if (event.kind === "decision-read") return judgeReading(meeting, by.id);
  if (event.kind === "delegate-accepted") {
    const place = meeting.seats.get(event.seat);
    if (place === undefined) return { reason: "unknown-seat" };
    if (place.seat.delegate?.id !== by.id) return { reason: "not-allowed", who: "delegate" };
    return place.delegateAccepted ? { reason: "already-so" } : undefined;
  }
  if (!isPreparer(meeting, by)) {
    const who = meeting.status === "in-session" ? "facilitator" : "preparer";
    return { reason: "not-allowed", who };
  }
  switch (event.kind) {
    case "gate-answered":
    case "questions-chosen":
      return meeting.status === "in-session" ? { reason: "already-started" } : undefined;
    case "seat-set":
      return unseats(meeting, event.seat)
        ? { reason: "not-allowed", who: "seat-holder" }
        : judgeSeat(meeting, event.seat);
    case "seat-removed":
      if (!meeting.seats.has(event.seat)) return { reason: "unknown-seat" };
      return meeting.proposal?.stances.has(event.seat) === true
        ? { reason: "not-allowed", who: "seat-holder" }
        : undefined;
    case "decision-linked":
      return judgeLink(meeting, event);
    case "decision-unlinked":
      return meeting.links.has(event.to) ? undefined : { reason: "not-linked" };
    case "decision-framed":
    case "rule-chosen":
      return undefined;
  }
}

/** Whether this would take a seat from somebody whose stance is on the table: objections stay. */
function unseats(meeting: Meeting, seat: Seat): boolean {
  const before = meeting.seats.get(seat.id)?.seat;
  const taken = meeting.proposal?.stances.get(seat.id);
  if (before === undefined || taken === undefined) return false;
  const speaker = taken.recordedFor?.id ?? taken.by.id;
  const keepsSpeaker = seat.person?.id === speaker || seat.delegate?.id === speaker;
  return !keepsSpeaker || before.role !== seat.role || before.duty !== seat.duty;
}

/** What counts as read is told of those who are waited for: whoever has a seat, or is to stand in. */
function judgeReading(meeting: Meeting, reader: PersonId): Refusal | undefined {
  if (meeting.status === "in-session") return { reason: "already-started" };
  if (meeting.read.has(reader)) return { reason: "already-so" };
  const isAwaited = Array.from(meeting.seats.values()).some(
    ({ seat }) => seat.person?.id === reader || seat.delegate?.id === reader,
  );
  return isAwaited ? undefined : { reason: "not-allowed", who: "seat-holder" };
}

/** To reopen is to bring something new: it must be said what. */
function judgeLink(
  meeting: Meeting,
  { link: { relation, to, news } }: EventOf<"decision-linked">,
): Refusal | undefined {
  if (to === meeting.opened?.decision) return { reason: "links-to-itself" };
  return relation === "reopens" && news === undefined ? { reason: "reason-missing" } : undefined;
}

/** Who may take a decision up in another meeting: whoever prepares it, until it is under way. */
export function judgeResuming(meeting: Meeting, { by }: Pick<Act, "by">): Refusal | undefined {
  if (meeting.status === "in-session") return { reason: "already-started" };
  if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "preparer" };
  const isOpen = !hasEnded(meeting.status) || meeting.status === "deferred";
  return isOpen ? undefined : { reason: "already-ended" };
}

/** One person, one seat; nobody stands in for themself. */
function judgeSeat(meeting: Meeting, seat: Seat): Refusal | undefined {
  if (seat.person === undefined) return undefined;
  if (seat.delegate?.id === seat.person.id) return { reason: "delegate-is-the-person" };
  for (const other of meeting.seats.values()) {
    if (other.seat.id !== seat.id && other.seat.person?.id === seat.person.id) {
      return { reason: "person-already-seated" };
    }
  }
  return undefined;
}
