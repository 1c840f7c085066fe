import { link } from "#domain/chain.ts";
import type { QuestionId, SeatId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import {
  type GivenAnswer,
  type Meeting,
  type Recusal,
  type Round,
  newRound,
} from "#domain/meeting-state.ts";
import type { Act } from "#domain/rights/people.ts";
import { startFindings } from "#domain/rights/start.ts";
import { arrived, left } from "./presence.ts";

type Step = EventOf<
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

/** The meeting after a step at the table. */
export function walked(meeting: Meeting, act: Act & { readonly event: Step }): Meeting {
  const { by, atMs, event } = act;
  switch (event.kind) {
    case "person-arrived":
      return arrived(meeting, { person: by, how: "opened-the-tab", sinceMs: atMs });
    case "person-left":
      return left(meeting, by.id);
    case "person-marked-present": {
      const { id, name } = event.person;
      return arrived(meeting, { person: { id, name }, how: "in-the-room", sinceMs: atMs });
    }
    case "person-marked-absent":
      return left(meeting, event.person);
    case "interest-declared": {
      const { reason, recordedFor } = event;
      return withRecusal(meeting, event.seat, { reason, by, recordedFor, atMs });
    }
    case "interest-withdrawn":
      return withRecusal(meeting, event.seat, undefined);
    case "walk-started":
      return started(meeting, { ...act, event });
    case "question-opened":
      return opened(meeting, event.question, atMs);
    case "question-answered":
      return answered(meeting, { ...act, event });
    case "answers-revealed":
      return withRound(meeting, event.question, { revealed: true });
    case "conclusion-drafted":
      return withRound(meeting, event.question, { draft: event.text });
    case "question-concluded":
      return concluded(meeting, event, atMs);
    case "time-extended": {
      const { extraMinutes } = meeting.rounds.get(event.question) ?? newRound;
      return withRound(meeting, event.question, { extraMinutes: extraMinutes + event.minutes });
    }
    case "facilitation-handed-over":
      return ledBy(meeting, meeting.presence.get(event.to)?.person ?? by, atMs);
    case "facilitation-claimed":
      return ledBy(meeting, by, atMs);
  }
}

function started(
  meeting: Meeting,
  { by, atMs, event }: Act & { readonly event: EventOf<"walk-started"> },
): Meeting {
  const override =
    event.override === undefined
      ? undefined
      : { reason: event.override, findings: startFindings(meeting, by.id) };
  // Of a decision that was put off, what an earlier meeting concluded stands.
  const first = meeting.list.questions.find(
    ({ id }) => meeting.rounds.get(id)?.conclusion === undefined,
  );
  const walking = ledBy(
    { ...meeting, status: "in-session", started: { by, atMs, ...(override && { override }) } },
    by,
    atMs,
  );
  return first === undefined ? walking : opened(walking, first.id, atMs);
}

/** A question concluded before is open again: its sentence becomes a draft, its time starts anew. */
function opened(meeting: Meeting, question: QuestionId, atMs: number): Meeting {
  const round = meeting.rounds.get(question) ?? newRound;
  return {
    ...withRound(meeting, question, {
      openedAtMs: atMs,
      draft: round.conclusion ?? round.draft,
      conclusion: undefined,
    }),
    current: question,
    // Stances were taken on a proposal that took this question as settled.
    proposal: undefined,
  };
}

function answered(
  meeting: Meeting,
  { id, by, atMs, event }: Act & { readonly event: EventOf<"question-answered"> },
): Meeting {
  const round = meeting.rounds.get(event.question) ?? newRound;
  const { recordedFor } = event;
  const given: GivenAnswer = {
    event: id,
    of: recordedFor === undefined ? by : { id: recordedFor.id, name: recordedFor.name },
    recordedBy: recordedFor === undefined ? undefined : by,
    answer: event.answer,
    atMs,
    afterReveal: round.revealed,
  };
  return withRound(meeting, event.question, { answers: link(given, round.answers) });
}

/** Concluding goes on to the next question that has no conclusion yet, or to the proposal. */
function concluded(
  meeting: Meeting,
  { question, conclusion }: EventOf<"question-concluded">,
  atMs: number,
): Meeting {
  const done = withRound(meeting, question, { conclusion, draft: conclusion });
  const { questions } = meeting.list;
  const here = questions.findIndex(({ id }) => id === question);
  const next = questions
    .slice(here + 1)
    .find(({ id }) => done.rounds.get(id)?.conclusion === undefined);
  return next === undefined ? { ...done, current: undefined } : opened(done, next.id, atMs);
}

function withRecusal(meeting: Meeting, seat: SeatId, recused: Recusal | undefined): Meeting {
  const place = meeting.seats.get(seat);
  if (place === undefined) return meeting;
  return { ...meeting, seats: new Map(meeting.seats).set(seat, { ...place, recused }) };
}

function ledBy(meeting: Meeting, person: Act["by"], atMs: number): Meeting {
  return { ...meeting, facilitator: { person, lastSaidAtMs: atMs } };
}

function withRound(meeting: Meeting, question: QuestionId, change: Partial<Round>): Meeting {
  const round: Round = { ...(meeting.rounds.get(question) ?? newRound), ...change };
  return { ...meeting, rounds: new Map(meeting.rounds).set(question, round) };
}
