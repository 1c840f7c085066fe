import * as v from "valibot";
import { textUpTo } from "#domain/text.ts";

/** A function of the business, by the name people use for it: "Finance", "Sales Operations". */
export const BusinessFunction = v.pipe(textUpTo(60), v.brand("BusinessFunction"));
export type BusinessFunction = v.InferOutput<typeof BusinessFunction>;

/** Whether two names mean one function: people write "finance" and "Finance". */
export function isSameFunction(a: BusinessFunction, b: BusinessFunction): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(name: BusinessFunction): string {
  return name.toLowerCase().replace(/\s+/gu, " ");
}

/** The functions offered first; a company may name others. */
export const commonFunctions: readonly BusinessFunction[] = [
  "IT",
  "HR",
  "Finance",
  "Sales",
  "Sales Operations",
  "Marketing",
  "Legal",
  "Security",
  "Data",
  "Operations",
  "Product",
].map((name) => v.parse(BusinessFunction, name));
