import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import { clockTime } from "#surfaces/shared/formats.ts";

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });

/** When the meeting is: "meeting today 14:00–15:00"; its subject where Teams gives no time. */
export function whenWords(meeting: MeetingInfo | undefined, nowMs: number): string {
  if (meeting === undefined) return "";
  const { startsAtMs, endsAtMs, subject } = meeting;
  if (startsAtMs === undefined) return subject;
  const on = day.format(startsAtMs) === day.format(nowMs) ? "today" : day.format(startsAtMs);
  const until = endsAtMs === undefined ? "" : `–${clockTime(endsAtMs)}`;
  return `meeting ${on} ${clockTime(startsAtMs)}${until}`;
}

/** The day and time of a meeting, for a text that is read another day; empty where not known. */
export function dateWords({ startsAtMs, endsAtMs }: MeetingInfo): string {
  if (startsAtMs === undefined) return "";
  const until = endsAtMs === undefined ? "" : `–${clockTime(endsAtMs)}`;
  return `${day.format(startsAtMs)}, ${clockTime(startsAtMs)}${until}`;
}
