import { type TableToCheck, checkTable } from "#domain/table/checks.ts";
import type { FindingCode } from "#domain/table/finding.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import { fn, goodTable, goodTeam, here } from "../../table-fixtures.ts";

/** The good table, everybody there. */
const good: TableToCheck = {
  seats: goodTable,
  functionsNeeded: [fn("Sales"), fn("IT"), fn("Finance")],
  collaborative: true,
  rule: defaultRule,
  present: here(...goodTeam),
};

/** What is found on the good table with a change. */
export function check(change: Partial<TableToCheck>) {
  return checkTable({ ...good, ...change });
}

/** The first finding of a code on the good table with a change. */
export function finding(code: FindingCode, change: Partial<TableToCheck>) {
  return check(change).find((found) => found.code === code);
}

/** The good table with one of its seats as wished. */
export function withSeat(seat: (typeof goodTable)[number]) {
  return goodTable.map((place) => (place.seat.id === seat.seat.id ? seat : place));
}
