import { isBefore, isList, isSame, numberOf, textOf, truthOf, Unsupported } from "./value.ts";
import type { Value } from "./value.ts";

/** How moments are written: where the site is. */
export interface Place {
  readonly timeZone: string;
}

const DAY = 86_400_000;

type Work = (args: readonly Value[], place: Place) => Value;

const first = (args: readonly Value[]): Value => args[0] ?? "";
const second = (args: readonly Value[]): Value => args[1] ?? "";
const text =
  (work: (given: string) => Value): Work =>
  (args) =>
    work(textOf(first(args)));
const number =
  (work: (given: number) => number): Work =>
  (args) =>
    work(numberOf(first(args)));
const numbers =
  (work: (a: number, b: number) => number): Work =>
  (args) =>
    work(numberOf(first(args)), numberOf(second(args)));
const texts =
  (work: (a: string, b: string) => Value): Work =>
  (args) =>
    work(textOf(first(args)), textOf(second(args)));
const moment =
  (work: (at: Date, place: Place) => Value): Work =>
  (args, place) => {
    const at = dateOf(first(args));
    return at === undefined ? "" : work(at, place);
  };

/** Operators and functions by name, those of both ways to write an expression. */
const WORKS: ReadonlyMap<string, Work> = new Map<string, Work>([
  ["+", (args) => args.slice(1).reduce(sum, first(args))],
  ["-", numbers((a, b) => a - b)],
  ["*", numbers((a, b) => a * b)],
  ["/", numbers((a, b) => a / b)],
  ["%", numbers((a, b) => a % b)],
  ["==", (args) => isSame(first(args), second(args))],
  ["!=", (args) => !isSame(first(args), second(args))],
  ["<", (args) => isBefore(first(args), second(args))],
  [">", (args) => isBefore(second(args), first(args))],
  ["<=", (args) => !isBefore(second(args), first(args))],
  [">=", (args) => !isBefore(first(args), second(args))],
  ["!", (args) => !truthOf(first(args))],
  ["Number", (args) => numberOf(first(args))],
  ["Date", (args) => dateOf(first(args)) ?? ""],
  ["toString", text((given) => given)],
  ["toLowerCase", text((given) => given.toLowerCase())],
  ["toUpperCase", text((given) => given.toUpperCase())],
  ["length", (args) => lengthOf(first(args))],
  ["abs", number(Math.abs)],
  ["floor", number(Math.floor)],
  ["ceiling", number(Math.ceil)],
  ["sin", number(Math.sin)],
  ["cos", number(Math.cos)],
  ["pow", numbers(Math.pow)],
  ["startsWith", texts((given, start) => given.startsWith(start))],
  ["endsWith", texts((given, end) => given.endsWith(end))],
  ["indexOf", (args) => positionIn(first(args), second(args))],
  ["lastIndexOf", texts((given, part) => given.lastIndexOf(part))],
  ["substring", (args) => textOf(first(args)).slice(numberOf(second(args)), endOf(args))],
  [
    "replace",
    (args) => textOf(first(args)).replace(textOf(second(args)), () => textOf(args[2] ?? "")),
  ],
  [
    "replaceAll",
    (args) => textOf(first(args)).replaceAll(textOf(second(args)), () => textOf(args[2] ?? "")),
  ],
  [
    "padStart",
    (args) => textOf(first(args)).padStart(numberOf(second(args)), textOf(args[2] ?? " ")),
  ],
  ["padEnd", (args) => textOf(first(args)).padEnd(numberOf(second(args)), textOf(args[2] ?? " "))],
  ["split", texts((given, by) => given.split(by))],
  [
    "join",
    (args) =>
      asList(first(args))
        .map(textOf)
        .join(textOf(second(args))),
  ],
  ["getDate", moment((at, place) => Number(partOf(at, place, "day")))],
  ["getMonth", moment((at, place) => Number(partOf(at, place, "month")) - 1)],
  ["getYear", moment((at, place) => Number(partOf(at, place, "year")))],
  ["toLocaleDateString", moment((at, place) => written(at, place, { dateStyle: "short" }))],
  ["toLocaleTimeString", moment((at, place) => written(at, place, { timeStyle: "medium" }))],
  ["toLocaleString", (args, place) => locally(first(args), place)],
  ["toDateString", moment((at, place) => written(at, place, DATE_STRING).replaceAll(",", ""))],
]);

const DATE_STRING = { weekday: "short", month: "short", day: "2-digit", year: "numeric" } as const;

/**
 * What an operator or a function makes of its values.
 *
 * @throws Unsupported for one the sandbox does not know.
 */
export function applyFunction(name: string, args: readonly Value[], place: Place): Value {
  if (name === "addDays" || name === "addMinutes") {
    const at = dateOf(first(args));
    const step = name === "addDays" ? DAY : 60_000;
    return at === undefined ? "" : new Date(at.getTime() + numberOf(second(args)) * step);
  }
  const known = WORKS.get(name);
  if (!known) throw new Unsupported(`the function ${name}`);
  return known(args, place);
}

/** A value as people read it in a cell: moments where the site is, yes and no in words. */
export function shownText(value: Value, place: Place): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value instanceof Date ? written(value, place, SHORT) : textOf(value);
}

const SHORT = { dateStyle: "short", timeStyle: "short" } as const;

function sum(a: Value, b: Value): Value {
  const counts = (value: Value) => typeof value === "number" || value instanceof Date;
  return counts(a) && counts(b) ? numberOf(a) + numberOf(b) : textOf(a) + textOf(b);
}

function dateOf(value: Value): Date | undefined {
  if (value instanceof Date) return value;
  const at = typeof value === "number" ? new Date(value) : new Date(textOf(value));
  return value === "" || Number.isNaN(at.getTime()) ? undefined : at;
}

function written(at: Date, { timeZone }: Place, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...how }).format(at);
}

function partOf(at: Date, place: Place, part: "day" | "month" | "year"): string {
  return written(at, place, { [part]: "numeric" });
}

function locally(value: Value, place: Place): string {
  if (value instanceof Date)
    return written(value, place, { dateStyle: "short", timeStyle: "medium" });
  return typeof value === "number"
    ? new Intl.NumberFormat("en-GB").format(value)
    : shownText(value, place);
}

function asList(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

/** Of several how many, of one value one, of nothing none, as SharePoint counts. */
function lengthOf(value: Value): number {
  if (isList(value)) return value.length;
  return value === "" ? 0 : 1;
}

function positionIn(value: Value, part: Value): number {
  if (isList(value)) return value.findIndex((one) => textOf(one) === textOf(part));
  return textOf(value).indexOf(textOf(part));
}

function endOf(args: readonly Value[]): number | undefined {
  const end = args[2];
  return end === undefined ? undefined : numberOf(end);
}
