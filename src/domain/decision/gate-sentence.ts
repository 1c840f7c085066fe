import { type GateResult, type Signal, signals } from "./gate.ts";
import { listed } from "#domain/table/sentences.ts";

/** Each signal as a question with a plain yes or no. */
export const signalQuestions: { readonly [S in Signal]: string } = {
  "strategic-shift": "Does it change where the whole company is going?",
  "market-entry-or-exit": "Does it take us into a market, or out of one?",
  "unknown-risk":
    "Does it bring technology whose privacy, security or legal risks nobody here knows yet?",
  "spans-functions": "Does it change how more than one function works?",
  "hard-to-reverse": "Would it be hard to go back a year from now?",
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

/**
 * What the gate says: whether this needs a group and why, or why somebody chose otherwise. `owner`
 * is the function it can stay with; where nobody has said, a technology decision is IT's.
 */
export function gateSentence(
  { route, reasons, advice, overrideReason }: GateResult,
  owner = "IT",
): string {
  const verdict = route === "routine" ? `This can stay with ${owner}` : "This needs a group";
  const needsGroup = reasons.length > 0;
  if (overrideReason !== undefined && needsGroup !== (route === "collaborative")) {
    const against = needsGroup ? `although ${told(reasons)}` : "although no signal asks for one";
    return `${verdict}, ${against}. The reason given: ${overrideReason}`;
  }
  if (route === "collaborative") return `${verdict}, because ${told(reasons)}.`;
  if (advice.length === 0) return `${verdict}.`;
  return `${verdict}. Ask the others first: ${told(advice)}.`;
}

function told(given: readonly Signal[]): string {
  return listed(
    given.toSorted((a, b) => signals.indexOf(a) - signals.indexOf(b)).map((s) => because[s]),
    signals.length,
  );
}
