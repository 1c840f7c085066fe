import { later } from "./later.tsx";
import { FacilitatorBar } from "./lead-parts.ts";

/** The proposal and everybody's stance on it. */
export const StancesPart = later(
  async () => (await import("#surfaces/walk/deciding/stances-part.tsx")).StancesPart,
);

/** What everybody answered. */
export const RevealPart = later(
  async () => (await import("#surfaces/walk/question/reveal-part.tsx")).RevealPart,
);

/** Where a conflict of interest is declared. */
export const InterestForm = later(
  async () => (await import("#surfaces/walk/interest/interest-form.tsx")).InterestForm,
);

/** How it ended. */
export const ClosedPart = later(
  async () => (await import("#surfaces/walk/closed/closed-part.tsx")).ClosedPart,
);

/** Fetches what everybody comes to in the course of a walk, and who leads next may be anybody. */
export async function fetchParts(): Promise<void> {
  for (const part of [InterestForm, RevealPart, StancesPart, ClosedPart, FacilitatorBar])
    await part.fetch();
}
