import type { EventOf } from "#domain/log/event.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Finding } from "#domain/table/finding.ts";
import { withDuty } from "#surfaces/prepare/seating/seat-changes.ts";
import type { SeatPart, Spot } from "#surfaces/prepare/preparing.ts";

/** The one button beside a finding: where it leads, or what it says at once. */
export type Mending = { readonly word: string } & (
  | { readonly goTo: Spot }
  | { readonly tell: EventOf<"seat-set" | "delegate-accepted"> }
);

/** What mends a finding; undefined where only a person outside this page can. */
export function mendingOf(finding: Finding, meeting: Meeting, me: PersonId): Mending | undefined {
  const [seat] = finding.seats;
  const seatSpot = (part: SeatPart): Spot => ({
    card: "table",
    ...(seat !== undefined && { at: { kind: "seat", seat, part } }),
  });
  switch (finding.code) {
    case "no-decider":
    case "several-deciders":
      return { word: "Choose who decides", goTo: { card: "table", at: { kind: "decider" } } };
    case "function-uncovered":
      return coverage(finding);
    case "required-driver-absent":
    case "seat-without-person":
      return isHeld(finding, meeting)
        ? { word: "Name a delegate", goTo: seatSpot("delegate") }
        : { word: "Choose who sits there", goTo: seatSpot("person") };
    case "invite-declined":
      return { word: "Name a delegate", goTo: seatSpot("delegate") };
    case "quorum-unmet":
      return { word: "Change the quorum", goTo: { card: "rule" } };
    case "attendee-without-role":
      return { word: "Give roles", goTo: { card: "table", at: { kind: "attendees" } } };
    case "seat-without-insight":
      return { word: "Write what they know", goTo: seatSpot("insight") };
    case "seat-without-accountability":
      return { word: "Write what they answer for", goTo: seatSpot("accountability") };
    case "external-driver":
      return toStakeholder(finding, meeting);
    case "delegate-unaccepted":
      return seat !== undefined && finding.people.includes(me)
        ? { word: "Accept", tell: { kind: "delegate-accepted", seat } }
        : { word: "Name another delegate", goTo: seatSpot("delegate") };
    case "core-team-small":
    case "core-team-large":
    case "one-function-dominates":
      return { word: "Look at the table", goTo: { card: "table" } };
  }
}

function coverage({ function: name, seats: [seat] }: Finding): Mending | undefined {
  if (name === undefined) return undefined;
  return seat === undefined
    ? {
        word: `Seat someone from ${name}`,
        goTo: { card: "table", at: { kind: "new-seat", function: name } },
      }
    : {
        word: `Look at the ${name} seat`,
        goTo: { card: "table", at: { kind: "seat", seat, part: "person" } },
      };
}

function toStakeholder({ seats: [id] }: Finding, { seats }: Meeting): Mending | undefined {
  const place = id === undefined ? undefined : seats.get(id);
  if (place === undefined) return undefined;
  const seat = withDuty(place.seat, "contributor");
  return { word: "Make them a stakeholder", tell: { kind: "seat-set", seat } };
}

function isHeld({ seats: [id] }: Finding, { seats }: Meeting): boolean {
  return id !== undefined && seats.get(id)?.seat.person !== undefined;
}
