import type { Vote } from "#domain/deciding/votes.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { tableAsRecorded } from "#domain/record/table-as-recorded.ts";
import type { Person } from "#domain/table/person.ts";
import type { Seat } from "#domain/table/seat.ts";
import { sittings } from "#domain/table/seating.ts";

/** One seat as the record tells it. */
export interface SeatAsRecorded {
  readonly seat: Seat;
  /** Who sat there; absent where nobody did. */
  readonly sat?: Person | undefined;
  /** Whether the person the seat belongs to was there. */
  readonly wasPresent: boolean;
  /** The stance taken for it; absent at stakeholders' seats and where nothing was proposed. */
  readonly vote?: Vote | undefined;
}

/** The table as it was at the close, or as it is now; drivers first, in the order of the table. */
export function seatsAsRecorded(meeting: Meeting): readonly SeatAsRecorded[] {
  const table = tableAsRecorded(meeting);
  const all = sittings(table.seats, table.present).map(({ seat, person }): SeatAsRecorded => {
    const vote = table.counted?.votes.find((one) => one.seat.id === seat.id);
    const wasPresent = seat.person !== undefined && table.present.has(seat.person.id);
    return { seat, sat: vote?.taken === undefined ? person : vote.person, wasPresent, vote };
  });
  const drivers = all.filter(({ seat }) => seat.role === "driver");
  return [...drivers, ...all.filter(({ seat }) => seat.role === "stakeholder")];
}

/** Those who have a seat and were not there, each once. */
export function absentees(meeting: Meeting): readonly Person[] {
  const away = seatsAsRecorded(meeting).flatMap(({ seat, wasPresent }) =>
    seat.person === undefined || wasPresent ? [] : [seat.person],
  );
  return [...new Map(away.map((person) => [person.id, person])).values()];
}
