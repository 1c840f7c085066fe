import type { MeetingKey } from "#domain/ids.ts";
import type { EventLog } from "#flows/ports.ts";

/**
 * A log that is being read already while it is still found out who reads it. The first to ask takes
 * that reading over, and hears how far it has come.
 */
export function readAhead(log: EventLog, meeting: MeetingKey): EventLog {
  let rowsRead = 0;
  let tell: ((rows: number) => void) | undefined;
  let ahead: ReturnType<EventLog["readMeeting"]> | undefined = log.readMeeting(meeting, (rows) => {
    rowsRead = rows;
    tell?.(rows);
  });
  ahead.catch(() => undefined);
  return {
    ...log,
    readMeeting(key, onProgress) {
      const reading = ahead;
      ahead = undefined;
      if (reading === undefined) return log.readMeeting(key, onProgress);
      tell = onProgress;
      if (rowsRead > 0) onProgress?.(rowsRead);
      return reading;
    },
  };
}
