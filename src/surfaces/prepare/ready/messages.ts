import { meetingOf } from "#domain/fold/resuming.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import type { Person } from "#domain/table/person.ts";
import { dateWords } from "#surfaces/prepare/when-words.ts";

/** A message to copy and send from one's own chat or mail: Quorate writes to nobody by itself. */
export interface Message {
  /** What it is and to whom, for the line above it. */
  readonly label: string;
  readonly text: string;
}

interface Asked {
  readonly meeting: Meeting;
  readonly to: readonly Pick<Person, "name">[];
  readonly from: Pick<Person, "name">;
}

/** Asks somebody to come, and says why they are needed. */
export function invitation(asked: Asked, why: string): Message {
  return letter(asked, "invitation", [
    `please join ${whichMeeting(asked.meeting)}. We decide: ${asked.meeting.frame.title}`,
    why,
    "If you cannot come, tell me who can stand in for you.",
  ]);
}

/** Asks for somebody of a function whom nobody has named yet. */
export function searchFor(asked: Omit<Asked, "to">, name: BusinessFunction): Message {
  const { text } = letter({ ...asked, to: [] }, "", [
    `for ${whichMeeting(asked.meeting)} we need somebody who answers for ${name}.`,
    `We decide: ${asked.meeting.frame.title}`,
    "Who can come? I will send the invitation.",
  ]);
  return { label: `Message to ${name}`, text };
}

/** Asks the delegate of a seat to accept in their own tab. */
export function askToAccept(asked: Asked, seat: string): Message {
  return letter(asked, "message", [
    `you are named as delegate for ${seat} in ${whichMeeting(asked.meeting)}. We decide: ${asked.meeting.frame.title}`,
    "Please open Quorate in the details of the meeting and choose “Accept”. Until then you do not count.",
  ]);
}

/** Says that somebody cannot stand in, so that another delegate can be named. */
export function declineToStandIn(asked: Asked, seat: string): Message {
  return letter(asked, "message", [
    `I cannot stand in for ${seat} in ${whichMeeting(asked.meeting)}.`,
    "Please name another delegate.",
  ]);
}

/** Asks for what a seat knows or answers for. */
export function askFor(asked: Asked, what: string): Message {
  return letter(asked, "message", [
    `before ${whichMeeting(asked.meeting)} please tell me in one line ${what}`,
    `We decide: ${asked.meeting.frame.title}`,
  ]);
}

/** Asks for early answers. */
export function askToAnswer(asked: Asked): Message {
  return letter(asked, "reminder", [
    `please answer the questions for ${whichMeeting(asked.meeting)} beforehand. We decide: ${asked.meeting.frame.title}`,
    "Open Quorate in the details of the meeting, then card 4, Questions. Two sentences each are enough.",
  ]);
}

function letter({ to, from }: Asked, what: string, lines: readonly string[]): Message {
  const names = to.map(({ name }) => name);
  const greeting = names.length === 0 ? "Hello," : `Hello ${names.join(", ")},`;
  return {
    label: `${what.charAt(0).toUpperCase()}${what.slice(1)} to ${names.join(", ")}`,
    text: [greeting, "", ...lines, "", "Thank you", from.name].join("\n"),
  };
}

function whichMeeting(meeting: Meeting): string {
  const info = meetingOf(meeting);
  if (info === undefined) return "our meeting";
  const when = dateWords(info);
  return when === "" ? `“${info.subject}”` : `“${info.subject}”, ${when},`;
}
