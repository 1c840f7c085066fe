import type { PersonId, SeatId } from "#domain/ids.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Finding } from "#domain/table/finding.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { seatName } from "#domain/table/sentences.ts";
import type { SeatPart, Spot } from "#surfaces/prepare/preparing.ts";
import { withDuty } from "#surfaces/prepare/seating/seat-changes.ts";
import { type Message, askFor, askToAccept, invitation, searchFor } from "./messages.ts";

/** One act beside a finding: where it leads, what it says at once, or a text to copy. */
export type Mending = { readonly word: string } & (
  | { readonly goTo: Spot }
  | {
      readonly tell: EventOf<"seat-set" | "seat-removed" | "delegate-accepted" | "decision-framed">;
    }
  | { readonly message: Message }
);

/**
 * What mends a finding, the likeliest first: every code has at least one act. What blocks can
 * besides be overridden with a reason, at the start.
 */
export function mendingsOf(finding: Finding, meeting: Meeting, me: Person): readonly Mending[] {
  const [seat] = finding.seats.flatMap((id) => meeting.seats.get(id)?.seat ?? []);
  switch (finding.code) {
    case "no-decider":
    case "several-deciders":
      return [{ word: "Choose who decides", goTo: { card: "table", at: { kind: "decider" } } }];
    case "function-uncovered":
      return coverage(finding, meeting, me);
    case "required-driver-absent":
      return seat === undefined ? [] : absence(seat, meeting, me);
    case "quorum-unmet":
      return [
        ...asked(finding, meeting, me, "Without you there are too few drivers to decide."),
        { word: "Change the quorum", goTo: { card: "rule" } },
      ];
    case "core-team-large":
      return [{ word: "Make some stakeholders", goTo: { card: "table" } }];
    case "core-team-small":
      return [{ word: "Seat more drivers", goTo: toAttendees }];
    case "one-function-dominates":
      return [{ word: "Look at the table", goTo: { card: "table" } }];
    case "seat-without-person":
      return seat === undefined ? [] : [chooseFor(seat.id), takeAway(seat.id)];
    case "invite-declined":
      return seat === undefined ? [] : declined(finding, seat, meeting, me);
    case "delegate-unaccepted":
      return seat === undefined ? [] : unaccepted(finding, seat, meeting, me);
    case "attendee-without-role":
      return [{ word: "Give roles", goTo: toAttendees }];
    case "external-driver":
      return seat === undefined
        ? []
        : [{ word: "Make them a stakeholder", tell: set(withDuty(seat, "contributor")) }];
    case "seat-without-insight":
      return unsaid(finding, meeting, me, "insight");
    case "seat-without-accountability":
      return unsaid(finding, meeting, me, "accountability");
  }
}

const toAttendees: Spot = { card: "table", at: { kind: "attendees" } };

function coverage(finding: Finding, meeting: Meeting, me: Person): readonly Mending[] {
  const { function: name, seats } = finding;
  if (name === undefined) return [];
  const own = seats.flatMap((id) => meeting.seats.get(id)?.seat ?? []);
  const driver = own.find(({ role }) => role === "driver");
  const stakeholder = own.find(({ person }) => person !== undefined);
  const { frame } = meeting;
  const without: Mending = {
    word: `${name} is not needed`,
    tell: {
      kind: "decision-framed",
      frame: { ...frame, functions: frame.functions.filter((one) => one !== name) },
    },
  };
  if (driver?.person !== undefined) {
    const why = `You are needed because the outcome needs ${name}.`;
    return [...asked(finding, meeting, me, why), delegateFor(driver.id)];
  }
  if (driver !== undefined) return [chooseFor(driver.id), without];
  if (stakeholder !== undefined) {
    const word = `Make ${stakeholder.person?.name ?? name} a driver`;
    return [{ word, tell: set(withDuty(stakeholder, "member")) }, without];
  }
  return [
    {
      word: `Seat someone from ${name}`,
      goTo: { card: "table", at: { kind: "new-seat", function: name } },
    },
    { word: `Ask ${name}…`, message: searchFor({ meeting, from: me }, name) },
    without,
  ];
}

