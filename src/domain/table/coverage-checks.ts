import { quorumOf } from "#domain/deciding/quorum.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { BusinessFunction } from "./business-function.ts";
import type { TableToCheck } from "./checks.ts";
import type { Finding } from "./finding.ts";
import { found, peopleOf } from "./found.ts";
import { type Present, coveredFunctions, driverSeats } from "./seating.ts";
import { counted, listed } from "./sentences.ts";

/** What is the matter with the table as a whole: functions missing, too few, one function's table. */
export function coverageFindings(table: TableToCheck, present: Present): readonly Finding[] {
  return [
    ...uncoveredFunctions(table, present),
    ...unmetQuorum(table, present),
    ...dominance(table),
  ];
}

function uncoveredFunctions(
  { seats, functionsNeeded, present: gathered }: TableToCheck,
  present: Present,
): readonly Finding[] {
  const covered = coveredFunctions(seats, present);
  return functionsNeeded
    .filter((name) => !covered.has(name))
    .map((name) => {
      const from = seats.filter(({ seat }) => seat.function === name);
      const about = { seats: from, people: peopleOf(from), function: name };
      const sentence = uncovered(name, from, gathered === "not-gathered");
      return found("function-uncovered", sentence, about);
    });
}

function uncovered(name: BusinessFunction, from: readonly SeatAtTable[], isAhead: boolean): string {
  const needed = `${name} is needed for this outcome, and`;
  const drivers = peopleOf(driverSeats(from)).map((person) => person.name);
  if (drivers.length > 0) {
    const absence = isAhead ? "cannot come" : "is not here";
    return `${needed} nobody from ${name} ${isAhead ? "will be" : "is"} here: ${listed(drivers)} ${absence}. Ask ${listed(drivers)} to join, or name a delegate.`;
  }
  const others = peopleOf(from).map((person) => person.name);
  if (others.length > 0) {
    return `${needed} nobody from ${name} is a driver. Make ${listed(others)} a driver, or seat somebody else from ${name}.`;
  }
  return `${needed} nobody from ${name} has a seat. Seat a driver from ${name}.`;
}

function unmetQuorum({ seats, rule }: TableToCheck, present: Present): readonly Finding[] {
  const state = quorumOf(rule.quorum, seats, present);
  if (state.met) return [];
  const missing = seats.filter(({ seat }) => state.missing.includes(seat.id));
  const names = peopleOf(missing).map((person) => person.name);
  const ask = names.length > 0 ? `Ask ${listed(names)} to join.` : "Seat or ask more drivers.";
  const sentence = `The quorum is ${counted(state.needed, "driver")}, and ${state.present} ${state.present === 1 ? "is" : "are"} here. ${ask}`;
  return [found("quorum-unmet", sentence, { seats: missing, people: peopleOf(missing) })];
}

function dominance({ seats }: TableToCheck): readonly Finding[] {
  const drivers = driverSeats(seats);
  const isFrom = (name: BusinessFunction) => drivers.filter(({ seat }) => seat.function === name);
  const name = drivers
    .map(({ seat }) => seat.function)
    .find((candidate) => isFrom(candidate).length * 2 > drivers.length);
  // One or two drivers are nobody's majority: that the team is small is said elsewhere.
  if (name === undefined || drivers.length < 3) return [];
  const from = isFrom(name);
  const sentence = `${from.length} of ${drivers.length} drivers are from ${name}. Seat drivers from other functions, or make some of ${name} stakeholders.`;
  return [
    found("one-function-dominates", sentence, {
      seats: from,
      people: peopleOf(from),
      function: name,
    }),
  ];
}
