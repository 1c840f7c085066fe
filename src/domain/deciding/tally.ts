import type { PersonId, SeatId } from "#domain/ids.ts";
import type { Presence, Proposal, SeatAtTable } from "#domain/meeting-state.ts";
import { count, type StanceCounts } from "./count.ts";
import { methods } from "./methods.ts";
import type { QuorumState } from "./quorum.ts";
import type { Method } from "./rule.ts";
import type { Vote } from "./votes.ts";
import { votesOf } from "./votes.ts";

/** What is counted: a proposal, the table it was put to, and who is there. */
export interface ToTally {
  readonly proposal: Proposal;
  readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
  readonly presence: ReadonlyMap<PersonId, Presence>;
}

/** Why a proposal has neither passed nor failed yet. */
export type WhyOpen =
  | "quorum-unmet"
  | "stances-missing"
  | "no-decider"
  | "decider-recused"
  | "decider-has-not-ruled";

/** Why a proposal has not passed, as things stand: a changed stance may still turn it. */
export type WhyFailed = "sign-off-objects" | "objection" | "ruled-against" | "nobody-agrees";

/** How a proposal stands under its rule. */
export type Standing =
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly why: WhyFailed }
  | { readonly state: "open"; readonly why: WhyOpen };

/** A proposal counted. Each denominator has its name, so that a sentence can say which it means. */
export type Tally = Standing & {
  readonly method: Method;
  /** One for each driver seat that somebody holds, in the order of the table. */
  readonly votes: readonly Vote[];
  /** Who may take a stance: the held driver seats, without the recused. */
  readonly entitled: number;
  /** Of the entitled, those who are there, or were when they took their stance. */
  readonly present: number;
  /** Of the present, those who have said something, abstentions included. */
  readonly cast: number;
  readonly recused: number;
  readonly counts: StanceCounts;
  readonly quorum: QuorumState;
  readonly quorumMet: boolean;
  /** Present drivers who have said nothing. Silence is neither agreement nor abstention. */
  readonly silent: readonly SeatId[];
  /** Sign-off seats that object: they stop it whatever the method. */
  readonly blockedBy: readonly SeatId[];
};

/**
 * Counts the stances on a proposal: the latest of each seat, whatever order they came in. Recused
 * leaves the denominator, abstain stays in the quorum, silent is neither.
 */
export function tally({ proposal, seats, presence }: ToTally): Tally {
  const votes = votesOf(proposal, seats, presence);
  const counted = count(proposal.rule.quorum, votes, seats);
  const standing: Standing =
    counted.blockedBy.length > 0
      ? { state: "failed", why: "sign-off-objects" }
      : methods[proposal.rule.method]({ ...counted, votes, proposal, presence });
  return { method: proposal.rule.method, votes, ...counted, ...standing };
}
