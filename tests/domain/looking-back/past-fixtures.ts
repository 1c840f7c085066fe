import { toDecisionId } from "#domain/ids.ts";
import type { PastDecision } from "#domain/looking-back/earlier.ts";
import { fn } from "../table-fixtures.ts";

/** The day the tests look back from. */
export const nowMs = Date.UTC(2026, 10, 24);

/** A decision of the list; a year old and of nobody unless told. */
export function past(
  id: string,
  title: string,
  more: Partial<PastDecision["row"]> = {},
  createdAtMs = Date.UTC(2025, 10, 24),
): PastDecision {
  const row = { context: "", wantedOutcome: "", outcome: "", proposal: "", functions: [] };
  return { row: { ...row, decision: toDecisionId(id), title, ...more }, createdAtMs };
}

/** What is being framed. */
export function framing(title: string, more: { outcome?: string; context?: string } = {}) {
  return { title, outcome: "", context: "", functions: [fn("Sales"), fn("IT")], ...more };
}

/** A list as a company has it after a while. */
export const company: readonly PastDecision[] = [
  past("tool", "Buy a forecasting tool", {
    context: "Sales cannot see the pipeline of the other regions.",
    outcome: "Decided: Buy Northstar for two regions.",
    functions: ["Sales"],
  }),
  past("laptops", "Replace the laptops of the field teams", {
    wantedOutcome: "Fewer than two calls a month for each hundred laptops.",
  }),
  past("warehouse", "Move the data warehouse to Frankfurt", {
    context: "Customers in Germany ask where their data is kept.",
  }),
  past("privacy", "Stop recording sales calls", {
    context: "Nobody has told the customers, and Legal sees a risk.",
  }),
  past("payroll", "Build payroll exports ourselves"),
];
