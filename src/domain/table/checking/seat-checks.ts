import type { TableToCheck } from "#domain/table/checks.ts";
import type { Finding, FindingCode } from "#domain/table/finding.ts";
import { found, peopleOf } from "./found.ts";
import { driverSeats } from "#domain/table/seating.ts";
import { capital, counted, listed, seatName, seatNames } from "#domain/table/sentences.ts";

const fewest = 5;
const most = 7;

/** What is the matter with the seats whoever is there: who decides, how many, what they are for. */
export function seatFindings(table: TableToCheck): readonly Finding[] {
  return [
    ...deciders(table),
    ...size(table),
    ...emptySeats(table),
    ...externalDrivers(table),
    ...unsaid(table, "seat-without-insight"),
    ...unsaid(table, "seat-without-accountability"),
  ];
}

function deciders({ seats }: TableToCheck): readonly Finding[] {
  const deciding = seats.filter(({ seat }) => seat.duty === "decider");
  if (deciding.length === 1) return [];
  if (deciding.length === 0) {
    const sentence = "No decider yet. One driver must be able to decide: choose who.";
    return [found("no-decider", sentence)];
  }
  const others = deciding.length === 2 ? "the other a member" : "the others members";
  const sentence = `${deciding.length} seats would decide: ${seatNames(deciding)}. Keep one decider and make ${others}.`;
  return [found("several-deciders", sentence, { seats: deciding, people: peopleOf(deciding) })];
}

function size({ seats, collaborative }: TableToCheck): readonly Finding[] {
  const drivers = driverSeats(seats);
  const about = { seats: drivers, people: peopleOf(drivers) };
  if (drivers.length > most) {
    const names = listed(about.people.map(({ name }) => name));
    const sentence = `${drivers.length} drivers are too many to decide well: ${names}. Keep ${fewest} to ${most} and make the others stakeholders, who still answer.`;
    return [found("core-team-large", sentence, about)];
  }
  if (!collaborative || drivers.length >= fewest) return [];
  const have =
    drivers.length === 0
      ? "No driver has a seat yet"
      : `Only ${counted(drivers.length, "driver")} ${drivers.length === 1 ? "has" : "have"} a seat: ${seatNames(drivers)}`;
  const sentence = `${have}. Seat ${fewest} to ${most}: whoever will answer for a part of the outcome.`;
  return [found("core-team-small", sentence, about)];
}

function emptySeats({ seats }: TableToCheck): readonly Finding[] {
  // Where a required driver is missing, that is said, and blocks.
  return seats
    .filter(({ seat }) => seat.person === undefined && !(seat.role === "driver" && seat.required))
    .map((place) => {
      const sentence = `Nobody sits on the ${place.seat.function} seat. Choose who does, or take the seat away.`;
      return found("seat-without-person", sentence, { seats: [place] });
    });
}

function externalDrivers({ seats }: TableToCheck): readonly Finding[] {
  return driverSeats(seats)
    .filter(({ seat }) => seat.person?.external === true)
    .map((place) => {
      const sentence = `${capital(seatName(place.seat))} is from outside the company and would take a stance. Make them a stakeholder, unless you mean it.`;
      return found("external-driver", sentence, { seats: [place], people: peopleOf([place]) });
    });
}

const unsaidParts = {
  "seat-without-insight": { part: "insight", asks: "what they know that this decision needs" },
  "seat-without-accountability": {
    part: "accountability",
    asks: "what they answer for once this is decided",
  },
} as const satisfies Partial<Record<FindingCode, object>>;

// One sentence for all: a new table lacks all of them, and seven times two would hide the rest.
function unsaid({ seats }: TableToCheck, code: keyof typeof unsaidParts): readonly Finding[] {
  const { part, asks } = unsaidParts[code];
  const without = driverSeats(seats).filter(
    ({ seat }) => seat.person !== undefined && seat[part] === undefined,
  );
  if (without.length === 0) return [];
  const sentence = `Not said yet for ${seatNames(without)}: ${asks}. Ask, and write it on the seat.`;
  return [found(code, sentence, { seats: without, people: peopleOf(without) })];
}
