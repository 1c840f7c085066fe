import type { EventKind } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { momentLine, momentOf } from "#domain/moment.ts";
import { roundTable } from "./governor.ts";
import type { DecisionRegister, NewLogRow } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** What changes the picture of somebody who may not see others' answers yet. */
const steps: ReadonlySet<string> = new Set<EventKind>([
  "walk-started",
  "question-opened",
  "answers-revealed",
  "question-concluded",
  "time-extended",
  "proposal-made",
  "decision-closed",
]);

/**
 * In a large meeting, notes each step in the Decisions row: its list's push is the only one that
 * most people there listen to, so that three hundred browsers do not ask after every answer.
 */
export async function announceStep(
  register: DecisionRegister,
  meeting: Meeting,
  { decision, kind }: Pick<NewLogRow, "decision" | "kind">,
): Promise<void> {
  if (!steps.has(kind) || meeting.presence.size <= roundTable) return;
  try {
    await register.announce(decision, momentLine(momentOf(meeting)));
  } catch (error) {
    // Whoever missed the word looks again by themself.
    if (!(error instanceof StoreError)) throw error;
  }
}
