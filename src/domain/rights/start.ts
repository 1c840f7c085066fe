import type { PersonId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { checkTable } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";

/** What blocks the start if this person starts now. Who starts is there by doing so. */
export function startFindings(meeting: Meeting, starter: PersonId): readonly Finding[] {
  return checkTable({
    seats: Array.from(meeting.seats.values()),
    functionsNeeded: meeting.frame.functions,
    collaborative: true,
    rule: meeting.rule,
    present: new Set([...meeting.presence.keys(), starter]),
  }).filter((finding) => finding.severity === "blocks");
}
