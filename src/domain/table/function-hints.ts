import * as v from "valibot";
import { BusinessFunction } from "./business-function.ts";

/** One or more whole words of a department or title, and the function they speak for. */
export interface FunctionHint {
  readonly word: string;
  readonly function: BusinessFunction;
}

/**
 * The words looked for in departments and titles. The first that fits counts, so narrower words
 * stand before wider ones. Pure data: a company may put its own in its place.
 */
export const functionHints: readonly FunctionHint[] = (
  [
    [
      "Sales Operations",
      ["sales operations", "sales ops", "revenue operations", "sales enablement"],
    ],
    ["Legal", ["legal", "counsel", "compliance", "privacy", "data protection"]],
    ["Security", ["security", "cybersecurity", "infosec", "ciso"]],
    ["HR", ["human resources", "people and culture", "people operations", "talent", "hr", "chro"]],
    ["Finance", ["finance", "financial", "controlling", "controller", "accounting", "treasury"]],
    ["Finance", ["cfo", "procurement"]],
    ["Marketing", ["marketing", "brand", "cmo"]],
    ["IT", ["information technology", "it", "infrastructure", "engineering", "cio", "cto"]],
    ["Data", ["data", "analytics", "business intelligence"]],
    ["Product", ["product", "cpo"]],
    ["Sales", ["sales", "account executive", "business development", "cro"]],
    ["Operations", ["operations", "supply chain", "logistics", "manufacturing", "coo"]],
    ["HR", ["people"]],
  ] as const
).flatMap(([name, words]) =>
  words.map((word) => ({ word, function: v.parse(BusinessFunction, name) })),
);
