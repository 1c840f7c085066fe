import { type Tally, tally } from "#domain/deciding/tally.ts";
import type { SeatId } from "#domain/ids.ts";
import type { Meeting, SeatAtTable } from "#domain/meeting-state.ts";
import type { Present } from "#domain/table/seating.ts";

/** The table a record speaks of: as frozen at the close, or as it is now. */
export interface TableAsRecorded {
  readonly seats: ReadonlyMap<SeatId, SeatAtTable>;
  /** Who is there, with those who took a stance and left before the close. */
  readonly present: Present;
  /** Absent where nothing was proposed. */
  readonly counted: Tally | undefined;
}

/** The table of a meeting as its record tells it. */
export function tableAsRecorded(meeting: Meeting): TableAsRecorded {
  const { proposal } = meeting;
  const { seats, presence } = meeting.closing ?? meeting;
  if (proposal === undefined) return { seats, present: presence, counted: undefined };
  const counted = tally({ proposal, seats, presence, atMs: meeting.closing?.atMs });
  const took = counted.votes.filter(({ isPresent }) => isPresent).map(({ person }) => person.id);
  return { seats, present: new Set([...presence.keys(), ...took]), counted };
}
