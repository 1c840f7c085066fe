import { meetingOf } from "#domain/fold/resuming.ts";
import { latestAnswers } from "#domain/latest-answers.ts";
import { namedDecisions } from "#domain/linking/link.ts";
import type { Author } from "#domain/log/entry.ts";
import type { GivenAnswer, Meeting } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { Person } from "#domain/table/person.ts";
import type {
  AnswerInDocument,
  DecisionDocument,
  LinkInDocument,
  LogInDocument,
  PersonInDocument,
  QuestionInDocument,
  SeatInDocument,
} from "./decision-document.ts";
import { type Exported, linesOf } from "./exported.ts";
import { type SeatAsRecorded, seatsAsRecorded } from "./seats-as-recorded.ts";

/** A decision as indented JSON that may stand inside a web page: no `<` ends a script in it. */
export function documentText(exported: Exported): string {
  const text = JSON.stringify(toDocument(exported), null, 2);
  return `${text.replace(/[<\u2028\u2029]/gu, escaped)}\n`;
}

/** A decision as its document. */
export function toDocument(exported: Exported): DecisionDocument {
  const { item, row, webUrl, createdAtMs, meeting } = exported;
  return {
    format: "quorate.decision",
    version: 1,
    decision: {
      id: row.decision,
      number: item,
      title: row.title,
      status: row.status,
      openedAt: time(meeting?.opened?.atMs ?? createdAtMs),
      decidedAt: row.decidedAtMs === undefined ? null : time(row.decidedAtMs),
      reviewOn: row.reviewOn ?? null,
      daysToDecide: row.daysToDecide ?? null,
      url: webUrl,
    },
    why: {
      context: row.context,
      wantedOutcome: row.wantedOutcome,
      withoutIt: row.withoutIt,
      gate: row.gateReasons,
    },
    how: {
      proposal: row.proposal,
      rule: row.rule,
      result: row.result,
      outcome: row.outcome,
      decider: person(row.decider),
      leadFunction: row.leadFunction,
      facilitator: person(row.facilitator),
    },
    table: {
      functions: row.functions,
      driversPresent: row.driversPresent,
      drivers: row.drivers,
      functionsCovered: row.functionsCovered,
      functionsNeeded: row.functionsNeeded,
      dissent: row.dissent,
      inFavour: row.inFavour,
      abstained: row.abstained,
    },
    lines: lines(row),
    afterwards: afterwards(row),
    links: { replaces: links(row.replaces), replacedBy: links(row.replacedBy) },
    log: meeting?.opened === undefined ? null : log(meeting),
    proof: { sha256: row.hash === "" ? null : row.hash, events: row.events },
  };
}

function lines(row: DecisionRow): DecisionDocument["lines"] {
  return {
    table: linesOf(row.table),
    dissent: linesOf(row.dissentByName),
    conclusions: linesOf(row.conclusions),
    goals: linesOf(row.goals),
    risks: linesOf(row.risks),
    rights: linesOf(row.rights),
    options: linesOf(row.options),
    conditions: linesOf(row.conditions),
    milestones: linesOf(row.milestones),
    communication: linesOf(row.communication),
  };
}

function afterwards(row: DecisionRow): DecisionDocument["afterwards"] {
  return {
    history: linesOf(row.history),
    amendments: linesOf(row.amendments),
    review: linesOf(row.reviewResult),
    reviewedAt: row.reviewedAtMs === undefined ? null : time(row.reviewedAtMs),
    lessons: linesOf(row.lessons),
  };
}

function links(text: string): readonly LinkInDocument[] {
  return namedDecisions(text).map(({ how, decision, title }) => ({ how, decision, title }));
}

function log(meeting: Meeting): LogInDocument {
  const { key, subject } = meetingOf(meeting) ?? { key: "", subject: "" };
  return {
    meeting: { chatId: key, subject },
    questionList: { id: meeting.list.id, name: meeting.list.name },
    seats: seatsAsRecorded(meeting).map(seat),
    questions: meeting.list.questions.map((one) => question(one, meeting)),
  };
}

function seat({ seat: place, sat, vote }: SeatAsRecorded): SeatInDocument {
  return {
    function: place.function,
    role: place.role,
    duty: place.duty,
    ground: place.duty === "sign-off" ? place.ground : null,
    required: place.required,
    insight: place.insight ?? null,
    accountability: place.accountability ?? null,
    person: person(place.person),
    delegate: person(place.delegate),
    sat: person(sat),
    stance: vote?.taken === undefined ? null : { ...vote.taken.stance, at: time(vote.taken.atMs) },
  };
}

function question({ id, text }: Question, { rounds }: Meeting): QuestionInDocument {
  const round = rounds.get(id);
  return {
    id,
    text,
    conclusion: round?.conclusion ?? null,
    answers: latestAnswers(round).map(answer),
  };
}

function answer({
  of,
  recordedBy,
  atMs,
  afterReveal,
  answer: given,
}: GivenAnswer): AnswerInDocument {
  return {
    of: author(of),
    recordedBy: recordedBy === undefined ? null : author(recordedBy),
    at: time(atMs),
    afterReveal,
    answer: given,
  };
}

function author({ id, name }: Author): AnswerInDocument["of"] {
  return { id, name };
}

function person(one: Person | undefined): PersonInDocument | null {
  if (one === undefined) return null;
  return { id: one.id, name: one.name, mail: one.mail ?? null, external: one.external ?? false };
}

function time(ms: number): string {
  return new Date(ms).toISOString();
}

function escaped(char: string): string {
  return `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
