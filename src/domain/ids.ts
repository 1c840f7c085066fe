import * as v from "valibot";

const key = v.pipe(v.string(), v.regex(/^[\w.:@#=+/-]{1,120}$/u));

/** One decision, for ever. Made by the client that opens it. */
export const DecisionId = v.pipe(key, v.maxLength(64), v.brand("DecisionId"));
export type DecisionId = v.InferOutput<typeof DecisionId>;

/** One thing that happened. Made by the client that says it; unique in the list. */
export const EventId = v.pipe(key, v.maxLength(64), v.brand("EventId"));
export type EventId = v.InferOutput<typeof EventId>;

/** A person's Entra object id, in lower case: Graph and SharePoint differ in case. */
export const PersonId = v.pipe(key, v.toLowerCase(), v.brand("PersonId"));
export type PersonId = v.InferOutput<typeof PersonId>;

/** One seat at the table of one decision. */
export const SeatId = v.pipe(key, v.maxLength(64), v.brand("SeatId"));
export type SeatId = v.InferOutput<typeof SeatId>;

/** One question of a question list. */
export const QuestionId = v.pipe(key, v.maxLength(64), v.brand("QuestionId"));
export type QuestionId = v.InferOutput<typeof QuestionId>;

/** The Teams chat that a meeting runs in; what ties event rows to a meeting. */
export const MeetingKey = v.pipe(key, v.brand("MeetingKey"));
export type MeetingKey = v.InferOutput<typeof MeetingKey>;
