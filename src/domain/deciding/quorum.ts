import type { SeatId } from "#domain/ids.ts";
import { type Present, type Seats, driverSeats, sitter } from "#domain/table/seating.ts";
import type { Quorum } from "./rule.ts";

/** How a quorum stands. */
export interface QuorumState {
  /** How many drivers it needs, and how many of those that count are there. */
  readonly needed: number;
  readonly present: number;
  readonly met: boolean;
  /** The required drivers' seats nobody sits on; empty where the quorum is a number. */
  readonly missing: readonly SeatId[];
}

/**
 * Whether enough drivers are there. Where all required ones are asked for, at least one driver of
 * any kind must be: an empty room is never a quorum.
 */
export function quorumOf(quorum: Quorum, seats: Seats, present: Present): QuorumState {
  const drivers = driverSeats(seats);
  const isHere = (seat: (typeof drivers)[number]) => sitter(seat, present).person !== undefined;
  const required = drivers.filter(({ seat }) => seat.required);
  if (quorum.kind === "count" || required.length === 0) {
    const needed = quorum.kind === "count" ? quorum.drivers : 1;
    const here = drivers.filter(isHere).length;
    return { needed, present: here, met: here >= needed, missing: [] };
  }
  const missing = required.filter((seat) => !isHere(seat)).map(({ seat }) => seat.id);
  const here = required.length - missing.length;
  return { needed: required.length, present: here, met: missing.length === 0, missing };
}
