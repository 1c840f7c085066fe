import { type Given, type MeetingReport, holdMeeting } from "./meeting.ts";

/** Holds meetings of one seed after the other. `onEach` hears of each, and may end it with false. */
export async function holdMany(
  { from, count, ...given }: Given & { readonly from: number; readonly count: number },
  onEach: (report: MeetingReport) => boolean | void = () => undefined,
): Promise<readonly MeetingReport[]> {
  const reports: MeetingReport[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    // One after the other on purpose: each has a clock of its own and wants all of the processor.
    const report = await holdMeeting(seed, given);
    reports.push(report);
    if (onEach(report) === false) break;
  }
  return reports;
}

/** How to see a meeting again that went wrong, with what did not hold; nothing for one that held. */
export function complaints({ seed, breaches }: MeetingReport, isBrief: boolean): readonly string[] {
  if (breaches.length === 0) return [];
  return [
    `npm run chaos -- --seed ${seed} --count 1${isBrief ? " --brief" : ""}`,
    ...breaches.map((one) => `  ${one}`),
  ];
}