function absence(seat: Seat, meeting: Meeting, me: Person): readonly Mending[] {
  const spare: Mending = { word: "Not required", tell: set({ ...seat, required: false }) };
  if (seat.person === undefined) return [chooseFor(seat.id), takeAway(seat.id), spare];
  const ask = inviting([seat.person], meeting, me, whyNeeded(seat));
  const place = meeting.seats.get(seat.id);
  if (seat.delegate === undefined) return [ask, delegateFor(seat.id), spare];
  const stand = place?.delegateAccepted === true;
  const urge: Mending = {
    word: `Ask ${seat.delegate.name}…`,
    message: stand
      ? invitation({ meeting, to: [seat.delegate], from: me }, standInFor(seat))
      : askToAccept({ meeting, to: [seat.delegate], from: me }, seatName(seat)),
  };
  return [ask, urge, delegateFor(seat.id, "Name another delegate"), spare];
}

function declined(
  { people }: Finding,
  seat: Seat,
  meeting: Meeting,
  me: Person,
): readonly Mending[] {
  const isPerson = seat.person !== undefined && people.includes(seat.person.id);
  if (!isPerson) return [delegateFor(seat.id, "Name another delegate")];
  return [
    inviting([seat.person], meeting, me, whyNeeded(seat)),
    delegateFor(seat.id),
    takeAway(seat.id),
  ];
}

function unaccepted(
  { people }: Finding,
  seat: Seat,
  meeting: Meeting,
  me: Person,
): readonly Mending[] {
  if (people.includes(me.id)) {
    return [{ word: "Accept", tell: { kind: "delegate-accepted", seat: seat.id } }];
  }
  const { delegate } = seat;
  if (delegate === undefined) return [];
  return [
    {
      word: `Ask ${delegate.name}…`,
      message: askToAccept({ meeting, to: [delegate], from: me }, seatName(seat)),
    },
    delegateFor(seat.id, "Name another delegate"),
  ];
}

const unsaidParts = {
  insight: { word: "Write what they know", asks: "what you know that this decision needs." },
  accountability: {
    word: "Write what they answer for",
    asks: "what you will answer for once this is decided.",
  },
} as const;

function unsaid(
  { seats, people }: Finding,
  meeting: Meeting,
  me: Person,
  part: keyof typeof unsaidParts,
): readonly Mending[] {
  const [first] = seats;
  const { word, asks } = unsaidParts[part];
  const others = peopleAt(meeting, people).filter(({ id }) => id !== me.id);
  return [
    ...(first === undefined ? [] : [{ word, goTo: toSeat(first, part) }]),
    ...(others.length === 0
      ? []
      : [{ word: "Ask them…", message: askFor({ meeting, to: others, from: me }, asks) }]),
  ];
}

/** Asks whom a finding names to come; whoever looks needs no letter to themself. */
function asked({ people }: Finding, meeting: Meeting, me: Person, why: string): readonly Mending[] {
  const others = peopleAt(meeting, people).filter(({ id }) => id !== me.id);
  return others.length === 0 ? [] : [inviting(others, meeting, me, why)];
}

function inviting(to: readonly Person[], meeting: Meeting, from: Person, why: string): Mending {
  const [first] = to;
  const word = to.length === 1 && first !== undefined ? `Ask ${first.name}…` : "Ask them…";
  return { word, message: invitation({ meeting, to, from }, why) };
}

function peopleAt({ seats }: Meeting, wanted: readonly PersonId[]): readonly Person[] {
  const known = Array.from(seats.values(), ({ seat }) => seat.person);
  return wanted.flatMap((id) => known.find((person) => person?.id === id) ?? []);
}

function whyNeeded({ function: name, insight }: Seat): string {
  const what = insight === undefined ? "" : `: ${insight}`;
  return `You are needed because ${name} has a seat that the decision cannot do without${what}`;
}

function standInFor(seat: Seat): string {
  return `You stand in for ${seatName(seat)}, who cannot come.`;
}

function toSeat(seat: SeatId, part: SeatPart): Spot {
  return { card: "table", at: { kind: "seat", seat, part } };
}

function chooseFor(seat: SeatId): Mending {
  return { word: "Choose who sits there", goTo: toSeat(seat, "person") };
}

function delegateFor(seat: SeatId, word = "Name a delegate"): Mending {
  return { word, goTo: toSeat(seat, "delegate") };
}

function takeAway(seat: SeatId): Mending {
  return { word: "Take the seat away", tell: { kind: "seat-removed", seat } };
}

function set(seat: Seat): EventOf<"seat-set"> {
  return { kind: "seat-set", seat };
}
