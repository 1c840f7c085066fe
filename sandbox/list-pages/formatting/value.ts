/** Somebody, as formatting sees a person column. */
export interface PersonValue {
  readonly title: string;
  readonly email: string;
  readonly id: number;
}

/** What an expression works with. An empty column is the empty text. */
export type Value = string | number | boolean | Date | PersonValue | readonly Value[];

/** Why an expression cannot be worked out here; the sentence is shown below the list. */
export class Unsupported extends Error {}

/** A value as text. */
export function textOf(value: Value): string {
  if (typeof value === "object") {
    if (value instanceof Date) return value.toISOString();
    if (isList(value)) return value.map(textOf).join(", ");
    return value.title;
  }
  return String(value);
}

/** A value as a number: a moment in milliseconds, what is empty as nothing. */
export function numberOf(value: Value): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "object") throw new Unsupported("a person or a list taken as a number");
  return Number(value);
}

/** Whether a value counts as true: what is empty, 0 or false does not. */
export function truthOf(value: Value): boolean {
  return isList(value) ? value.length > 0 : Boolean(value);
}

/** Whether two values are the same to SharePoint: moments and numbers by their number. */
export function isSame(a: Value, b: Value): boolean {
  if (a instanceof Date || b instanceof Date)
    return a !== "" && b !== "" && numberOf(a) === numberOf(b);
  if (typeof a === "number" && typeof b === "string") return b !== "" && a === Number(b);
  if (typeof a === "string" && typeof b === "number") return isSame(b, a);
  if (typeof a === "object" || typeof b === "object") return textOf(a) === textOf(b);
  return a === b;
}

/** Whether one value comes before another; text by text, everything else by number. */
export function isBefore(a: Value, b: Value): boolean {
  if (typeof a === "string" && typeof b === "string") return a < b;
  return numberOf(a) < numberOf(b);
}

/** Whether a value is several. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
