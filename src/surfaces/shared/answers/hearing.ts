import { hearingMs } from "#domain/deciding/methods.ts";
import { isCounting } from "#domain/deciding/counting.ts";
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
  const standing = tally({ ...meeting, proposal, atMs: nowMs });
  const decider = deciderSeat(meeting.seats)?.seat.id;
  const { method } = proposal.rule;
  const isTimeUp = nowMs - proposal.atMs >= hearingMs;
  const isHeard = isTimeUp || standing.silent.every((seat) => seat === decider);
  const isShown =
    standing.silent.length === 0 ||
    proposal.ruling !== undefined ||
    (method === "single-decider" && isHeard) ||
    // Once silence holds nothing up any more, what can be closed must be seen.
    (isCounting(method) && isTimeUp);
  return { standing, isHeard, isShown };
}
