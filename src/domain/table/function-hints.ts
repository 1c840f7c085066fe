import * as v from "valibot";
import { BusinessFunction } from "./business-function.ts";

/**
 * Words of departments and titles, and the function they speak for. The first that fits counts, so
 * narrower words stand before wider ones. Pure data: a company replaces it with its own.
 */
export const functionHints = (
  [
    ["sales operations", "Sales Operations"],
    ["sales ops", "Sales Operations"],
    ["revenue operations", "Sales Operations"],
    ["information security", "Security"],
    ["cybersecurity", "Security"],
    ["security", "Security"],
    ["ciso", "Security"],
    ["information technology", "IT"],
    ["it", "IT"],
    ["cio", "IT"],
    ["cto", "IT"],
    ["engineering", "IT"],
    ["human resources", "HR"],
    ["people and culture", "HR"],
    ["hr", "HR"],
    ["chro", "HR"],
    ["finance", "Finance"],
    ["financial", "Finance"],
    ["controlling", "Finance"],
    ["controller", "Finance"],
    ["accounting", "Finance"],
    ["treasury", "Finance"],
    ["cfo", "Finance"],
    ["legal", "Legal"],
    ["counsel", "Legal"],
    ["compliance", "Legal"],
    ["privacy", "Legal"],
    ["marketing", "Marketing"],
    ["cmo", "Marketing"],
    ["data", "Data"],
    ["analytics", "Data"],
    ["product", "Product"],
    ["sales", "Sales"],
    ["account executive", "Sales"],
    ["operations", "Operations"],
    ["supply chain", "Operations"],
    ["coo", "Operations"],
  ] as const
).map(([word, name]) => ({ word, function: v.parse(BusinessFunction, name) }));
