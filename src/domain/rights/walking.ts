import type { PersonId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { fits } from "#domain/questions/fit.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Refusal } from "#domain/refusal.ts";
import { judgeInterest } from "./interest.ts";
import { startFindings } from "./start.ts";
import {
  type Act,
  isDriver,
  isFacilitator,
  isOrganizer,
  isPreparer,
  isRecused,
  silenceBeforeClaimMs,
} from "./people.ts";

type WalkingAct = Act & {
  readonly event: EventOf<
    | "person-arrived"
    | "person-left"
    | "person-marked-present"
    | "person-marked-absent"
    | "interest-declared"
    | "interest-withdrawn"
    | "walk-started"
    | "question-opened"
    | "question-answered"
    | "answers-revealed"
    | "conclusion-drafted"
    | "question-concluded"
    | "time-extended"
    | "facilitation-handed-over"
    | "facilitation-claimed"
  >;
};

/** Who may do what at the table. */
export function judgeWalking(meeting: Meeting, act: WalkingAct): Refusal | undefined {
  const { by, event } = act;
  switch (event.kind) {
    case "person-arrived":
      return meeting.presence.has(by.id) ? { reason: "already-so" } : undefined;
    case "person-left":
      return meeting.presence.has(by.id) ? undefined : { reason: "already-so" };
    case "walk-started":
      return judgeStart(meeting, { ...act, event });
    case "question-answered":
      return judgeAnswer(meeting, { ...act, event });
    case "person-marked-present": {
      // Before the walk there is no facilitator yet: whoever prepares sees who is in the room.
      if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "facilitator" };
      return meeting.presence.has(event.person.id) ? { reason: "already-so" } : undefined;
    }
    case "person-marked-absent":
      if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "facilitator" };
      return meeting.presence.has(event.person) ? undefined : { reason: "person-not-present" };
    case "interest-declared":
    case "interest-withdrawn":
      return judgeInterest(meeting, { ...act, event });
    case "facilitation-claimed":
      return judgeClaim(meeting, { ...act, event });
    case "facilitation-handed-over":
      if (!isFacilitator(meeting, by.id)) return { reason: "not-allowed", who: "facilitator" };
      if (event.to === by.id) return { reason: "already-so" };
      return meeting.presence.has(event.to) ? undefined : { reason: "person-not-present" };
    default:
      if (meeting.status !== "in-session") return { reason: "not-started" };
      if (!isFacilitator(meeting, by.id)) return { reason: "not-allowed", who: "facilitator" };
      return judgeStep(meeting, event);
  }
}

function judgeStart(
  meeting: Meeting,
  { by, event }: Act & { readonly event: EventOf<"walk-started"> },
): Refusal | undefined {
  if (meeting.status === "in-session") return { reason: "already-started" };
  if (!isPreparer(meeting, by)) return { reason: "not-allowed", who: "preparer" };
  if (meeting.gate === undefined) return { reason: "gate-unanswered" };
  if (meeting.status !== "proposed") return { reason: "routine" };
  const blocking = startFindings(meeting, by.id);
  if (blocking.length === 0 || event.override !== undefined) return undefined;
  return { reason: "table-not-ready", findings: blocking };
}

function judgeAnswer(
  meeting: Meeting,
  { by, event }: Act & { readonly event: EventOf<"question-answered"> },
): Refusal | undefined {
  const question = meeting.list.questions.find(({ id }) => id === event.question);
  if (question === undefined) return { reason: "unknown-question" };
  if (event.recordedFor !== undefined && !isFacilitator(meeting, by.id)) {
    return { reason: "not-allowed", who: "facilitator" };
  }
  const round = meeting.rounds.get(event.question);
  if (round?.conclusion !== undefined) return { reason: "question-concluded" };
  if (!isAsked(meeting, question, event.recordedFor?.id ?? by.id)) {
    return { reason: "not-in-audience" };
  }
  return fits(question, event.answer) ? undefined : { reason: "answer-does-not-fit" };
}

/** Whether a question is put to this person. */
export function isAsked(meeting: Meeting, question: Question, person: PersonId): boolean {
  if (isRecused(meeting, person)) return false;
  return question.audience === "all" || isDriver(meeting, person);
}

function judgeClaim(
  meeting: Meeting,
  { by, atMs, event }: Act & { readonly event: EventOf<"facilitation-claimed"> },
): Refusal | undefined {
  const { facilitator } = meeting;
  if (facilitator === undefined) return { reason: "not-started" };
  if (facilitator.person.id === by.id) return { reason: "already-so" };
  if (facilitator.person.id !== event.from) return { reason: "facilitator-changed" };
  if (!isDriver(meeting, by.id) && !isOrganizer(meeting, by.id)) {
    return { reason: "not-allowed", who: "driver-or-organizer" };
  }
  const isSilent = atMs - facilitator.lastSaidAtMs >= silenceBeforeClaimMs;
  const isHere = meeting.presence.has(facilitator.person.id);
  return isHere && !isSilent ? { reason: "facilitator-present" } : undefined;
}

/** A facilitator's step from one question to the next; each names its question, so none counts twice. */
function judgeStep(
  meeting: Meeting,
  event: EventOf<
    | "question-opened"
    | "answers-revealed"
    | "conclusion-drafted"
    | "question-concluded"
    | "time-extended"
  >,
): Refusal | undefined {
  if (!meeting.list.questions.some(({ id }) => id === event.question)) {
    return { reason: "unknown-question" };
  }
  if (event.kind === "question-opened") {
    return meeting.current === event.question ? { reason: "already-so" } : undefined;
  }
  const round = meeting.rounds.get(event.question);
  if (round?.conclusion !== undefined) return { reason: "question-concluded" };
  if (meeting.current !== event.question) return { reason: "question-not-current" };
  if (event.kind === "answers-revealed" && round?.revealed === true)
    return { reason: "already-so" };
  if (event.kind === "question-concluded" && round?.revealed !== true) {
    return { reason: "not-revealed" };
  }
  return undefined;
}
