import * as v from "valibot";
import { Frame } from "#domain/decision/frame.ts";
import { GateAnswer } from "#domain/decision/gate.ts";
import { Rule } from "#domain/deciding/rule.ts";
import { DecisionId, MeetingKey, SeatId } from "#domain/ids.ts";
import { Link } from "#domain/linking/link.ts";
import { QuestionList } from "#domain/questions/question.ts";
import { Person } from "#domain/table/person.ts";
import { Seat } from "#domain/table/seat.ts";
import { textUpTo } from "#domain/text.ts";

/** The Teams meeting a decision is taken in. Times are epoch milliseconds, UTC. */
export const MeetingInfo = v.object({
  key: MeetingKey,
  subject: textUpTo(255),
  organizer: v.optional(Person),
  startsAtMs: v.optional(v.number()),
  endsAtMs: v.optional(v.number()),
});
export type MeetingInfo = Readonly<v.InferOutput<typeof MeetingInfo>>;

/** What may happen before the walk: open, frame, pass the gate, seat, choose questions and rule. */
export const preparingEvents = [
  v.object({ kind: v.literal("decision-opened"), meeting: MeetingInfo, title: textUpTo(140) }),
  v.object({ kind: v.literal("decision-framed"), frame: Frame }),
  v.object({ kind: v.literal("gate-answered"), gate: GateAnswer }),
  v.object({ kind: v.literal("seat-set"), seat: Seat }),
  v.object({ kind: v.literal("seat-removed"), seat: SeatId }),
  /** Said by the delegate, in their own tab. */
  v.object({ kind: v.literal("delegate-accepted"), seat: SeatId }),
  v.object({ kind: v.literal("questions-chosen"), list: QuestionList }),
  v.object({ kind: v.literal("rule-chosen"), rule: Rule }),
  /** Said by the browser of somebody with a seat who opens it before the meeting. */
  v.object({ kind: v.literal("decision-read") }),
  v.object({ kind: v.literal("decision-linked"), link: Link }),
  v.object({ kind: v.literal("decision-unlinked"), to: DecisionId }),
  /** Taken up again after a deferral, or carried over before it began; its log goes on. */
  v.object({ kind: v.literal("decision-resumed"), meeting: MeetingInfo }),
] as const;
