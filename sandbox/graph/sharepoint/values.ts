import type { Site } from "../../directory/directory.ts";
import type { World } from "../call.ts";
import { invalid, refuse } from "../errors.ts";
import type { Column, Fields, FieldValue } from "../store/facts.ts";
import { siteUsersOf } from "./access.ts";
import { kindOf } from "./column-definition.ts";
import { toSiteDay } from "./site-day.ts";

type Definition = Column["definition"];

const LONGEST_NOTE = 63_999;
const TEXT_REFUSED =
  "Invalid text value.\r\n\r\nA text field contains invalid data. Please check the value and try again.";

/**
 * The fields of an item after a write: what was there, with what is written checked and taken in.
 * A null empties a field.
 *
 * @throws GraphError 400 on an unknown or read-only field or a value it cannot hold; 500 on a
 *   value of the wrong type, as SharePoint does.
 */
export function takeFields(
  world: World,
  site: Site,
  columns: readonly Definition[],
  before: Fields,
  written: unknown,
): Fields {
  if (typeof written !== "object" || written === null || Array.isArray(written))
    return invalid("The fields of the item are missing.");
  const after: Record<string, FieldValue> = { ...before };
  const given = written as Record<string, unknown>;
  for (const [key, value] of Object.entries(given)) {
    if (key.includes("@odata.")) continue;
    const { column, stored } = columnFor(columns, key);
    if (column.readOnly) invalid(`Field '${key}' is read-only`);
    if (value === null) delete after[stored];
    else after[stored] = checked(world, site, column, key, value, given);
  }
  return after;
}

/** The values a new item starts with. */
export function defaultFields(columns: readonly Definition[]): Fields {
  return Object.fromEntries(
    columns.flatMap((column): [string, FieldValue][] => {
      const value = column.defaultValue?.value;
      if (value === undefined || value === null) return [];
      if (column.number || column.currency) return [[column.name, Number(value)]];
      if (column.boolean) return [[column.name, value === "1" || value === "true"]];
      return [[column.name, value]];
    }),
  );
}

function columnFor(columns: readonly Definition[], key: string) {
  const byLookup = /^(.+)LookupId$/.exec(key)?.[1];
  const person = columns.find(({ name, personOrGroup }) => name === byLookup && personOrGroup);
  if (person) return { column: person, stored: key };
  const column = columns.find(({ name }) => name === key);
  // A person is never written by value: Graph knows only the number SharePoint has for them.
  if (!column || column.personOrGroup) return invalid(`Field '${key}' is not recognized`);
  return { column, stored: key };
}

function checked(
  world: World,
  site: Site,
  column: Definition,
  key: string,
  value: unknown,
  given: Readonly<Record<string, unknown>>,
): FieldValue {
  switch (kindOf(column)) {
    case "text":
      return checkedText(column, value);
    case "number":
    case "currency":
      return checkedNumber(column, value);
    case "boolean":
      return typeof value === "boolean" ? value : wrongType();
    case "choice":
      return checkedChoice(column, value, given[`${key}@odata.type`]);
    case "dateTime":
      return checkedMoment(site, column, value);
    case "personOrGroup":
      return checkedPerson(world, site, column, value, given[`${key}@odata.type`]);
    case "hyperlinkOrPicture":
    case undefined:
      return wrongType();
  }
}

function checkedText(column: Definition, value: unknown): string {
  if (typeof value !== "string") return wrongType();
  const longest = column.text?.allowMultipleLines ? LONGEST_NOTE : (column.text?.maxLength ?? 255);
  if (value.length > longest || holdsControl(value)) invalid(TEXT_REFUSED);
  return value;
}

function checkedNumber(column: Definition, value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) return wrongType();
  const { minimum, maximum } = column.number ?? {};
  const below = typeof minimum === "number" && value < minimum;
  const above = typeof maximum === "number" && value > maximum;
  if (below || above) invalid(`The value of '${column.name}' is outside its range.`);
  return value;
}

function checkedChoice(column: Definition, value: unknown, type: unknown): FieldValue {
  const { allowTextEntry, choices, displayAs } = column.choice ?? {};
  const allow = (text: unknown): string => {
    if (typeof text !== "string") return wrongType();
    if (!allowTextEntry && !choices?.includes(text))
      invalid(`The value '${text}' is not one of the choices of '${column.name}'.`);
    if (text.length > 255 || holdsControl(text)) invalid(TEXT_REFUSED);
    return text;
  };
  if (displayAs !== "checkBoxes") return allow(value);
  if (!Array.isArray(value) || type !== "Collection(Edm.String)") return wrongType();
  return value.map(allow);
}

function checkedMoment(site: Site, column: Definition, value: unknown): string {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return wrongType();
  const day = column.dateTime?.format === "dateOnly" ? toSiteDay(at, site.timeZone) : at;
  return `${new Date(day).toISOString().slice(0, 19)}Z`;
}

function checkedPerson(
  world: World,
  site: Site,
  column: Definition,
  value: unknown,
  type: unknown,
): FieldValue {
  const users = siteUsersOf(world, site);
  const known = (id: unknown): number => {
    const lookupId = typeof id === "string" && /^\d+$/.test(id) ? Number(id) : id;
    if (typeof lookupId !== "number") return wrongType();
    if (!users.has(lookupId)) invalid(`No user of this site has the id ${lookupId}.`);
    return lookupId;
  };
  if (!column.personOrGroup?.allowMultipleSelection) return String(known(value));
  if (!Array.isArray(value) || type !== "Collection(Edm.Int32)") return wrongType();
  return value.map(known);
}

/** What XML 1.0 cannot carry, SharePoint cannot keep. */
function holdsControl(text: string): boolean {
  return Buffer.from(text).some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
}

function wrongType(): never {
  return refuse(500, "generalException", "General exception while processing");
}
