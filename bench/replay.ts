import { readEntry } from "#domain/log/entry.ts";
import { evolve, replay } from "#domain/meeting.ts";
import { bigLog } from "./big-log.ts";
import { type Figure, quantile } from "./figures.ts";

const rows = 10_000;
const runs = 15;

/** How long it takes to read 10,000 rows of one meeting, and to take in one more. */
export function measureReplay(): readonly Figure[] {
  const log = bigLog(rows + 1);
  const parsing: number[] = [];
  const folding: number[] = [];
  const oneMore: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    const entries = log.flatMap((row) => {
      const read = readEntry(row);
      return read.ok ? [read.value] : [];
    });
    const parsed = performance.now();
    const meeting = replay(entries.slice(0, rows));
    const folded = performance.now();
    const last = entries[rows];
    if (entries.length !== rows + 1 || last === undefined || meeting.refused !== undefined) {
      throw new Error("The log of the bench is not one that a meeting would have.");
    }
    for (let again = 0; again < 100; again += 1) evolve(meeting, last);
    parsing.push(parsed - started);
    folding.push(folded - parsed);
    oneMore.push((performance.now() - folded) / 100);
  }
  return [
    { what: "replay of 10,000 events", value: quantile(folding, 0.5), unit: "ms", target: 50 },
    { what: "parsing the same 10,000 rows", value: quantile(parsing, 0.5), unit: "ms" },
    { what: "one more event on top of them", value: quantile(oneMore, 0.5), unit: "ms" },
  ];
}
