import type { PersonId, SeatId } from "#domain/ids.ts";
import type { Presence, Proposal, SeatAtTable } from "#domain/meeting-state.ts";
import { type Count, count } from "./count.ts";
import { type Measure, measureOf } from "./measure.ts";
import { type Round, methods } from "./methods.ts";
import type { Method } from "./rule.ts";
import type { Standing } from "./standing.ts";
import { type Vote, votesOf } from "./votes.ts";

/** What is counted: a proposal, the table it was put to, and who is there. */
export interface ToTally {
  readonly proposal: Proposal;
  readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
  readonly presence: ReadonlyMap<PersonId, Presence>;
  /** When it is counted, in epoch milliseconds: a silent driver is passed over after a while. */
  readonly atMs?: number | undefined;
}

/** A proposal counted: how it stands under its rule, the figures, and the votes behind them. */
export type Tally = Standing &
  Count & {
    readonly method: Method;
    /** Only where the method counts who is for it. */
    readonly measure: Measure | undefined;
    /** One for each driver seat that somebody holds, in the order of the table. */
    readonly votes: readonly Vote[];
  };

/**
 * Counts the stances on a proposal: the latest of each seat, whatever order they came in. Recused
 * leaves the denominator, abstain stays in the quorum, silent is neither.
 */
export function tally({ proposal, seats, presence, atMs }: ToTally): Tally {
  const votes = votesOf(proposal, seats, presence);
  const counted = count(proposal, votes, seats);
  const measure = measureOf(proposal.rule, counted);
  const standing = stands({ ...counted, votes, proposal, presence, measure, atMs });
  return { method: proposal.rule.method, votes, measure, ...counted, ...standing };
}

// What holds whatever the method: a sign-off can stop it, and must have agreed before it passes.
function stands(round: Round): Standing {
  if (round.blockedBy.length > 0) return { state: "failed", why: "sign-off-objects" };
  const standing = methods[round.proposal.rule.method](round);
  if (standing.state !== "passed" || round.unsigned.length === 0) return standing;
  return { state: "open", why: "sign-off-missing" };
}
