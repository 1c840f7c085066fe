import type { Meeting } from "#domain/meeting-state.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import { deciderSeat } from "#domain/table/seating.ts";

/** Whose a decision is where it needs no group: the decider's function, else the only one needed. */
export function owningFunction({ seats, frame, closing }: Meeting): BusinessFunction | undefined {
  const [first, ...others] = frame.functions;
  return (
    deciderSeat(closing?.seats ?? seats)?.seat.function ?? (others.length === 0 ? first : undefined)
  );
}
