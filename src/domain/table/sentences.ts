import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { Seat } from "./seat.ts";

/** Names as people say them: "Ada", "Ada and Ben", "Ada, Ben and 3 others". */
export function listed(names: readonly string[], most = 4): string {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const parts = rest > 0 ? [...shown, `${rest} others`] : shown;
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}

/** A number of things: "1 driver", "4 drivers". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** A seat as a sentence names it: whose it is, else its function. */
export function seatName({ person, function: place }: Seat): string {
  return person === undefined ? `the ${place} seat` : `${person.name} (${place})`;
}

/** Seats as a sentence names them. */
export function seatNames(seats: readonly SeatAtTable[]): string {
  return listed(seats.map(({ seat }) => seatName(seat)));
}

/** A sentence's first letter as it should be. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
