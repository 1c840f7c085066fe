import type { PersonId, SeatId } from "#domain/ids.ts";
import type { Presence, Proposal, SeatAtTable, TakenStance } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { driverSeats, sitter } from "#domain/table/seating.ts";

/** One driver seat and what was said for it. */
export interface Vote {
  readonly seat: Seat;
  /** Who sits there, or sat there when the stance was taken; else whose seat it is. */
  readonly person: Person;
  readonly via: "person" | "delegate";
  readonly isPresent: boolean;
  /** The latest stance of this seat; absent while it is silent. */
  readonly taken?: TakenStance;
}

/**
 * The driver seats somebody holds, each with its latest stance. A stance counts when its speaker
 * holds the seat still, as its person or accepted delegate; it stands when they leave before the
 * close, or whoever loses their connection would lose their objection with it.
 */
export function votesOf(
  proposal: Proposal,
  seats: ReadonlyMap<SeatId, SeatAtTable>,
  presence: ReadonlyMap<PersonId, Presence>,
): readonly Vote[] {
  return driverSeats(seats).flatMap((place): readonly Vote[] => {
    const { seat } = place;
    const taken = proposal.stances.get(seat.id);
    const speaker = taken === undefined ? undefined : holder(place, taken);
    if (taken !== undefined && speaker !== undefined) {
      return [{ seat, ...speaker, isPresent: true, taken }];
    }
    const { person, via } = sitter(place, presence);
    if (person !== undefined) return [{ seat, person, via, isPresent: true }];
    const whose = seat.person ?? (place.delegateAccepted ? seat.delegate : undefined);
    if (whose === undefined) return [];
    const how = seat.person === undefined ? "delegate" : "person";
    return [{ seat, person: whose, via: how, isPresent: false }];
  });
}

function holder(
  { seat, delegateAccepted }: SeatAtTable,
  { by, recordedFor }: TakenStance,
): { readonly person: Person; readonly via: Vote["via"] } | undefined {
  const speaker = recordedFor?.id ?? by.id;
  if (seat.person?.id === speaker) return { person: seat.person, via: "person" };
  if (!delegateAccepted || seat.delegate?.id !== speaker) return undefined;
  return { person: seat.delegate, via: "delegate" };
}
