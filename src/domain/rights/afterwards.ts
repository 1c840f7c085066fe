import { oldestFirst } from "#domain/chain.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Act, isPreparer } from "./people.ts";

type AfterAct = Act & {
  readonly event: EventOf<"decision-amended" | "decision-succeeded" | "review-held">;
};

/**
 * Who may add to a decision that was taken: whoever opened it, the organizer and its drivers. One
 * that was replaced may be replaced by further decisions, and is otherwise at its end.
 */
export function judgeAfterwards(meeting: Meeting, { by, event }: AfterAct): Refusal | undefined {
  if (meeting.closing?.outcome !== "decided") return { reason: "not-decided" };
  if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "preparer" };
  const { status } = meeting;
  if (event.kind === "decision-succeeded") {
    if (event.successor === meeting.opened?.decision) return { reason: "links-to-itself" };
    const known = oldestFirst(meeting.after?.successors);
    return known.some(({ decision }) => decision === event.successor)
      ? { reason: "already-so" }
      : undefined;
  }
  return status === "decided" || status === "amended" ? undefined : { reason: "already-ended" };
}
