import { canBecome } from "#domain/decision/status.ts";
import { tally } from "#domain/deciding/tally.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting, Proposal } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Act, isFacilitator, isPreparer, speaksHere } from "./people.ts";

type DecidingAct = Act & {
  readonly event: EventOf<"proposal-made" | "stance-taken" | "proposal-ruled">;
};

/** Who may propose, take a stance and rule. */
export function judgeDeciding(meeting: Meeting, { by, event }: DecidingAct): Refusal | undefined {
  if (meeting.status !== "in-session") return { reason: "not-started" };
  if (event.kind === "proposal-made") {
    if (!isFacilitator(meeting, by.id)) return { reason: "not-allowed", who: "facilitator" };
    return meeting.current === undefined ? undefined : { reason: "questions-left" };
  }
  const { proposal } = meeting;
  if (proposal === undefined) return { reason: "no-proposal" };
  if (proposal.id !== event.proposal) return { reason: "proposal-replaced" };
  return event.kind === "stance-taken"
    ? judgeStance(meeting, { by, event })
    : judgeRuling(meeting, proposal, by.id);
}

function judgeStance(
  meeting: Meeting,
  { by, event }: Pick<Act, "by"> & { readonly event: EventOf<"stance-taken"> },
): Refusal | undefined {
  const place = meeting.seats.get(event.seat);
  if (place === undefined) return { reason: "unknown-seat" };
  if (place.seat.role !== "driver") return { reason: "not-allowed", who: "driver" };
  if (place.recused !== undefined) return { reason: "seat-recused" };
  if (event.recordedFor === undefined) {
    return speaksHere(meeting, place, by.id)
      ? undefined
      : { reason: "not-allowed", who: "seat-holder" };
  }
  if (!isFacilitator(meeting, by.id)) return { reason: "not-allowed", who: "facilitator" };
  return speaksHere(meeting, place, event.recordedFor.id)
    ? undefined
    : { reason: "not-allowed", who: "seat-holder" };
}

function judgeRuling(
  meeting: Meeting,
  proposal: Proposal,
  author: Act["by"]["id"],
): Refusal | undefined {
  if (proposal.rule.method !== "single-decider") return { reason: "not-single-decider" };
  for (const place of meeting.seats.values()) {
    if (place.recused !== undefined) continue;
    if (place.seat.duty === "decider" && speaksHere(meeting, place, author)) return undefined;
  }
  return { reason: "not-allowed", who: "decider" };
}

/** Who may close, and with which outcome: `decided` only where the rule says it passed. */
export function judgeClosing(
  meeting: Meeting,
  { by, atMs, event }: Act & { readonly event: EventOf<"decision-closed"> },
): Refusal | undefined {
  if (!isPreparer(meeting, by)) {
    const who = meeting.status === "in-session" ? "facilitator" : "preparer";
    return { reason: "not-allowed", who };
  }
  if (!canBecome(meeting.status, event.outcome)) return { reason: "not-started" };
  if (event.outcome !== "decided") {
    return event.reason === undefined ? { reason: "reason-missing" } : undefined;
  }
  if (meeting.proposal === undefined) return { reason: "no-proposal" };
  const { seats, presence, proposal } = meeting;
  return tally({ proposal, seats, presence, atMs }).state === "passed"
    ? undefined
    : { reason: "not-passed" };
}
