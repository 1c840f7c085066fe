import { describe, expect, it } from "vitest";
import { toMeetingKey } from "#domain/ids.ts";
import type { EventLog } from "#flows/ports.ts";
import { readAhead } from "#main/tenant/read-ahead.ts";

const meeting = toMeetingKey("19:meeting_forecast@thread.v2");
const done = { rows: [], cursor: "cursor-1" };

/** A log whose reading comes along as told. */
function slowLog() {
  const readings: { rows: (count: number) => void; end: () => void }[] = [];
  const readMeeting: EventLog["readMeeting"] = (_key, onProgress) =>
    new Promise((resolve) => {
      readings.push({ rows: (count) => onProgress?.(count), end: () => resolve(done) });
    });
  return { log: { readMeeting } as EventLog, readings };
}

describe("a log that is read before anybody asks", () => {
  it("is read once for the first who asks", async () => {
    const { log, readings } = slowLog();
    const reading = readAhead(log, meeting).readMeeting(meeting);
    readings[0]?.end();

    expect(await reading).toBe(done);
    expect(readings).toHaveLength(1);
  });

  it("says how far it had come by then, and how it comes along", () => {
    const { log, readings } = slowLog();
    const ahead = readAhead(log, meeting);
    const heard: number[] = [];
    readings[0]?.rows(1000);
    void ahead.readMeeting(meeting, (rows) => heard.push(rows));
    readings[0]?.rows(2000);

    expect(heard).toEqual([1000, 2000]);
  });

  it("is read anew for whoever asks again", () => {
    const { log, readings } = slowLog();
    const ahead = readAhead(log, meeting);
    void ahead.readMeeting(meeting);
    void ahead.readMeeting(meeting);

    expect(readings).toHaveLength(2);
  });
});
