import type { DecisionEvent } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Moment } from "#domain/moment.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Drafts } from "#flows/ports.ts";
import type { LeadSheetProps } from "./sheets/lead-sheet.tsx";
import { LeadSheet } from "#surfaces/walk/later/lead-parts.ts";
import type { SheetControl } from "./walk-foot.tsx";

/** One act of the facilitator's menu. */
export interface LeadItem {
  readonly label: string;
  readonly press: () => void;
}

interface LeadItemsNeeds {
  readonly meeting: Meeting;
  readonly moment: Moment;
  readonly act: (event: DecisionEvent) => boolean;
  readonly drafts: Drafts;
  readonly sheet: SheetControl;
  /** Absent where nothing can be shared. */
  readonly share: (() => void) | undefined;
}

/** How much longer one press makes a question. */
const moreMinutes = 2;

/** What the facilitator may do besides the next act, in the order it is offered. */
export function leadItems(needs: LeadItemsNeeds): readonly LeadItem[] {
  const { meeting, moment, act, drafts, sheet, share } = needs;
  const items: LeadItem[] = [];
  const opens = (label: string, task: LeadSheetProps["task"]) => {
    const part = <LeadSheet task={task} moment={moment} drafts={drafts} onClose={sheet.close} />;
    items.push({ label, press: () => sheet.open(part) });
  };

  if (moment.kind === "question") {
    const { question } = moment;
    items.push({
      label: `${moreMinutes} more minutes`,
      press: () => act({ kind: "time-extended", question: question.id, minutes: moreMinutes }),
    });
    opens("Record for someone…", "record-for");
  }
  if (moment.kind === "stances") {
    opens("Record for someone…", "record-for");
    opens("Change the proposal…", "proposal");
  }
  opens("Someone is in the room…", "in-the-room");
  opens("Someone has gone…", "gone");
  opens("Someone has a conflict of interest…", "interest");
  if (share !== undefined) items.push({ label: "Share to stage", press: share });
  // Before the walk nobody leads yet, and there is no question to go back to.
  if (moment.kind === "gathering") return items;
  opens("Hand over…", "hand-over");
  const before = questionBefore(meeting, moment);
  if (before !== undefined) {
    items.push({
      label: `Back to question ${before.number}`,
      press: () => act({ kind: "question-opened", question: before.question.id }),
    });
  }
  opens("End without deciding…", "close");
  return items;
}

function questionBefore(
  { list }: Meeting,
  moment: Moment,
): { readonly question: Question; readonly number: number } | undefined {
  const number = moment.kind === "question" ? moment.number - 1 : list.questions.length;
  const question = list.questions[number - 1];
  return question === undefined ? undefined : { question, number };
}
