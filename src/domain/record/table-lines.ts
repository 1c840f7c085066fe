import type { Vote } from "#domain/deciding/votes.ts";
import { stanceWords } from "#domain/deciding/stance-words.ts";
import type { Tally } from "#domain/deciding/tally.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import type { Seat } from "#domain/table/seat.ts";
import { type Present, type Seats, seatList, sitter } from "#domain/table/seating.ts";

/** Who sat where, a line a seat: drivers first, each with duty, presence and stance. */
export function tableLines(
  seats: Seats,
  present: Present,
  counted: Tally | undefined,
): readonly string[] {
  const list = seatList(seats);
  const drivers = list.filter(({ seat }) => seat.role === "driver");
  const stakeholders = list.filter(({ seat }) => seat.role === "stakeholder");
  return [...drivers, ...stakeholders].map((place) => {
    const vote = counted?.votes.find(({ seat }) => seat.id === place.seat.id);
    const stance = vote?.taken?.stance.stance;
    const said = stance === undefined ? "" : ` – ${stanceWords[stance].label.toLowerCase()}`;
    return `${place.seat.function} (${dutyOf(place.seat)}): ${whoSat(place, present)}${said}`;
  });
}

/** The votes of drivers who disagree and commit, or object. */
export function dissenters({ votes }: Tally): readonly Vote[] {
  return votes.filter(({ taken }) => {
    const stance = taken?.stance.stance;
    return stance === "disagree-and-commit" || stance === "object";
  });
}

/** Dissent by name, a line each: the stance, its ground and reason, and what would change it. */
export function dissentLines(counted: Tally): readonly string[] {
  return dissenters(counted).flatMap(({ person, seat, taken }) => {
    if (taken === undefined) return [];
    const { stance } = taken;
    const who = `${person.name} (${seat.function})`;
    if (stance.stance !== "object") {
      return `${who} disagrees and commits: ${oneLine(stance.reason ?? "")}`;
    }
    const change =
      stance.wouldChange === undefined ? "" : ` Would change it: ${oneLine(stance.wouldChange)}`;
    return `${who} objects on ${stance.ground}: ${oneLine(stance.reason)}${change}`;
  });
}

function whoSat(place: SeatAtTable, present: Present): string {
  const { person, via } = sitter(place, present);
  const whose = place.seat.person?.name;
  if (person === undefined) return whose === undefined ? "nobody" : `${whose}, absent`;
  return via === "delegate" && whose !== undefined ? `${person.name} for ${whose}` : person.name;
}

function dutyOf(seat: Seat): string {
  return seat.duty === "sign-off" ? `sign-off: ${seat.ground}` : seat.duty;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
