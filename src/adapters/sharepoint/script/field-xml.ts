import { type Column, titleOf } from "#adapters/sharepoint/schema.ts";
import { escape } from "#adapters/sharepoint/views/caml.ts";

/**
 * A column as SharePoint's own schema writes it.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/schema/field-element-list
 */
export function toFieldXml(list: string, column: Column): string {
  const { name, about, isIndexed = false, isUnique = false } = column;
  const { type, attributes = {}, inside = "" } = kinds[column.kind](column);
  const all: Readonly<Record<string, string>> = {
    ID: `{${fieldId(list, name)}}`,
    Type: type,
    Name: name,
    StaticName: name,
    DisplayName: titleOf(column),
    Description: about,
    ...((isIndexed || isUnique) && { Indexed: "TRUE" }),
    ...(isUnique && { EnforceUniqueValues: "TRUE" }),
    ...attributes,
  };
  const said = Object.entries(all).map(([key, value]) => `${key}="${escape(value)}"`);
  return `<Field ${said.join(" ")}>${inside}</Field>`;
}

interface FieldKind {
  readonly type: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside?: string;
}

const kinds: Readonly<Record<Column["kind"], (column: Column) => FieldKind>> = {
  text: ({ limit = 255 }) => ({ type: "Text", attributes: { MaxLength: String(limit) } }),
  note: () => ({ type: "Note", attributes: { NumLines: "6", RichText: "FALSE" } }),
  number: () => ({ type: "Number", attributes: { Decimals: "0" } }),
  "yes-no": () => ({ type: "Boolean", inside: "<Default>0</Default>" }),
  choice: ({ choices = [] }) => ({
    type: "Choice",
    attributes: { Format: "Dropdown", FillInChoice: "FALSE" },
    inside: choicesOf(choices),
  }),
  tags: ({ choices = [] }) => ({
    type: "MultiChoice",
    attributes: { FillInChoice: "TRUE" },
    inside: choicesOf(choices),
  }),
  day: () => ({ type: "DateTime", attributes: { Format: "DateOnly" } }),
  moment: () => ({ type: "DateTime", attributes: { Format: "DateTime" } }),
  person: () => ({ type: "User", attributes: { UserSelectionMode: "PeopleOnly" } }),
};

function choicesOf(choices: readonly string[]): string {
  const each = choices.map((choice) => `<CHOICE>${escape(choice)}</CHOICE>`);
  return `<CHOICES>${each.join("")}</CHOICES>`;
}

/**
 * An id for a column, the same each time the script is made: a script that is run again finds its
 * columns by it.
 */
export function fieldId(list: string, name: string): string {
  const words = [0, 1, 2, 3].map((salt) => hash(`${salt}/${list}/${name}`));
  const digits = words.map((word) => word.toString(16).padStart(8, "0")).join("");
  // Version 8 of a UUID: of the maker's own making.
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

/** FNV-1a, 32 bits, stirred once more at the end so that near names lie apart. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const sign of text) h = Math.imul(h ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
