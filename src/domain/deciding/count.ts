import type { PersonId, SeatId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { type QuorumState, quorumOf } from "./quorum.ts";
import type { Quorum } from "./rule.ts";
import { type Stance, stances } from "./stance.ts";
import type { Vote } from "./votes.ts";

/** How often each stance was taken. */
export type StanceCounts = Readonly<Record<Stance["stance"], number>>;

/** The figures every method judges by. */
export interface Count {
  readonly entitled: number;
  readonly present: number;
  readonly cast: number;
  readonly recused: number;
  readonly counts: StanceCounts;
  readonly quorum: QuorumState;
  readonly quorumMet: boolean;
  readonly silent: readonly SeatId[];
  readonly blockedBy: readonly SeatId[];
}

/** The figures of a round of stances. */
export function count(
  rule: Quorum,
  votes: readonly Vote[],
  seats: ReadonlyMap<SeatId, SeatAtTable>,
): Count {
  const isRecused = ({ taken }: Vote) => taken?.stance.stance === "recused";
  const entitled = votes.filter((vote) => !isRecused(vote));
  const present = entitled.filter((vote) => vote.isPresent);
  const silent = present.filter(({ taken }) => taken === undefined);
  const recusedSeats = new Set(votes.filter(isRecused).map(({ seat }) => seat.id));
  const quorum = quorumOf(
    rule,
    Array.from(seats.values()).filter(({ seat }) => !recusedSeats.has(seat.id)),
    new Set<PersonId>(present.map(({ person }) => person.id)),
  );
  return {
    entitled: entitled.length,
    present: present.length,
    cast: present.length - silent.length,
    recused: recusedSeats.size,
    counts: countStances(votes),
    quorum,
    quorumMet: quorum.met,
    silent: silent.map(({ seat }) => seat.id),
    blockedBy: votes
      .filter(({ seat, taken }) => seat.duty === "sign-off" && taken?.stance.stance === "object")
      .map(({ seat }) => seat.id),
  };
}

function countStances(votes: readonly Vote[]): StanceCounts {
  const of = (name: Stance["stance"]) =>
    votes.filter(({ taken }) => taken?.stance.stance === name).length;
  return Object.fromEntries(stances.map((name) => [name, of(name)])) as StanceCounts;
}
