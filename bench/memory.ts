import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { toEventId, toMeetingKey } from "#domain/ids.ts";
import { LogBook } from "#flows/meeting/log-book.ts";
import { bigLog } from "./big-log.ts";
import type { Figure } from "./figures.ts";

const rows = 10_000;

/** What a client keeps in memory of a meeting of 10,000 rows, measured in Node. */
export function measureMemory(): readonly Figure[] {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const log = bigLog(rows);
  const meeting = toMeetingKey(log[0]?.meeting ?? "");
  collect();
  const before = process.memoryUsage().heapUsed;
  const book = new LogBook(meeting);
  book.takeAll(log);
  const { presence } = book.meeting();
  collect();
  const kilobytes = (process.memoryUsage().heapUsed - before) / 1024;
  if (presence.size === 0 || !book.has(toEventId(log.at(-1)?.eventId ?? "none"))) {
    throw new Error("The book of the bench did not take its rows.");
  }
  return [{ what: "a client's memory for 10,000 events", value: kilobytes, unit: "KB" }];
}
