import type { Closing, Meeting, Proposal, Round } from "./meeting-state.ts";
import { newRound } from "./meeting-state.ts";
import type { Question } from "./questions/question.ts";

/** What the table is doing now: what every surface shows, and where a late joiner lands. */
export type Moment =
  /** Nobody has opened a decision in this meeting. */
  | { readonly kind: "nothing-framed" }
  /** Framed and seated; the walk has not started. */
  | { readonly kind: "gathering" }
  | {
      readonly kind: "question";
      readonly question: Question;
      readonly round: Round;
      /** 1 for the first. */
      readonly number: number;
      readonly of: number;
    }
  /** All questions are concluded; the facilitator writes the proposal. */
  | { readonly kind: "proposing" }
  | { readonly kind: "stances"; readonly proposal: Proposal }
  | { readonly kind: "closed"; readonly closing: Closing; readonly isRecorded: boolean };

/** The moment a meeting is in. */
export function momentOf(meeting: Meeting): Moment {
  if (meeting.opened === undefined) return { kind: "nothing-framed" };
  if (meeting.closing !== undefined) {
    return {
      kind: "closed",
      closing: meeting.closing,
      isRecorded: meeting.record !== undefined,
    };
  }
  if (meeting.status !== "in-session") return { kind: "gathering" };
  const { questions } = meeting.list;
  const at = questions.findIndex(({ id }) => id === meeting.current);
  const question = questions[at];
  if (question !== undefined) {
    const round = meeting.rounds.get(question.id) ?? newRound;
    return { kind: "question", question, round, number: at + 1, of: questions.length };
  }
  if (meeting.proposal === undefined) return { kind: "proposing" };
  return { kind: "stances", proposal: meeting.proposal };
}

/** When the time box of a question ends, in epoch milliseconds of the server; undefined before it opens. */
export function endOfTimeBox(question: Question, round: Round): number | undefined {
  if (round.openedAtMs === undefined) return undefined;
  return round.openedAtMs + (question.minutes + round.extraMinutes) * 60_000;
}

/** The moment in a few words, for people who read the list while the meeting runs. */
export function momentLine(moment: Moment): string {
  switch (moment.kind) {
    case "nothing-framed":
      return "";
    case "gathering":
      return "Before the walk";
    case "question": {
      const { number, of, round } = moment;
      return `Question ${number} of ${of}${round.revealed ? ", revealed" : ""}`;
    }
    case "proposing":
      return "The proposal is being written";
    case "stances":
      return "Stances";
    case "closed":
      return "Closed";
  }
}
