import { toDecisionId, toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { momentOf } from "#domain/moment.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Answer } from "#domain/questions/answer.ts";
import type { Question } from "#domain/questions/question.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import { isDriver, isFacilitator } from "#domain/rights/people.ts";
import { tally } from "#domain/deciding/tally.ts";
import { commonFunctions } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { Chance } from "./chance.ts";

/** Who plays: one person of the table, among all of them, with their own dice. */
export interface Player {
  readonly me: Person;
  readonly everybody: readonly Person[];
  readonly meeting: MeetingInfo;
  readonly chance: Chance;
  /** Whether it is time to come to an end. */
  readonly isLate: boolean;
  /** Whether this person would open a decision. */
  readonly opens: boolean;
}

/** What a person might do now, as they see the meeting; the rules may still turn it down. */
export function wish(meeting: Meeting, player: Player): DecisionEvent | undefined {
  const moment = momentOf(meeting);
  switch (moment.kind) {
    case "nothing-framed":
      return player.opens ? opening(player) : undefined;
    case "gathering":
      return preparing(meeting, player);
    case "question":
      return isFacilitator(meeting, player.me.id) && player.chance.is(0.6)
        ? leading(meeting, moment.question, player)
        : taking(meeting, moment.question, player);
    case "proposing":
      return isFacilitator(meeting, player.me.id) ? proposing(player) : aside(meeting, player);
    case "stances":
      return deciding(meeting, player);
    case "closed":
      return player.opens && !player.isLate && player.chance.is(0.05) ? opening(player) : undefined;
  }
}

/** Opens a decision: also while somebody else does, and of two only one will stand. */
function opening({ meeting, chance }: Player): DecisionEvent {
  return { kind: "decision-opened", meeting, title: words("Move to one model", chance) };
}

function preparing(meeting: Meeting, player: Player): DecisionEvent | undefined {
  const { chance, me } = player;
  const seats = [...meeting.seats.values()];
  const decider = seats.find(({ seat }) => seat.duty === "decider");
  const named = seats.find(({ seat }) => seat.delegate?.id === me.id);
  if (named !== undefined && !named.delegateAccepted && chance.is(0.5)) {
    return { kind: "delegate-accepted", seat: named.seat.id };
  }
  const isReady = decider !== undefined && seats.length > 1 && meeting.gate !== undefined;
  if (isReady && chance.is(player.isLate ? 0.9 : 0.3)) {
    return { kind: "walk-started", override: "Everybody we need is here." };
  }
  if (chance.is(0.08)) return interest(meeting, player);
  const dice = chance.next();
  if (meeting.gate === undefined && dice < 0.4) {
    return { kind: "gate-answered", gate: { signals: ["unknown-risk"] } };
  }
  if (dice < 0.1) return framing(chance);
  if (dice < 0.2) {
    const questions = technologyDecision.questions.slice(0, chance.between(1, 3));
    return { kind: "questions-chosen", list: { ...technologyDecision, questions } };
  }
  if (dice < 0.25) {
    const method = chance.pick(["single-decider", "consent"] as const);
    return { kind: "rule-chosen", rule: { method, quorum: { kind: "count", drivers: 1 } } };
  }
  if (dice < 0.3) return linking(meeting, chance);
  if (dice < 0.33) return { kind: "seat-removed", seat: toSeatId(`seat-${chance.between(0, 6)}`) };
  return { kind: "seat-set", seat: seating(player, decider === undefined) };
}

/** Links it to an earlier decision, or thinks better of it. */
function linking({ links }: Meeting, chance: Chance): DecisionEvent {
  const to = toDecisionId(`earlier-${chance.between(1, 3)}`);
  if (links.has(to)) return { kind: "decision-unlinked", to };
  const relation = chance.pick(["builds-on", "supersedes"] as const);
  return { kind: "decision-linked", link: { relation, to, title: words("Buy a tool", chance) } };
}

/** Declares a conflict of interest for somebody's seat, mostly one's own, or takes it back. */
function interest(
  { seats }: Meeting,
  { me, chance }: Pick<Player, "me" | "chance">,
): DecisionEvent | undefined {
  const all = [...seats.values()];
  const own = all.find(({ seat }) => seat.person?.id === me.id);
  const place = chance.is(0.8) ? own : all[chance.between(0, all.length)];
  if (place === undefined) return undefined;
  const { seat, recused } = place;
  if (recused !== undefined) return { kind: "interest-withdrawn", seat: seat.id };
  const declared = { kind: "interest-declared", seat: seat.id, reason: "I own shares" } as const;
  const isMine = seat.person === undefined || seat.person.id === me.id;
  return isMine ? declared : { ...declared, recordedFor: seat.person };
}

function framing(chance: Chance): DecisionEvent {
  const frame = {
    title: words("Move to one model", chance),
    context: words("Three spreadsheets disagree", chance),
    outcome: words("A forecast people trust", chance),
    without: "",
    functions: [chance.pick(commonFunctions)],
  };
  return { kind: "decision-framed", frame };
}

function seating({ everybody, chance }: Player, needsDecider: boolean): Seat {
  const index = chance.between(0, everybody.length - 1);
  const person = everybody[index] as Person;
  const delegate = chance.is(0.15) ? { delegate: chance.pick(everybody) } : {};
  const place = {
    id: toSeatId(`seat-${index}`),
    function: chance.pick(commonFunctions),
    person,
    required: chance.is(0.3),
    ...delegate,
  };
  if (needsDecider) return { ...place, role: "driver", duty: "decider" };
  return chance.is(0.75)
    ? { ...place, role: "driver", duty: "member" }
    : { ...place, role: "stakeholder", duty: "contributor" };
}

function leading(meeting: Meeting, question: Question, player: Player): DecisionEvent {
  const { chance, everybody } = player;
  const about = { question: question.id };
  const dice = chance.next();
  if (dice < 0.03) return { kind: "facilitation-handed-over", to: chance.pick(everybody).id };
  if (dice < 0.06) return { kind: "time-extended", ...about, minutes: 2 };
  if (dice < 0.1) {
    return { kind: "conclusion-drafted", ...about, text: words("So far", chance) };
  }
  if (dice < 0.13) return { kind: "person-marked-present", person: chance.pick(everybody) };
  if (dice < 0.15) return { kind: "person-marked-absent", person: chance.pick(everybody).id };
  if (dice < 0.18) {
    return { kind: "question-opened", question: chance.pick(meeting.list.questions).id };
  }
  if (dice < 0.22) {
    const recordedFor = chance.pick(everybody);
    return { kind: "question-answered", ...about, answer: answerTo(question, chance), recordedFor };
  }
  const isRevealed = meeting.rounds.get(question.id)?.revealed === true;
  return isRevealed
    ? { kind: "question-concluded", ...about, conclusion: words("We agree", chance) }
    : { kind: "answers-revealed", ...about };
}

function taking(meeting: Meeting, question: Question, player: Player): DecisionEvent | undefined {
  const { chance, me } = player;
  if (chance.is(0.4)) return aside(meeting, player);
  const about = chance.is(0.9) ? question : chance.pick(meeting.list.questions);
  if (about.audience === "drivers" && !isDriver(meeting, me.id)) return undefined;
  return { kind: "question-answered", question: about.id, answer: answerTo(about, chance) };
}

/** What those may do who do not lead: take over from a silent facilitator, leave, come back. */
function aside(meeting: Meeting, { chance, me }: Player): DecisionEvent | undefined {
  const { facilitator } = meeting;
  if (chance.is(0.05)) return { kind: chance.is(0.5) ? "person-left" : "person-arrived" };
  if (chance.is(0.05)) return interest(meeting, { me, chance });
  if (facilitator === undefined || facilitator.person.id === me.id) return undefined;
  return { kind: "facilitation-claimed", from: facilitator.person.id };
}

function proposing({ chance, isLate }: Player): DecisionEvent {
  if (isLate && chance.is(0.3)) return deferring;
  return {
    kind: "proposal-made",
    text: words("Move to one model by March", chance),
    rule: {
      method: chance.pick(["single-decider", "consent"] as const),
      quorum: { kind: "count", drivers: 1 },
    },
  };
}

const deferring: DecisionEvent = {
  kind: "decision-closed",
  outcome: "deferred",
  reason: "The pilot is not finished.",
};

function deciding(meeting: Meeting, player: Player): DecisionEvent | undefined {
  const { chance, me, isLate } = player;
  const { proposal, seats, presence } = meeting;
  if (proposal === undefined) return undefined;
  if (isFacilitator(meeting, me.id) && chance.is(0.4)) {
    if (tally({ proposal, seats, presence }).state === "passed") {
      return { kind: "decision-closed", outcome: "decided" };
    }
    if (chance.is(isLate ? 0.5 : 0.05)) return deferring;
    if (chance.is(0.05)) return proposing(player);
  }
  const own = [...seats.values()].filter(({ seat }) => seat.role === "driver");
  const about = { proposal: proposal.id };
  const mine = own.filter(({ seat }) => seat.person?.id === me.id || seat.delegate?.id === me.id);
  if (mine.some(({ seat }) => seat.duty === "decider") && chance.is(0.3)) {
    return { kind: "proposal-ruled", ...about, accepted: chance.is(0.85) };
  }
  const [place] = mine;
  if (place === undefined || chance.is(0.2)) return aside(meeting, player);
  const stance = chance.is(0.7)
    ? ({ stance: "agree" } as const)
    : ({ stance: "disagree-and-commit", reason: words("Too soon", chance) } as const);
  return { kind: "stance-taken", ...about, seat: place.seat.id, stance };
}

function answerTo({ asks }: Question, chance: Chance): Answer {
  const parts = asks.map((ask): Answer => {
    switch (ask.kind) {
      case "choice":
        return { choice: chance.pick(ask.options).id };
      case "text":
        return { text: { text: words("Because", chance), basis: "assumption" } };
      case "scale":
        return { scale: chance.pick([1, 2, 3, 4, 5] as const) };
      case "goal":
        return { goal: { metric: words("Forecast error", chance), target: "8 %" } };
      case "risk":
        return { risk: { what: words("Who sees the data", chance), category: "privacy" } };
      case "rights":
        return { rights: { what: words("Budget", chance), who: "Finance" } };
    }
  });
  return Object.assign({}, ...parts) as Answer;
}

const tails = [
  "",
  " – now",
  " <b>soon</b>",
  ' "quoted"',
  " =1+1",
  "\nand more",
  " ünïcödé 🙂",
  " 'ok'",
];

/** Text as people write it: with marks that other software stumbles on. */
function words(start: string, chance: Chance): string {
  return `${start} ${chance.between(1, 99)}${chance.pick(tails)}`;
}
