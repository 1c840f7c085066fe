import { gateSentence } from "#domain/decision/gate-sentence.ts";
import { passGate } from "#domain/decision/gate.ts";
import { owningFunction } from "#domain/decision/owning-function.ts";
import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { type DetailLines, detailLines } from "#domain/proposing/detail-lines.ts";
import { goalsSaid, rightsSaid, risksSaid } from "#domain/proposing/from-answers.ts";
import {
  deciderSeat,
  driverSeats,
  presentDrivers,
  seatList,
  sittings,
} from "#domain/table/seating.ts";
import { oneLine } from "#domain/text.ts";
import { afterLines } from "./after-lines.ts";
import type { DecisionRow } from "./decision-row.ts";
import { dissentLines } from "./dissent-lines.ts";
import { figuresOf } from "./figures.ts";
import { outcomeSentence } from "./outcome-sentence.ts";
import { conclusionLines, saidLines } from "./question-lines.ts";
import { tableLines } from "./table-lines.ts";
import { type TableAsRecorded, tableAsRecorded } from "./table-as-recorded.ts";

/**
 * What the Decisions row says of a meeting, while open and for every way it can end. Who was there
 * is taken as frozen at the close. Plain text throughout, lines apart by a line break.
 *
 * @throws Error where no decision was opened: there is nothing to write a row of.
 */
export function projectRow(meeting: Meeting, hash: string, events: number): DecisionRow {
  const { opened, frame, closing, proposal, gate } = meeting;
  if (opened === undefined) throw new Error("No decision has been opened in this meeting.");
  const table = tableAsRecorded(meeting);
  return {
    decision: opened.decision,
    meeting: (meetingOf(meeting) ?? opened.meeting).key,
    title: oneLine(frame.title),
    status: meeting.status,
    outcome: closing === undefined ? "" : outcomeSentence(closing, proposal),
    proposal: proposal?.text ?? "",
    context: frame.context,
    wantedOutcome: frame.outcome,
    withoutIt: frame.without,
    ...ruleAndResult(meeting, table),
    ...leaders(meeting, table),
    ...figuresOf(meeting, table),
    table: tableLines(meeting, table).join("\n"),
    dissentByName: dissentLines(table.counted).join("\n"),
    conclusions: conclusionLines(meeting).join("\n"),
    ...recordLines(meeting),
    ...afterLines(meeting),
    gateReasons: gate === undefined ? "" : gateSentence(passGate(gate), owningFunction(meeting)),
    functions: [...new Set(seatList(table.seats).map(({ seat }) => seat.function))],
    decidedAtMs: closing?.atMs,
    reviewOn: reviewDay(meeting),
    hash,
    events,
  };
}

function ruleAndResult(
  { rule, proposal, closing }: Meeting,
  { seats, present, counted }: TableAsRecorded,
): Pick<DecisionRow, "rule" | "result"> {
  if (counted !== undefined) {
    return {
      rule: ruleSentence(proposal?.rule ?? rule, counted),
      result: resultSentence(counted, closing !== undefined),
    };
  }
  const entitled = driverSeats(seats).filter(({ seat }) => seat.person !== undefined).length;
  const here = presentDrivers(seats, present).length;
  return { rule: ruleSentence(rule, { entitled, present: here }), result: "" };
}

/** What the proposal brings the answers down to; where it does not, the answers themselves. */
function recordLines(meeting: Meeting): Pick<DecisionRow, keyof DetailLines | "risks"> {
  const { options, conditions, milestones, communication, goals, rights } = detailLines(
    meeting.proposal ?? {},
  );
  return {
    options: options.join("\n"),
    conditions: conditions.join("\n"),
    goals: (goals.length > 0 ? goals : saidLines(goalsSaid(meeting))).join("\n"),
    risks: saidLines(risksSaid(meeting)).join("\n"),
    milestones: milestones.join("\n"),
    rights: (rights.length > 0 ? rights : saidLines(rightsSaid(meeting))).join("\n"),
    communication: communication.join("\n"),
  };
}

function leaders(
  { facilitator }: Meeting,
  { seats, present }: TableAsRecorded,
): Pick<DecisionRow, "decider" | "facilitator"> {
  const deciding = deciderSeat(seats)?.seat;
  const sitting = sittings(seats, present).find(({ seat }) => seat.id === deciding?.id);
  return { decider: sitting?.person ?? deciding?.person, facilitator: facilitator?.person };
}

/** The day set last; none where the last review asked for no other. */
function reviewDay({ after, closing, proposal }: Meeting): string | undefined {
  return (after?.reviewOn ?? closing?.reviewOn ?? proposal?.reviewOn) || undefined;
}
