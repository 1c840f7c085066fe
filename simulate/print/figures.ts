import type { Latencies } from "../people/latencies.ts";
import type { Outcome } from "../scenario.ts";

/** Seconds as people read them. */
export function seconds(ms: number): string {
  if (Number.isNaN(ms)) return "–";
  if (ms === Number.POSITIVE_INFINITY) return "∞";
  return ms < 99_500 ? (ms / 1000).toFixed(1) : (ms / 1000).toFixed(0);
}

/** Half, 95 and 99 of a hundred came within so many seconds. */
export function spread(latencies: Latencies): string {
  return [0.5, 0.95, 0.99].map((share) => seconds(latencies.quantile(share))).join(" / ");
}

/** A share as a percentage without decimals. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A whole number with commas. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

/** Units that one person costs in a minute of the walk. */
export function unitsPerPerson({ scenario, unitsAtWork }: Outcome): number {
  return unitsAtWork / (scenario.attendees * scenario.meetings);
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
