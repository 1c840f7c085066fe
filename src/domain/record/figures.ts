import type { Meeting } from "#domain/meeting-state.ts";
import {
  coveredFunctions,
  deciderSeat,
  driverSeats,
  presentDrivers,
  seatList,
} from "#domain/table/seating.ts";
import type { DecisionRow } from "./decision-row.ts";
import { dissenters } from "./dissent-lines.ts";
import type { TableAsRecorded } from "./table-as-recorded.ts";

const dayMs = 86_400_000;

/** What a record counts: what its list is filtered and its charts are drawn by. */
export function figuresOf(
  { frame: { functions }, opened, closing, proposal }: Meeting,
  { seats, present, counted }: TableAsRecorded,
): Pick<
  DecisionRow,
  | "driversPresent"
  | "drivers"
  | "functionsCovered"
  | "functionsNeeded"
  | "leadFunction"
  | "dissent"
  | "inFavour"
  | "abstained"
  | "openConditions"
  | "daysToDecide"
> {
  const voiced = seatList(seats).filter(({ recused }) => recused === undefined);
  const counts = counted?.counts;
  return {
    driversPresent: presentDrivers(seats, present).length,
    drivers: driverSeats(seats).length,
    functionsCovered: coveredFunctions(functions, voiced, present).length,
    functionsNeeded: functions.length,
    leadFunction: deciderSeat(seats)?.seat.function ?? "",
    dissent: dissenters(counted).length,
    inFavour: counts === undefined ? 0 : counts.agree + counts["agree-with-reservation"],
    abstained: counts?.abstain ?? 0,
    openConditions: closing?.outcome === "decided" ? (proposal?.conditions?.length ?? 0) : 0,
    ...(opened !== undefined &&
      closing !== undefined && {
        daysToDecide: Math.max(0, Math.floor((closing.atMs - opened.atMs) / dayMs)),
      }),
  };
}
