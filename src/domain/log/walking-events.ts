import * as v from "valibot";
import { PersonId, QuestionId, SeatId } from "#domain/ids.ts";
import { Answer } from "#domain/questions/answer.ts";
import { Person } from "#domain/table/person.ts";
import { Brief, draftUpTo } from "#domain/text.ts";

const about = { question: QuestionId };

/** What may happen at the table: who is there, who leads, and the questions one by one. */
export const walkingEvents = [
  /** Said by each person's own browser when the side panel or the stage is opened. */
  v.object({ kind: v.literal("person-arrived") }),
  v.object({ kind: v.literal("person-left") }),
  /** Somebody in the room without a screen of their own, as the facilitator sees it. */
  v.object({ kind: v.literal("person-marked-present"), person: Person }),
  /** Somebody who has gone, as the facilitator sees it. Whoever speaks again is back. */
  v.object({ kind: v.literal("person-marked-absent"), person: PersonId }),
  /** A conflict of interest: from then on the seat is recused. Said by who sits there, or for them. */
  v.object({
    kind: v.literal("interest-declared"),
    seat: SeatId,
    reason: Brief,
    recordedFor: v.optional(Person),
  }),
  v.object({ kind: v.literal("interest-withdrawn"), seat: SeatId }),
  /** With a reason where a blocking finding is overridden; the reason goes into the record. */
  v.object({ kind: v.literal("walk-started"), override: v.optional(Brief) }),
  v.object({ kind: v.literal("question-opened"), ...about }),
  v.object({
    kind: v.literal("question-answered"),
    ...about,
    answer: Answer,
    /** Whose words these are when the facilitator wrote them down. */
    recordedFor: v.optional(Person),
  }),
  v.object({ kind: v.literal("answers-revealed"), ...about }),
  v.object({ kind: v.literal("conclusion-drafted"), ...about, text: draftUpTo(500) }),
  v.object({ kind: v.literal("question-concluded"), ...about, conclusion: draftUpTo(500) }),
  v.object({
    kind: v.literal("time-extended"),
    ...about,
    minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  }),
  v.object({ kind: v.literal("facilitation-handed-over"), to: PersonId }),
  /** Names whom it takes over from, so that of two claims at once only one stands. */
  v.object({ kind: v.literal("facilitation-claimed"), from: PersonId }),
] as const;
