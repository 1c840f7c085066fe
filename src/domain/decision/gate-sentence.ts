import type { GateResult, Signal } from "./gate.ts";

/** Each signal as a question with a plain yes or no. */
export const signalQuestions: { readonly [S in Signal]: string } = {
  "strategic-shift": "Does it change where the whole company is going?",
  "market-entry-or-exit": "Does it take us into a market, or out of one?",
  "unknown-risk":
    "Does it bring technology whose privacy, security or legal risks nobody here knows yet?",
  "spans-functions": "Does it change how more than one function works?",
  "hard-to-reverse": "Would it be hard to go back in a year?",
  "above-spend-limit": "Does it cost more than its function may spend alone?",
};

const because: { readonly [S in Signal]: string } = {
  "strategic-shift": "it changes where the company is going",
  "market-entry-or-exit": "it enters or leaves a market",
  "unknown-risk": "nobody knows its risks yet",
  "spans-functions": "it changes how several functions work",
  "hard-to-reverse": "it is hard to reverse",
  "above-spend-limit": "it is above the spend limit",
};

/** What the gate says, in one or two sentences: who should take this, and why. */
export function gateSentence({ route, reasons, advice, overrideReason }: GateResult): string {
  const verdict = route === "routine" ? "This can stay with IT" : "This needs a group";
  if (overrideReason !== undefined) {
    const chosen = route === "routine" ? "stay with IT" : "go to a group";
    return `Chosen to ${chosen}: ${overrideReason}`;
  }
  if (route === "collaborative") return `${verdict}, because ${joined(reasons)}.`;
  if (advice.length === 0) return `${verdict}.`;
  return `${verdict}. Ask the others first: ${joined(advice)}.`;
}

function joined(signals: readonly Signal[]): string {
  const parts = signals.map((signal) => because[signal]);
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
