import { latestAnswers } from "#domain/latest-answers.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { messageLine, milestoneLine } from "#domain/proposing/detail-lines.ts";
import { goalLine, rightLine, riskLine } from "#domain/questions/answer-lines.ts";
import type { Person } from "#domain/table/person.ts";
import { seatOf } from "#domain/table/seating.ts";

/** What a person takes away from a decision: what their seat answers for, and what names them. */
export function ownCommitments(meeting: Meeting, me: Person): readonly string[] {
  const { seats } = meeting.closing ?? meeting;
  const seat = seatOf(seats, me.id)?.seat;
  const isMe = (named: string | undefined) =>
    named !== undefined && (isSame(named, me.name) || isSame(named, seat?.function ?? ""));
  const lines = new Set<string>();
  if (seat?.accountability !== undefined) lines.add(seat.accountability);
  const { goals, rights, milestones = [], communication = [] } = meeting.proposal ?? {};
  for (const goal of goals ?? []) if (isMe(goal.owner)) lines.add(goalLine(goal));
  for (const milestone of milestones) {
    if (isMe(milestone.owner)) lines.add(milestoneLine(milestone));
  }
  for (const right of rights ?? []) if (isMe(right.who)) lines.add(rightLine(right));
  for (const message of communication) if (isMe(message.by)) lines.add(messageLine(message));
  for (const { id } of meeting.list.questions) {
    for (const { answer } of latestAnswers(meeting.rounds.get(id))) {
      const { goal, risk, rights: right } = answer;
      // Where the proposal chose among the answers, what it left out binds nobody.
      if (goals === undefined && goal !== undefined && isMe(goal.owner)) lines.add(goalLine(goal));
      if (risk !== undefined && isMe(risk.whoCouldSee)) lines.add(riskLine(risk));
      if (rights === undefined && right !== undefined && isMe(right.who)) {
        lines.add(rightLine(right));
      }
    }
  }
  return [...lines];
}

function isSame(a: string, b: string): boolean {
  return b !== "" && a.trim().toLocaleLowerCase("en") === b.trim().toLocaleLowerCase("en");
}
