import type { Chain } from "./chain.ts";
import type { Frame } from "./decision/frame.ts";
import type { GateAnswer } from "./decision/gate.ts";
import type { Status } from "./decision/status.ts";
import { type Rule, defaultRule } from "./deciding/rule.ts";
import type { Stance } from "./deciding/stance.ts";
import type { DecisionId, EventId, PersonId, QuestionId, SeatId } from "./ids.ts";
import type { Link, Succession } from "./linking/link.ts";
import type { GoalReview } from "./log/afterwards-events.ts";
import type { Author, LogEntry } from "./log/entry.ts";
import type { MeetingInfo } from "./log/preparing-events.ts";
import type { ProposalDetails } from "./proposing/details.ts";
import type { Answer } from "./questions/answer.ts";
import type { QuestionList } from "./questions/question.ts";
import { technologyDecision } from "./questions/technology-decision.ts";
import type { Refusal } from "./refusal.ts";
import type { Finding } from "./table/finding.ts";
import type { Person } from "./table/person.ts";
import type { Seat } from "./table/seat.ts";

/** A seat and whether the delegate named for it has accepted. */
export interface SeatAtTable {
  readonly seat: Seat;
  readonly delegateAccepted: boolean;
  /** Present where a conflict of interest was declared: not asked, and in no denominator. */
  readonly recused?: Recusal | undefined;
}

/** Why a seat is recused, as declared before anybody took a stance for it. */
export interface Recusal {
  readonly reason: string;
  readonly by: Author;
  readonly recordedFor?: Person | undefined;
  readonly atMs: number;
}

/** Somebody present, and how we know. */
export interface Presence {
  readonly person: Author;
  readonly how: "opened-the-tab" | "in-the-room";
  readonly sinceMs: number;
}

/** One thing somebody answered. The latest of a person counts, the earlier ones are kept. */
export interface GivenAnswer {
  readonly event: EventId;
  /** Whose words these are. */
  readonly of: Author;
  /** Who wrote them down, where that was somebody else. */
  readonly recordedBy?: Author | undefined;
  readonly answer: Answer;
  readonly atMs: number;
  /** Given after the others' answers could be seen. */
  readonly afterReveal: boolean;
}

/** What has happened to one question. */
export interface Round {
  /** Undefined while there are only early answers. */
  readonly openedAtMs?: number | undefined;
  /** Minutes the facilitator added to the question's own. */
  readonly extraMinutes: number;
  readonly answers: Chain<GivenAnswer> | undefined;
  readonly revealed: boolean;
  /** The facilitator's sentence as it grows. */
  readonly draft: string;
  /** What the table said; set once concluded. */
  readonly conclusion?: string | undefined;
}

/** A stance as taken for one seat; the latest of a seat counts. */
export interface TakenStance {
  readonly seat: SeatId;
  readonly by: Author;
  readonly recordedFor?: Person | undefined;
  readonly stance: Stance;
  readonly atMs: number;
}

/** What is put to the table, under which rule, and what was said to it. */
export interface Proposal extends ProposalDetails {
  readonly id: EventId;
  readonly text: string;
  readonly by: Author;
  readonly atMs: number;
  readonly rule: Rule;
  readonly reviewOn?: string | undefined;
  readonly stances: ReadonlyMap<SeatId, TakenStance>;
  /** Present where stances were taken on the proposal before it: they count for nothing now. */
  readonly voided?: { readonly stances: number; readonly isRuleChanged: boolean } | undefined;
  readonly ruling?: {
    readonly accepted: boolean;
    readonly by: Author;
    readonly reason?: string | undefined;
    readonly atMs: number;
  };
}

export type Outcome = "decided" | "rejected" | "deferred" | "withdrawn" | "not-needed";

/** How it ended: who was there is frozen here, so that later joiners change nothing. */
export interface Closing {
  readonly outcome: Outcome;
  readonly by: Author;
  readonly atMs: number;
  readonly position: number;
  readonly reason?: string | undefined;
  readonly reviewOn?: string | undefined;
  readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
  readonly presence: ReadonlyMap<PersonId, Presence>;
}

