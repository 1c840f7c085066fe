import type { SeatId } from "#domain/ids.ts";
import type { Proposal, SeatAtTable } from "#domain/meeting-state.ts";
import { type QuorumState, quorumOf } from "./quorum.ts";
import { type Stance, stances } from "./stance.ts";
import type { Vote } from "./votes.ts";

/** How often each stance was taken. */
export type StanceCounts = Readonly<Record<Stance["stance"], number>>;

/** The figures every method judges by. Each denominator has its name. */
export interface Count {
  /** Who may take a stance: the driver seats somebody holds, without the recused. */
  readonly entitled: number;
  /** Of the entitled, those who are there, or were when they took their stance. */
  readonly present: number;
  /** Of the present, those who have spoken: a stance, abstain included, or the decider's ruling. */
  readonly cast: number;
  readonly recused: number;
  readonly counts: StanceCounts;
  readonly quorum: QuorumState;
  readonly quorumMet: boolean;
  /** Present drivers who have not spoken. Silence is neither agreement nor abstention. */
  readonly silent: readonly SeatId[];
  /** Sign-off seats that object: they stop it whatever the method. */
  readonly blockedBy: readonly SeatId[];
  /** Sign-off seats that are required or present and have not agreed on their ground. */
  readonly unsigned: readonly SeatId[];
}

/** The figures of a round of stances. */
export function count(
  { rule, ruling }: Proposal,
  votes: readonly Vote[],
  seats: ReadonlyMap<SeatId, SeatAtTable>,
): Count {
  const recused = votes.filter((vote) => took(vote, "recused"));
  const entitled = votes.filter((vote) => !recused.includes(vote));
  const present = entitled.filter(({ isPresent }) => isPresent);
  const hasRuled = ({ seat }: Vote) => seat.duty === "decider" && ruling !== undefined;
  const silent = present.filter((vote) => vote.taken === undefined && !hasRuled(vote));
  const signOffs = entitled.filter(({ seat }) => seat.duty === "sign-off");
  const quorum = quorumWithout(recused, { rule, seats, present });
  return {
    entitled: entitled.length,
    present: present.length,
    cast: present.length - silent.length,
    recused: recused.length,
    counts: countStances(votes),
    quorum,
    quorumMet: quorum.met,
    silent: idsOf(silent),
    blockedBy: idsOf(signOffs.filter((vote) => took(vote, "object"))),
    unsigned: idsOf(signOffs.filter((vote) => isNeeded(vote) && !hasSigned(vote))),
  };
}

function quorumWithout(
  recused: readonly Vote[],
  {
    rule,
    seats,
    present,
  }: {
    readonly rule: Proposal["rule"];
    readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
    readonly present: readonly Vote[];
  },
): QuorumState {
  const left = new Set(idsOf(recused));
  return quorumOf(
    rule.quorum,
    [...seats.values()].filter(({ seat }) => !left.has(seat.id)),
    new Set(present.map(({ person }) => person.id)),
  );
}

function isNeeded({ seat, isPresent }: Vote): boolean {
  return seat.required || isPresent;
}

// To disagree and commit is to sign: who must stop it objects. To abstain is not.
function hasSigned(vote: Vote): boolean {
  return vote.taken !== undefined && !took(vote, "object") && !took(vote, "abstain");
}

function took({ taken }: Vote, stance: Stance["stance"]): boolean {
  return taken?.stance.stance === stance;
}

function idsOf(votes: readonly Vote[]): readonly SeatId[] {
  return votes.map(({ seat }) => seat.id);
}

function countStances(votes: readonly Vote[]): StanceCounts {
  const of = (stance: Stance["stance"]) => votes.filter((vote) => took(vote, stance)).length;
  return Object.fromEntries(stances.map((stance) => [stance, of(stance)])) as StanceCounts;
}
