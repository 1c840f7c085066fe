import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import {
  coveredFunctions,
  deciderSeat,
  driverSeats,
  presentDrivers,
  seatList,
  sitter,
} from "#domain/table/seating.ts";
import type { DecisionRow } from "./decision-row.ts";
import { outcomeSentence } from "./outcome-sentence.ts";
import { answersOfKind, conclusionLines } from "./question-lines.ts";
import { dissentLines, dissenters, tableLines } from "./table-lines.ts";

/**
 * What the Decisions row says of a meeting, while open and for every way it can end. Who was there
 * is taken as frozen at the close. Plain text throughout, lines apart by a line break.
 *
 * @throws Error where no decision was opened: there is nothing to write a row of.
 */
export function projectRow(meeting: Meeting, hash: string, events: number): DecisionRow {
  const { opened, frame, closing, proposal } = meeting;
  if (opened === undefined) throw new Error("No decision has been opened in this meeting.");
  const { seats, presence } = closing ?? meeting;
  const counted = proposal === undefined ? undefined : tally({ proposal, seats, presence });
  const covered = coveredFunctions(seats, presence);
  return {
    decision: opened.decision,
    meeting: opened.meeting.key,
    title: frame.title,
    status: meeting.status,
    outcome: closing === undefined ? "" : outcomeSentence(closing, proposal),
    proposal: proposal?.text ?? "",
    context: frame.context,
    wantedOutcome: frame.outcome,
    withoutIt: frame.without,
    ...sentencesOf(meeting, counted),
    decider: deciderOf(meeting),
    facilitator: facilitatorOf(meeting),
    driversPresent: presentDrivers(seats, presence).length,
    drivers: driverSeats(seats).length,
    functionsCovered: frame.functions.filter((name) => covered.has(name)).length,
    functionsNeeded: frame.functions.length,
    dissent: counted === undefined ? 0 : dissenters(counted).length,
    table: tableLines(seats, presence, counted).join("\n"),
    dissentByName: counted === undefined ? "" : dissentLines(counted).join("\n"),
    conclusions: conclusionLines(meeting).join("\n"),
    goals: answersOfKind(meeting, "goal").join("\n"),
    risks: answersOfKind(meeting, "risk").join("\n"),
    rights: answersOfKind(meeting, "rights").join("\n"),
    functions: [...new Set(seatList(seats).map(({ seat }) => seat.function))],
    decidedAtMs: closing?.atMs,
    reviewOn: closing?.reviewOn ?? proposal?.reviewOn,
    hash,
    events,
  };
}

function sentencesOf(
  meeting: Meeting,
  counted: Tally | undefined,
): Pick<DecisionRow, "rule" | "result"> {
  const { seats, presence } = meeting.closing ?? meeting;
  if (counted !== undefined) {
    const rule = meeting.proposal?.rule ?? meeting.rule;
    return { rule: ruleSentence(rule, counted), result: resultSentence(counted) };
  }
  const entitled = driverSeats(seats).filter(({ seat }) => seat.person !== undefined).length;
  const present = presentDrivers(seats, presence).length;
  return { rule: ruleSentence(meeting.rule, { entitled, present }), result: "" };
}

function deciderOf(meeting: Meeting): Person | undefined {
  const { seats, presence } = meeting.closing ?? meeting;
  const place = deciderSeat(seats);
  if (place === undefined) return undefined;
  return sitter(place, presence).person ?? place.seat.person;
}

function facilitatorOf({ facilitator }: Meeting): Person | undefined {
  if (facilitator === undefined) return undefined;
  return { id: facilitator.person.id, name: facilitator.person.name };
}
