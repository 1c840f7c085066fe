import { hearingMs } from "#domain/deciding/methods.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import type { Meeting, Proposal } from "#domain/meeting-state.ts";
import { deciderSeat } from "#domain/table/seating.ts";

/** How far the hearing of stances has come. */
export interface Hearing {
  readonly standing: Tally;
  /** Everybody but the decider has spoken, or had their minute: the decider may rule. */
  readonly isHeard: boolean;
  /** Stances are shown once they no longer steer each other. */
  readonly isShown: boolean;
}

/** The hearing of a proposal at a time of the server. */
export function hearingOf(meeting: Meeting, proposal: Proposal, nowMs: number): Hearing {
  const standing = tally({ ...meeting, proposal });
  const decider = deciderSeat(meeting.seats)?.seat.id;
  const isHeard =
    standing.silent.every((seat) => seat === decider) || nowMs - proposal.atMs >= hearingMs;
  const isRuledByOne = proposal.rule.method === "single-decider";
  const isShown =
    standing.silent.length === 0 || proposal.ruling !== undefined || (isRuledByOne && isHeard);
  return { standing, isHeard, isShown };
}
