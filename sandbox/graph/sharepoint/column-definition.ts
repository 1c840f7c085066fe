import type { World } from "../call.ts";
import { newGuid } from "../call.ts";
import { invalid, unknown } from "../errors.ts";
import type { Column } from "../store/facts.ts";
import { builtInColumns } from "./built-in-columns.ts";

type Definition = Column["definition"];

/** The kinds of column the sandbox keeps, each with what SharePoint fills in. */
const KINDS = {
  text: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
  },
  number: { decimalPlaces: "automatic", displayAs: "number" },
  boolean: {},
  choice: { allowTextEntry: false, choices: [] as string[], displayAs: "dropDownMenu" },
  dateTime: { displayAs: "default", format: "dateTime" },
  personOrGroup: {
    allowMultipleSelection: false,
    chooseFromType: "peopleAndGroups",
    displayAs: "nameWithPresence",
  },
  currency: { locale: "en-us" },
  hyperlinkOrPicture: { isPicture: false },
} as const;

/** The kind of a column. */
export type Kind = keyof typeof KINDS;

const COMMON = new Set([
  "name",
  "displayName",
  "description",
  "columnGroup",
  "defaultValue",
  "enforceUniqueValues",
  "hidden",
  "indexed",
  "readOnly",
  "required",
  "validation",
]);
const MOST_INDEXES = 20;

/** Which kind of column this is; undefined for the few built-in ones that are none. */
export function kindOf(column: Partial<Definition>): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => column[kind] !== undefined);
}

/**
 * A column as SharePoint makes it of a definition, with everything filled in.
 *
 * @throws GraphError 400 as SharePoint refuses, 501 for kinds and settings the sandbox lacks.
 */
export function defineColumn(
  world: World,
  asked: unknown,
  others: readonly Definition[],
): Definition {
  const wish = (asked ?? {}) as Partial<Definition>;
  refuseStray(wish);
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => wish[kind] !== undefined);
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1)
    return invalid("A column definition must have exactly one type.");
  if (typeof wish.name !== "string" || wish.name === "")
    return invalid("The column's name is missing.");
  const definition = withDefaults(newGuid(world.chance), kind, {
    ...wish,
    name: internalName(wish.name, others),
    displayName: wish.displayName ?? wish.name,
  });
  refuseUnindexable(definition, others);
  return definition;
}

/**
 * The column after a change of some of its settings.
 *
 * @throws GraphError 400 when the change would alter its name or type, or cannot be kept.
 */
export function changeColumn(
  column: Definition,
  asked: unknown,
  others: readonly Definition[],
): Definition {
  const wish = (asked ?? {}) as Partial<Definition>;
  refuseStray(wish);
  const kind = kindOf(column);
  const stranger = (Object.keys(KINDS) as Kind[]).find(
    (one) => wish[one] !== undefined && one !== kind,
  );
  if (stranger !== undefined) invalid("The type of a column cannot be changed.");
  if (wish.name !== undefined && wish.name !== column.name)
    invalid("The name of a column cannot be changed.");
  const changed: Definition = {
    ...column,
    ...wish,
    name: column.name,
    ...(kind && { [kind]: { ...column[kind], ...wish[kind] } }),
  };
  refuseUnindexable(changed, others);
  return changed;
}

function withDefaults(id: string, kind: Kind, wish: Partial<Definition> & { name: string }) {
  const { [kind]: facet, validation: _writeOnly, ...common } = wish;
  return {
    id,
    columnGroup: "Custom Columns",
    description: "",
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: false,
    required: false,
    ...common,
    [kind]: { ...KINDS[kind], ...(facet as object) },
  } as Definition;
}

function refuseStray(wish: Partial<Definition>): void {
  const stray = Object.keys(wish).find(
    (key) => !COMMON.has(key) && !(key in KINDS) && !key.startsWith("@odata."),
  );
  if (stray !== undefined) unknown(`the property ${stray} of a column`);
}

function refuseUnindexable(column: Definition, others: readonly Definition[]): void {
  if (column.enforceUniqueValues && !column.indexed)
    invalid(`Column '${column.name}' must be indexed before it can enforce unique values.`);
  if (!column.indexed) return;
  const manyValues =
    column.text?.allowMultipleLines === true ||
    column.choice?.displayAs === "checkBoxes" ||
    column.personOrGroup?.allowMultipleSelection === true ||
    column.hyperlinkOrPicture !== undefined;
  if (manyValues) invalid(`Column '${column.name}' is of a type that cannot be indexed.`);
  if (column.enforceUniqueValues && column.boolean)
    invalid(`Column '${column.name}' is of a type that cannot enforce unique values.`);
  const indexes = others.filter((other) => other.indexed && other.id !== column.id).length;
  if (indexes >= MOST_INDEXES) invalid("The list already has 20 indexed columns.");
}

function internalName(name: string, others: readonly Definition[]): string {
  const encoded = name
    .replace(
      /[^A-Za-z0-9_]/g,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, "0")}_`,
    )
    .slice(0, 32);
  const taken = new Set([...builtInColumns, ...others].map((other) => other.name.toLowerCase()));
  for (let suffix = -1; ; suffix += 1) {
    const candidate = suffix < 0 ? encoded : `${encoded}${suffix}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
