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

/** A new decision's id from a client-made unique text. Throws on text no id may have. */
export function toDecisionId(text: string): DecisionId {
  return v.parse(DecisionId, text);
}

/** A new event's id from a client-made unique text. Throws on text no id may have. */
export function toEventId(text: string): EventId {
  return v.parse(EventId, text);
}

/** A new seat's id from a client-made unique text. Throws on text no id may have. */
export function toSeatId(text: string): SeatId {
  return v.parse(SeatId, text);
}

/** The key of a Teams chat. Throws on text no chat id may have. */
export function toMeetingKey(text: string): MeetingKey {
  return v.parse(MeetingKey, text);
}

/** A person's id as any of Microsoft's services spells it. Throws on text no id may have. */
export function toPersonId(text: string): PersonId {
  return v.parse(PersonId, text);
}
