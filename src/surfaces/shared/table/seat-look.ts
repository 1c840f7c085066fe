import type { SeatId } from "#domain/ids.ts";
import type { Meeting, Recusal } from "#domain/meeting-state.ts";
import type { Duty, Role, Seat } from "#domain/table/seat.ts";
import { type Sitting, sittings } from "#domain/table/seating.ts";

/** How a seat stands, readable by shape alone. */
type SeatState = "present" | "expected" | "empty" | "delegate" | "recused";

/** One seat as it is drawn and as it is said in words. */
export interface SeatLook {
  readonly id: SeatId;
  readonly function: string;
  /** Two or three letters to stand in a small circle. */
  readonly code: string;
  readonly role: Role;
  readonly duty: Duty;
  /** What a sign-off seat must agree on. */
  readonly ground?: string | undefined;
  readonly state: SeatState;
  /** Who sits there or is expected to. */
  readonly name?: string | undefined;
  /** "decides", "signs off on security", "contributes". */
  readonly part: string;
  /** "here", "not here yet", "here as delegate of Ana Ruiz", "recused: I own shares". */
  readonly standing: string;
}

/** The seats of a meeting as the picture of the table shows them: the decider, drivers, stakeholders. */
export function seatLooks(meeting: Meeting): readonly SeatLook[] {
  // A closed decision keeps the table it was taken at.
  const { seats, presence } = meeting.closing ?? meeting;
  const recused = new Map<SeatId, string>();
  for (const { seat, stance } of meeting.proposal?.stances.values() ?? []) {
    if (stance.stance === "recused") recused.set(seat, stance.reason);
  }
  for (const [id, { recused: declared }] of seats) {
    if (declared !== undefined) recused.set(id, recusalWords(declared));
  }
  const inTheRoom = ({ person }: Sitting) =>
    person !== undefined && presence.get(person.id)?.how === "in-the-room";
  return sittings(seats, presence)
    .map((sitting) => seatLook(sitting, recused.get(sitting.seat.id), inTheRoom(sitting)))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** One seat as the picture of the table shows it. */
export function seatLook(
  { seat, person: here, via }: Sitting,
  recused?: string,
  isInTheRoom = false,
): SeatLook {
  const state = stateOf(seat, here === undefined ? undefined : via, recused !== undefined);
  const standing = standingOf(seat, state, here?.name);
  return {
    id: seat.id,
    function: seat.function,
    code: codeOf(seat.function),
    role: seat.role,
    duty: seat.duty,
    ground: seat.duty === "sign-off" ? seat.ground : undefined,
    state,
    name: (here ?? seat.person)?.name,
    part: partOf(seat),
    standing:
      recused === undefined
        ? `${standing}${isInTheRoom ? ", in the room" : ""}`
        : `recused: ${recused}`,
  };
}

/** Everything a seat's picture says, as one line of words. */
export function seatWords({ function: name, part, name: person, standing }: SeatLook): string {
  const who = person === undefined ? standing : `${person}, ${standing}`;
  return `${name}, ${part}: ${who}`;
}

function recusalWords({ reason, by, recordedFor }: Recusal): string {
  return recordedFor === undefined ? reason : `${reason} (written down by ${by.name})`;
}

function rank({ role, duty }: SeatLook): number {
  if (role === "stakeholder") return 2;
  return duty === "decider" ? 0 : 1;
}

function stateOf(
  seat: Seat,
  via: "person" | "delegate" | undefined,
  isRecused: boolean,
): SeatState {
  if (isRecused) return "recused";
  if (via !== undefined) return via === "person" ? "present" : "delegate";
  return seat.person === undefined ? "empty" : "expected";
}

function standingOf(seat: Seat, state: SeatState, here: string | undefined): string {
  switch (state) {
    case "recused":
      return "recused";
    case "present":
      return "here";
    case "delegate":
      return seat.person === undefined
        ? "here as delegate"
        : `here as delegate of ${seat.person.name}`;
    case "expected":
      return "not here yet";
    case "empty":
      return here ?? "nobody yet";
  }
}

function partOf(seat: Seat): string {
  switch (seat.duty) {
    case "decider":
      return "decides";
    case "sign-off":
      return `signs off on ${seat.ground}`;
    case "member":
      return "driver";
    case "contributor":
      return "contributes";
    case "performer":
      return "performs";
    case "informed":
      return "is informed";
  }
}

/** "IT", "HR", "SO" for Sales Operations, "FI" for Finance. */
function codeOf(name: string): string {
  const words = name.split(/[\s/&-]+/u).filter((word) => word !== "");
  const [first = ""] = words;
  if (words.length === 1) return letters(first, first.length <= 3 ? 3 : 2);
  return words
    .map((word) => letters(word, 1))
    .slice(0, 3)
    .join("");
}

/** The first whole characters, so that no emoji or accent is cut in two. */
function letters(word: string, most: number): string {
  return Array.from(word).slice(0, most).join("").toLocaleUpperCase("en-GB");
}
