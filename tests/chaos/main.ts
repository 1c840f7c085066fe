import { parseArgs } from "node:util";
import { complaints, holdMany } from "./many.ts";
import type { MeetingReport } from "./meeting.ts";

/** Runs `npm run chaos` with its options; answers whether everything held. */
export async function run(args: readonly string[], tell: (line: string) => void): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "1000" },
      brief: { type: "boolean", default: false },
    },
  });
  const [from, count] = [wholeNumber("seed", values.seed), wholeNumber("count", values.count)];
  const thrown = listenForUnhandled();
  let done = 0;
  const reports = await holdMany({ from, count, isBrief: values.brief }, (report) => {
    done += 1;
    for (const line of complaints(report, values.brief)) tell(line);
    if (done % 50 === 0 && done < count) tell(`${done} of ${count} meetings done`);
  });
  for (const line of summary(reports)) tell(line);
  for (const error of thrown()) tell(`Nobody handled: ${String(error)}`);
  return reports.every(({ breaches }) => breaches.length === 0) && thrown().length === 0;
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} takes a whole number above 0, not "${text}".`);
}

/** What nobody caught would otherwise end the process, or worse, pass unseen. */
function listenForUnhandled(): () => readonly unknown[] {
  const thrown: unknown[] = [];
  process.on("unhandledRejection", (reason) => thrown.push(reason));
  return () => thrown;
}

function summary(reports: readonly MeetingReport[]): readonly string[] {
  const sum = (of: (report: MeetingReport) => number) =>
    reports.reduce((total, report) => total + of(report), 0).toLocaleString("en-GB");
  const broken = reports.filter(({ breaches }) => breaches.length > 0).length;
  const outcomes = new Map<string, number>();
  for (const { outcome } of reports) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const slowest = Math.max(0, ...reports.map((one) => one.settledAfterSeconds));
  return [
    `${reports.length} meetings: ${sum((one) => one.people)} people, ${sum((one) => one.events)} events, ${sum((one) => one.requests)} requests`,
    `${sum((one) => one.faults)} faults struck, windows died ${sum((one) => one.deaths)} times, the lead was claimed ${sum((one) => one.claims)} times`,
    `ended ${Array.from(outcomes, ([outcome, times]) => `${outcome} ${times}`).join(", ")}`,
    `all equal at most ${slowest} s of meeting time after the faults had stopped and nobody spoke`,
    broken === 0 ? "Nothing lost, nothing doubled." : `${broken} meetings did not hold.`,
  ];
}