/** A meeting that took the decision up and put it off. */
export interface EarlierSession {
  readonly meeting: MeetingInfo;
  readonly closing?: Closing | undefined;
  readonly proposal?: Proposal | undefined;
}

/** A correction or addition to a decision that was taken. */
interface Amendment {
  readonly text: string;
  readonly reason: string;
  readonly by: Author;
  readonly atMs: number;
}

/** A later decision that has taken this one's place. */
interface Successor {
  readonly how: Succession;
  readonly decision: DecisionId;
  readonly title: string;
  readonly by: Author;
  readonly atMs: number;
}

/** What came of a decision, looked at on its day. */
export interface HeldReview {
  readonly actual: string;
  readonly goals: readonly GoalReview[];
  readonly lessons: string;
  readonly verdict: "keep" | "close";
  readonly by: Author;
  readonly atMs: number;
}

/** What has happened to a decision since it was taken. */
export interface Afterwards {
  readonly amendments: Chain<Amendment> | undefined;
  readonly successors: Chain<Successor> | undefined;
  readonly reviews: Chain<HeldReview> | undefined;
  /** The day to look at it next, where that was changed since. */
  readonly reviewOn?: string | undefined;
}

/** An event whose author had no right to it, or that came too late: kept, and without effect. */
interface RefusedEntry {
  readonly entry: LogEntry;
  readonly refusal: Refusal;
}

/** One decision and its meeting, as the log tells them. */
export interface Meeting {
  /** Absent until somebody opens the decision. */
  readonly opened?: {
    readonly decision: DecisionId;
    readonly by: Author;
    readonly atMs: number;
    readonly position: number;
    readonly meeting: MeetingInfo;
  };
  /** Set where a later meeting took it up; the last one that did. */
  readonly resumed?: {
    readonly by: Author;
    readonly atMs: number;
    readonly position: number;
    readonly meeting: MeetingInfo;
  };
  /** The meetings before the one it is in, newest first. */
  readonly earlier: Chain<EarlierSession> | undefined;
  readonly status: Status;
  readonly frame: Frame;
  /** The earlier decisions this one speaks of. */
  readonly links: ReadonlyMap<DecisionId, Link>;
  /** Who framed it last: of two people at it at once, the later must not go unseen. */
  readonly framed?: { readonly by: Author; readonly atMs: number };
  readonly gate?: GateAnswer | undefined;
  readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
  /** Who has opened it before the meeting, of those with a seat. */
  readonly read: ReadonlySet<PersonId>;
  readonly list: QuestionList;
  readonly rule: Rule;
  readonly presence: ReadonlyMap<PersonId, Presence>;
  readonly started?: {
    readonly by: Author;
    readonly atMs: number;
    /** Why a blocking finding was overridden, and what blocked. */
    readonly override?: { readonly reason: string; readonly findings: readonly Finding[] };
  };
  /** Who leads, and when they last said anything (epoch ms): a silent one may be relieved. */
  readonly facilitator?: { readonly person: Author; readonly lastSaidAtMs: number };
  readonly rounds: ReadonlyMap<QuestionId, Round>;
  /** The question on the table; undefined before the walk and once all are concluded. */
  readonly current?: QuestionId | undefined;
  readonly proposal?: Proposal | undefined;
  readonly closing?: Closing;
  readonly record?: {
    readonly item: string;
    readonly hash: string;
    readonly by: Author;
    readonly atMs: number;
  };
  readonly after?: Afterwards;
  readonly refused: Chain<RefusedEntry> | undefined;
}

/** A meeting in which nothing has happened yet. */
export const newMeeting: Meeting = {
  status: "draft",
  earlier: undefined,
  links: new Map(),
  frame: { title: "", context: "", outcome: "", without: "", functions: [] },
  seats: new Map(),
  read: new Set(),
  list: technologyDecision,
  rule: defaultRule,
  presence: new Map(),
  rounds: new Map(),
  refused: undefined,
};

/** A question that nothing has happened to yet. */
export const newRound: Round = {
  extraMinutes: 0,
  answers: undefined,
  revealed: false,
  draft: "",
};
