import type { Meeting } from "../../directory/directory.ts";

const DAY = 86_400_000;

/** When a meeting takes place, counted from the day it is asked on, so that it never grows old. */
export function meetingTimes(
  { when }: Pick<Meeting, "when">,
  now: number,
): { readonly start: number; readonly end: number } {
  const midnight = Math.floor(now / DAY) * DAY;
  const [hours = 0, minutes = 0] = when.at.split(":").map(Number);
  const start = midnight + when.inDays * DAY + (hours * 60 + minutes) * 60_000;
  return { start, end: start + when.minutes * 60_000 };
}
