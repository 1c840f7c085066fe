import type { SeatId } from "#domain/ids.ts";
import { type Present, type Seats, sittings } from "#domain/table/seating.ts";
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
 * Whether enough drivers are there. Where all required ones are asked for and none is required, one
 * driver of any kind must be: an empty room is never a quorum.
 */
export function quorumOf(quorum: Quorum, seats: Seats, present: Present): QuorumState {
  const drivers = sittings(seats, present).filter(({ seat }) => seat.role === "driver");
  const required = drivers.filter(({ seat }) => seat.required);
  const countsAll = quorum.kind === "count" || required.length === 0;
  const counted = countsAll ? drivers : required;
  const missing = counted.filter(({ person }) => person === undefined).map(({ seat }) => seat.id);
  const here = counted.length - missing.length;
  if (!countsAll) {
    return { needed: required.length, present: here, met: missing.length === 0, missing };
  }
  const needed = quorum.kind === "count" ? quorum.drivers : 1;
  return { needed, present: here, met: here >= needed, missing: [] };
}
