import type { SeatId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { type BusinessFunction, isSameFunction } from "#domain/table/business-function.ts";
import { seatLook, seatLooks, type SeatLook } from "#surfaces/shared/table/seat-look.ts";
import { newSeat } from "./seat-changes.ts";

const prefix = "needed:";

/**
 * The seats as the ring shows them, and one empty place for each function the outcome needs that
 * has no seat yet.
 */
export function tableView(meeting: Meeting): readonly SeatLook[] {
  const looks = seatLooks(meeting);
  const missing = missingFunctions(meeting).map((name) =>
    seatLook({ seat: newSeat(neededSeat(name), name, "driver"), via: "person" }),
  );
  const drivers = looks.filter(({ role }) => role === "driver");
  return [...drivers, ...missing, ...looks.filter(({ role }) => role === "stakeholder")];
}

/** The function whose missing seat this is; undefined for a seat that is in the log. */
export function neededBy(seat: SeatId, { frame }: Meeting): BusinessFunction | undefined {
  return frame.functions.find((name) => seat === `${prefix}${name}`);
}

/** The place of a function's missing seat in the ring. */
export function neededSeat(name: BusinessFunction): SeatId {
  return `${prefix}${name}` as SeatId;
}

/** The functions the outcome needs that no seat is for. */
export function missingFunctions({ frame, seats }: Meeting): readonly BusinessFunction[] {
  const taken = Array.from(seats.values(), ({ seat }) => seat.function);
  return frame.functions.filter((name) => !taken.some((other) => isSameFunction(name, other)));
}

/** What an invitation got, in words; nothing where the calendar could not be read. */
export const responseWords: { readonly [R in Attendee["response"]]: string } = {
  accepted: "comes",
  tentative: "may come",
  declined: "declined",
  none: "has not answered",
  unknown: "",
};

/** Where somebody comes from, where that is not this company. */
export const kindWords: { readonly [K in Attendee["kind"]]: string } = {
  member: "",
  guest: "guest",
  "other-tenant": "from another company",
  anonymous: "anonymous",
  phone: "by phone",
  other: "",
};
