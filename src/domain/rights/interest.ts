import type { PersonId, SeatId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Act, isPreparer, sitsHere, speaksHere } from "./people.ts";

type InterestAct = Act & { readonly event: EventOf<"interest-declared" | "interest-withdrawn"> };

/**
 * Who may declare a conflict of interest: whoever speaks for the seat, or the facilitator (before
 * the walk whoever prepares) on behalf of them. A stance on the table is taken out of the count by
 * nobody but who took it or wrote it down. Only who sits there takes a declaration back.
 */
export function judgeInterest(meeting: Meeting, { by, event }: InterestAct): Refusal | undefined {
  const place = meeting.seats.get(event.seat);
  if (place === undefined) return { reason: "unknown-seat" };
  const holder = { reason: "not-allowed", who: "seat-holder" } as const;
  if (event.kind === "interest-withdrawn") {
    if (place.recused === undefined) return { reason: "already-so" };
    const isTheirs = sitsHere(place, by.id) || place.recused.by.id === by.id;
    return isTheirs ? undefined : holder;
  }
  if (place.recused !== undefined) return { reason: "already-so" };
  if (silences(meeting, event.seat, by.id)) return holder;
  if (event.recordedFor === undefined)
    return speaksHere(meeting, place, by.id) ? undefined : holder;
  if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "facilitator" };
  return speaksHere(meeting, place, event.recordedFor.id) ? undefined : holder;
}

/** Whether this would take out of the count what somebody else has said for the seat. */
function silences({ proposal }: Meeting, seat: SeatId, person: PersonId): boolean {
  const taken = proposal?.stances.get(seat);
  return taken !== undefined && taken.by.id !== person && taken.recordedFor?.id !== person;
}
