import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Act, isPreparer, sitsHere } from "./people.ts";

type InterestAct = Act & { readonly event: EventOf<"interest-declared" | "interest-withdrawn"> };

/**
 * Who may declare a conflict of interest: whoever sits there, or the facilitator (before the walk
 * whoever prepares) on behalf of somebody who does. Only who sits there takes it back.
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
  if (event.recordedFor === undefined) return sitsHere(place, by.id) ? undefined : holder;
  if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "facilitator" };
  return sitsHere(place, event.recordedFor.id) ? undefined : holder;
}
