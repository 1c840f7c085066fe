import type { TableToCheck } from "./checks.ts";
import type { Finding } from "./finding.ts";
import { found, peopleOf } from "./found.ts";
import { type Present, driverSeats, sitter } from "./seating.ts";
import { capital, counted, seatName, seatNames } from "./sentences.ts";

const fewest = 5;
const most = 7;

/** What is the matter with the seats themselves: who decides, how many, who is on them. */
export function seatFindings(table: TableToCheck, present: Present): readonly Finding[] {
  return [
    ...deciderFindings(table),
    ...sizeFindings(table),
    ...absentDrivers(table, present),
    ...emptySeats(table),
    ...unclearSeats(table),
    ...waitingDelegates(table, present),
    ...externalDrivers(table),
  ];
}

function deciderFindings({ seats }: TableToCheck): readonly Finding[] {
  const deciders = seats.filter(({ seat }) => seat.duty === "decider");
  if (deciders.length === 1) return [];
  if (deciders.length === 0) {
    const sentence = "No decider yet. One driver must be able to decide: choose who.";
    return [found("no-decider", sentence)];
  }
  const sentence = `${capital(seatNames(deciders))} are all set to decide. Keep one as decider and make the others members.`;
  return [found("several-deciders", sentence, { seats: deciders, people: peopleOf(deciders) })];
}

function sizeFindings({ seats, collaborative }: TableToCheck): readonly Finding[] {
  const drivers = driverSeats(seats);
  if (drivers.length > most) {
    const sentence = `${drivers.length} drivers are more than decide well together. Keep ${fewest} to ${most} and make the others stakeholders: they still answer.`;
    return [found("core-team-large", sentence, { seats: drivers })];
  }
  if (!collaborative || drivers.length >= fewest) return [];
  const have =
    drivers.length === 0
      ? "No driver has"
      : `Only ${counted(drivers.length, "driver")} ${drivers.length === 1 ? "has" : "have"}`;
  const sentence = `${have} a seat. A decision like this wants ${fewest} to ${most}: seat whoever answers for a part of the outcome.`;
  return [found("core-team-small", sentence, { seats: drivers })];
}

function absentDrivers({ seats }: TableToCheck, present: Present): readonly Finding[] {
  return driverSeats(seats)
    .filter((place) => place.seat.required && sitter(place, present).person === undefined)
    .map((place) => {
      const { person, delegate, function: name } = place.seat;
      const about = { seats: [place], people: peopleOf([place]) };
      if (person === undefined) {
        const sentence = `The ${name} seat is required and nobody sits there. Seat somebody, or mark it as not required.`;
        return found("required-driver-absent", sentence, about);
      }
      const instead =
        delegate === undefined
          ? "name a delegate"
          : `ask ${delegate.name} to ${place.delegateAccepted ? "join" : "accept as delegate"}`;
      const sentence = `${person.name} (${name}) is required and not here. Ask them to join, or ${instead}.`;
      return found("required-driver-absent", sentence, about);
    });
}

function emptySeats({ seats }: TableToCheck): readonly Finding[] {
  return seats
    .filter(({ seat }) => seat.person === undefined)
    .map((place) => {
      const sentence = `The ${place.seat.function} seat is empty. Choose who sits there, or take it away.`;
      return found("seat-without-person", sentence, { seats: [place] });
    });
}

function unclearSeats({ seats }: TableToCheck): readonly Finding[] {
  const taken = driverSeats(seats).filter(({ seat }) => seat.person !== undefined);
  return taken.flatMap((place) => {
    const about = { seats: [place], people: peopleOf([place]) };
    const who = seatName(place.seat);
    const findings: Finding[] = [];
    if (place.seat.insight === undefined) {
      const sentence = `What does ${who} know that this decision needs? Write it on the seat.`;
      findings.push(found("seat-without-insight", sentence, about));
    }
    if (place.seat.accountability === undefined) {
      const sentence = `What will ${who} answer for once this is decided? Write it on the seat.`;
      findings.push(found("seat-without-accountability", sentence, about));
    }
    return findings;
  });
}

function waitingDelegates({ seats }: TableToCheck, present: Present): readonly Finding[] {
  return seats.flatMap((place) => {
    const { delegate } = place.seat;
    const isNeeded = sitter(place, present).person === undefined;
    if (delegate === undefined || place.delegateAccepted || !isNeeded) return [];
    const sentence = `${delegate.name} is named as delegate for ${seatName(place.seat)} and has not accepted. Ask them to accept in their own tab.`;
    return [found("delegate-unaccepted", sentence, { seats: [place], people: [delegate] })];
  });
}

function externalDrivers({ seats }: TableToCheck): readonly Finding[] {
  return driverSeats(seats)
    .filter(({ seat }) => seat.person?.external === true)
    .map((place) => {
      const sentence = `${capital(seatName(place.seat))} is from outside the company and would take a stance. Make them a stakeholder, or be sure this is meant.`;
      return found("external-driver", sentence, { seats: [place], people: peopleOf([place]) });
    });
}
