import { quorumOf } from "#domain/deciding/quorum.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { type BusinessFunction, isSameFunction } from "#domain/table/business-function.ts";
import type { TableToCheck } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";
import { found, peopleOf } from "./found.ts";
import {
  type Present,
  coveredFunctions,
  driverSeats,
  presentDrivers,
} from "#domain/table/seating.ts";
import { counted, listed, seatNames } from "#domain/table/sentences.ts";

/**
 * What is the matter with the table as a whole: functions missing, too few, one function's table.
 * The recused are not of the table, and named where their function is missing with them.
 */
export function coverageFindings(
  table: TableToCheck,
  present: Present,
  recused: readonly SeatAtTable[] = [],
): readonly Finding[] {
  return [
    ...uncoveredFunctions(table, present, recused),
    ...unmetQuorum(table, present),
    ...dominance(table),
  ];
}

function uncoveredFunctions(
  table: TableToCheck,
  present: Present,
  recused: readonly SeatAtTable[],
): readonly Finding[] {
  const { seats, functionsNeeded } = table;
  const covered = coveredFunctions(functionsNeeded, seats, present);
  return functionsNeeded
    .filter((name) => !covered.includes(name))
    .map((name) => {
      const from = seats.filter(({ seat }) => isSameFunction(seat.function, name));
      const about = { seats: from, people: peopleOf(from), function: name };
      const out = recused.filter(({ seat }) => isSameFunction(seat.function, name));
      const sentence =
        from.length === 0 && out.length > 0
          ? `${name} is needed for this outcome, and ${seatNames(out)} ${out.length === 1 ? "is" : "are"} recused. Seat somebody else from ${name}.`
          : gap(table, name, from);
      return found("function-uncovered", sentence, about);
    });
}

function gap(
  { present }: TableToCheck,
  name: BusinessFunction,
  from: readonly SeatAtTable[],
): string {
  const drivers = listed(peopleOf(driverSeats(from)).map((person) => person.name));
  const others = listed(peopleOf(from).map((person) => person.name));
  const needed = `${name} is needed for this outcome, and nobody from ${name}`;
  if (drivers !== "") {
    const will = present === "not-gathered" ? "will be here" : "is here";
    return `${needed} ${will}. Ask ${drivers} to join, or name a delegate.`;
  }
  if (others !== "") {
    return `${needed} is a driver. Make ${others} a driver, or seat somebody else from ${name}.`;
  }
  return from.length > 0
    ? `${needed} has its seat. Choose who does.`
    : `${needed} has a seat. Seat a driver from ${name}.`;
}

function unmetQuorum({ seats, rule }: TableToCheck, present: Present): readonly Finding[] {
  const state = quorumOf(rule.quorum, seats, present);
  // Required drivers who are missing are named one by one: saying it again would help nobody.
  if (state.met || state.missing.length > 0) return [];
  const here = new Set(presentDrivers(seats, present).map(({ seat }) => seat.id));
  const absent = driverSeats(seats).filter(({ seat }) => !here.has(seat.id));
  const names = listed(peopleOf(absent).map((person) => person.name));
  const drivers = driverSeats(seats).length;
  const ask =
    names === "" || drivers < state.needed
      ? "Seat more drivers, or choose a smaller quorum."
      : `Ask ${names} to join.`;
  const sentence = `The quorum is ${counted(state.needed, "driver")}, and ${state.present} ${state.present === 1 ? "is" : "are"} here. ${ask}`;
  return [found("quorum-unmet", sentence, { seats: absent, people: peopleOf(absent) })];
}

function dominance({ seats }: TableToCheck): readonly Finding[] {
  const drivers = driverSeats(seats);
  const from = drivers
    .map(({ seat: { function: name } }) =>
      drivers.filter(({ seat }) => isSameFunction(seat.function, name)),
    )
    .find((group) => group.length * 2 > drivers.length);
  const name = from?.[0]?.seat.function;
  // One driver is not a majority of anything: that the core team is small is said elsewhere.
  if (from === undefined || name === undefined || drivers.length < 2) return [];
  const sentence = `${from.length} of ${drivers.length} drivers are from ${name}: ${seatNames(from)}. Seat drivers from other functions, or make some of these stakeholders.`;
  const about = { seats: from, people: peopleOf(from), function: name };
  return [found("one-function-dominates", sentence, about)];
}
