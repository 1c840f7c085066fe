import { type BusinessFunction, isSameFunction } from "./business-function.ts";
import type { SeatSuggestion } from "./matching.ts";

/**
 * The suggestions with those first who would cover a function that nobody covers yet, in the order
 * of those functions; whoever has declined covers nothing. The rest keep their order.
 */
export function coverageFirst(
  suggestions: readonly SeatSuggestion[],
  uncovered: readonly BusinessFunction[],
): readonly SeatSuggestion[] {
  const rank = (suggestion: SeatSuggestion): number => {
    const at = uncovered.findIndex((name) => covers(suggestion, name));
    return at < 0 ? uncovered.length : at;
  };
  return suggestions.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether seating this attendee as suggested would cover the function. */
export function covers(
  { function: suggested, attendee }: SeatSuggestion,
  name: BusinessFunction,
): boolean {
  if (suggested === undefined || attendee.person === undefined) return false;
  return attendee.response !== "declined" && isSameFunction(suggested, name);
}
