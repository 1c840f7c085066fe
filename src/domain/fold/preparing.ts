import { passGate } from "#domain/decision/gate.ts";
import type { SeatId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting, SeatAtTable } from "#domain/meeting-state.ts";
import type { Seat } from "#domain/table/seat.ts";

/** The meeting after something was prepared. */
export function prepared(
  meeting: Meeting,
  event: EventOf<
    | "decision-framed"
    | "gate-answered"
    | "seat-set"
    | "seat-removed"
    | "delegate-accepted"
    | "questions-chosen"
    | "rule-chosen"
    | "decision-linked"
    | "decision-unlinked"
  >,
): Meeting {
  switch (event.kind) {
    case "decision-framed":
      return { ...meeting, frame: event.frame };
    case "gate-answered": {
      const { route } = passGate(event.gate);
      const status = route === "collaborative" ? "proposed" : "draft";
      return { ...meeting, gate: event.gate, status };
    }
    case "seat-set":
      return withSeat(meeting, {
        seat: event.seat,
        delegateAccepted: isSameDelegate(meeting.seats.get(event.seat.id), event.seat),
        recused: recusalKept(meeting.seats.get(event.seat.id), event.seat),
      });
    case "seat-removed":
      return { ...meeting, seats: without(meeting.seats, event.seat) };
    case "delegate-accepted": {
      const place = meeting.seats.get(event.seat);
      return place === undefined
        ? meeting
        : withSeat(meeting, { ...place, delegateAccepted: true });
    }
    case "questions-chosen":
      return { ...meeting, list: event.list };
    case "rule-chosen":
      return { ...meeting, rule: event.rule };
    case "decision-linked":
      return { ...meeting, links: new Map(meeting.links).set(event.link.to, event.link) };
    case "decision-unlinked": {
      const links = new Map(meeting.links);
      links.delete(event.to);
      return { ...meeting, links };
    }
  }
}

function withSeat(meeting: Meeting, place: SeatAtTable): Meeting {
  return { ...meeting, seats: new Map(meeting.seats).set(place.seat.id, place) };
}

/** An acceptance holds for the delegate who gave it, not for whoever is named next. */
function isSameDelegate(before: SeatAtTable | undefined, seat: Seat): boolean {
  if (before === undefined || !before.delegateAccepted || seat.delegate === undefined) return false;
  return before.seat.delegate?.id === seat.delegate.id;
}

/** A conflict of interest is a person's: it stays with the seat while the same one sits there. */
function recusalKept(before: SeatAtTable | undefined, seat: Seat): SeatAtTable["recused"] {
  return before?.seat.person?.id === seat.person?.id ? before?.recused : undefined;
}

function without(seats: Meeting["seats"], seat: SeatId): Meeting["seats"] {
  const left = new Map(seats);
  left.delete(seat);
  return left;
}
