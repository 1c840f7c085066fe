import type { PersonId, SeatId } from "#domain/ids.ts";
import type { Presence, Proposal, SeatAtTable, TakenStance } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { sittings, standIns } from "#domain/table/seating.ts";

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
 * The driver seats somebody holds, each with its latest stance. A stance counts while its speaker
 * holds the seat, as its person or accepted delegate. It stands when they leave before the close:
 * else whoever loses their connection would lose their objection with it.
 */
export function votesOf(
  { stances }: Proposal,
  seats: ReadonlyMap<SeatId, SeatAtTable>,
  presence: ReadonlyMap<PersonId, Presence>,
): readonly Vote[] {
  const delegates = standIns(seats);
  const recusals = recusalsAt(seats);
  return sittings(seats, presence).flatMap(({ seat, person, via }): readonly Vote[] => {
    if (seat.role !== "driver") return [];
    const recused = recusals.get(seat.id);
    if (recused !== undefined) {
      const who = person ?? seat.person;
      const isPresent = person !== undefined;
      return who === undefined ? [] : [{ seat, person: who, via, isPresent, taken: recused }];
    }
    const delegate = delegates.get(seat.id);
    const taken = stances.get(seat.id);
    const speaker = taken === undefined ? undefined : speakerOf(taken, seat.person, delegate);
    if (taken !== undefined && speaker !== undefined) {
      return [{ seat, ...speaker, isPresent: true, taken }];
    }
    if (person !== undefined) return [{ seat, person, via, isPresent: true }];
    if (seat.person !== undefined) {
      return [{ seat, person: seat.person, via: "person", isPresent: false }];
    }
    return delegate === undefined
      ? []
      : [{ seat, person: delegate, via: "delegate", isPresent: false }];
  });
}

/** A conflict of interest, declared beforehand, as the stance it comes to. */
function recusalsAt(seats: ReadonlyMap<SeatId, SeatAtTable>): ReadonlyMap<SeatId, TakenStance> {
  const recusals = new Map<SeatId, TakenStance>();
  for (const [seat, { recused }] of seats) {
    if (recused === undefined) continue;
    const { by, recordedFor, reason, atMs } = recused;
    recusals.set(seat, { seat, by, recordedFor, atMs, stance: { stance: "recused", reason } });
  }
  return recusals;
}

function speakerOf(
  { by, recordedFor }: TakenStance,
  person: Person | undefined,
  delegate: Person | undefined,
): Pick<Vote, "person" | "via"> | undefined {
  const speaker = recordedFor?.id ?? by.id;
  if (person?.id === speaker) return { person, via: "person" };
  return delegate?.id === speaker ? { person: delegate, via: "delegate" } : undefined;
}
