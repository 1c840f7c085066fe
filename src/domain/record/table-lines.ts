import { stanceWords } from "#domain/deciding/stance-words.ts";
import type { Vote } from "#domain/deciding/votes.ts";
import type { Meeting, Presence } from "#domain/meeting-state.ts";
import type { Seat } from "#domain/table/seat.ts";
import { type Sitting, sittings } from "#domain/table/seating.ts";
import { oneLine } from "#domain/text.ts";
import type { TableAsRecorded } from "./table-as-recorded.ts";

/**
 * Who sat where, a line a seat, drivers first: duty, person, stance. Then what the walk was
 * started in spite of.
 */
export function tableLines(meeting: Meeting, table: TableAsRecorded): readonly string[] {
  const all = sittings(table.seats, table.present);
  const drivers = all.filter(({ seat }) => seat.role === "driver");
  const stakeholders = all.filter(({ seat }) => seat.role === "stakeholder");
  const { presence } = meeting.closing ?? meeting;
  const lines = [...drivers, ...stakeholders].map((sitting) => {
    const vote = table.counted?.votes.find(({ seat }) => seat.id === sitting.seat.id);
    const { seat } = sitting;
    const spoken = vote?.taken === undefined ? sitting : vote;
    return `${seat.function} (${dutyOf(seat)}): ${whoSat(spoken, presence)}${said(vote)}`;
  });
  return [...lines, ...overriddenGaps(meeting)].map(oneLine);
}

function whoSat(
  { seat, person, via }: Sitting,
  presence: ReadonlyMap<Vote["person"]["id"], Presence>,
): string {
  const whose = seat.person?.name;
  if (person === undefined) return whose === undefined ? "nobody" : `${whose}, absent`;
  const name = person.external === true ? `${person.name} (external)` : person.name;
  const isInTheRoom = presence.get(person.id)?.how === "in-the-room";
  const who = isInTheRoom ? `${name}, in the room` : name;
  return via === "delegate" && whose !== undefined ? `${who}, for ${whose}` : who;
}

// Dissent has lines of its own; the reasons of the others stand here, or nowhere.
function said(vote: Vote | undefined): string {
  if (vote?.taken === undefined) return "";
  const { stance, reason } = vote.taken.stance;
  const label = ` – ${stanceWords[stance].label.toLowerCase()}`;
  const isDissent = stance === "object" || stance === "disagree-and-commit";
  return isDissent || reason === undefined ? label : `${label}: ${reason}`;
}

function overriddenGaps({ started }: Meeting): readonly string[] {
  const { reason, findings = [] } = started?.override ?? {};
  if (reason === undefined || findings.length === 0) return [];
  const gaps = findings.map(({ sentence }) => sentence).join(" ");
  return [`Started all the same: ${reason} (${gaps})`];
}

function dutyOf(seat: Seat): string {
  return seat.duty === "sign-off" ? `sign-off: ${seat.ground}` : seat.duty;
}
