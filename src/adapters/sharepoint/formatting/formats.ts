import type { ColumnFormat } from "./expression.ts";
import { reviewDue } from "./review-due.ts";
import { statusPill } from "./status-pill.ts";
import { tallyBar } from "./tally-bar.ts";

/** How columns of *Decisions* look, by internal name. */
export const decisionFormats: ReadonlyMap<string, ColumnFormat> = new Map([
  ["Status", statusPill],
  ["InFavour", tallyBar],
  ["ReviewOn", reviewDue],
]);

/** The other columns that the formatting of one reads: they must be in the same view. */
export function columnsRead(format: object): readonly string[] {
  const named = JSON.stringify(format).matchAll(/\[\$(\w+)\]/gu);
  return [...new Set(Array.from(named, ([, name = ""]) => name))];
}
