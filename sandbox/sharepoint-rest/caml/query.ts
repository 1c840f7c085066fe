import { parseXml } from "./xml.ts";
import type { Element } from "./xml.ts";

/** What a field is compared with. */
export type Operand =
  | { readonly kind: "text"; readonly text: string; readonly withTime: boolean }
  | { readonly kind: "today"; readonly offsetDays: number }
  | { readonly kind: "now" }
  | { readonly kind: "me" };

/** How a field and a value are compared. */
export type Comparison = "Eq" | "Neq" | "Lt" | "Leq" | "Gt" | "Geq" | "Contains" | "BeginsWith";

/** What a row has to meet to be shown. */
export type Condition =
  | { readonly kind: "and"; readonly both: readonly [Condition, Condition] }
  | { readonly kind: "or"; readonly both: readonly [Condition, Condition] }
  | { readonly kind: "empty"; readonly field: string; readonly isEmpty: boolean }
  | {
      readonly kind: "compare";
      readonly by: Comparison;
      readonly field: string;
      readonly value: Operand;
    }
  | { readonly kind: "in"; readonly field: string; readonly values: readonly Operand[] };

/** A view's query: which rows, in which order, in which groups. */
export interface Query {
  readonly where?: Condition;
  readonly orderBy: readonly { readonly field: string; readonly ascending: boolean }[];
  readonly groupBy: readonly { readonly field: string; readonly ascending: boolean }[];
}

/** Why SharePoint would not take a query. */
export class CamlError extends Error {}

const COMPARISONS: ReadonlySet<string> = new Set<Comparison>([
  "Eq",
  "Neq",
  "Lt",
  "Leq",
  "Gt",
  "Geq",
  "Contains",
  "BeginsWith",
]);

/**
 * A query in SharePoint's language, as a view holds it.
 *
 * @throws XmlError when it is no XML, CamlError for what this language, or the sandbox, has not.
 * @see https://learn.microsoft.com/sharepoint/dev/schema/query-schema
 */
export function readQuery(text: string): Query {
  let where: Condition | undefined;
  let orderBy: Query["orderBy"] = [];
  let groupBy: Query["groupBy"] = [];
  const seen = new Set<string>();
  for (const element of parseXml(text)) {
    if (seen.has(element.name)) throw new CamlError(`${element.name} stands in the query twice.`);
    seen.add(element.name);
    if (element.name === "Where") where = readCondition(only(element));
    else if (element.name === "OrderBy") orderBy = readOrder(element);
    else if (element.name === "GroupBy") groupBy = readOrder(element);
    else throw new CamlError(`The element ${element.name} does not belong in a query.`);
  }
  return { ...(where && { where }), orderBy, groupBy };
}

/** Every field a query speaks of. */
export function fieldsIn({ where, orderBy, groupBy }: Query): readonly string[] {
  const ordered = [...orderBy, ...groupBy].map(({ field }) => field);
  return [...ordered, ...(where ? conditionFields(where) : [])];
}

function conditionFields(condition: Condition): readonly string[] {
  return condition.kind === "and" || condition.kind === "or"
    ? condition.both.flatMap(conditionFields)
    : [condition.field];
}

function readCondition(element: Element): Condition {
  const { name, children } = element;
  if (name === "And" || name === "Or") {
    const [first, second] = children;
    if (!first || !second || children.length > 2)
      throw new CamlError(`${name} joins exactly two conditions, here ${children.length}.`);
    const kind = name === "And" ? "and" : "or";
    return { kind, both: [readCondition(first), readCondition(second)] };
  }
  const field = readField(element);
  if (name === "IsNull" || name === "IsNotNull")
    return { kind: "empty", field, isEmpty: name === "IsNull" };
  if (name === "In") {
    const values = children.find((child) => child.name === "Values")?.children ?? [];
    if (values.length === 0) throw new CamlError("In has no values.");
    return { kind: "in", field, values: values.map(readValue) };
  }
  if (!COMPARISONS.has(name)) throw new CamlError(`The condition ${name} is not known.`);
  const value = children.find((child) => child.name === "Value");
  if (!value) throw new CamlError(`${name} has no value.`);
  return { kind: "compare", by: name as Comparison, field, value: readValue(value) };
}

function readField({ name, children }: Element): string {
  const field = children.find((child) => child.name === "FieldRef")?.attributes["Name"];
  if (field === undefined) throw new CamlError(`${name} names no field.`);
  return field;
}

function readValue({ name, attributes, children, text }: Element): Operand {
  if (name !== "Value" || attributes["Type"] === undefined)
    throw new CamlError("A value needs the name of its type.");
  const inner = children[0];
  if (!inner) return { kind: "text", text, withTime: attributes["IncludeTimeValue"] === "TRUE" };
  if (inner.name === "UserID") return { kind: "me" };
  if (inner.name === "Now") return { kind: "now" };
  if (inner.name !== "Today") throw new CamlError(`The value ${inner.name} is not known.`);
  const offset = Number(inner.attributes["OffsetDays"] ?? inner.attributes["Offset"] ?? "0");
  if (!Number.isInteger(offset)) throw new CamlError("OffsetDays is no whole number.");
  return { kind: "today", offsetDays: offset };
}

function readOrder({ name, children }: Element) {
  if (children.length === 0) throw new CamlError(`${name} names no field.`);
  return children.map((child) => {
    const field = child.name === "FieldRef" ? child.attributes["Name"] : undefined;
    if (field === undefined) throw new CamlError(`${name} names no field.`);
    return { field, ascending: child.attributes["Ascending"]?.toUpperCase() !== "FALSE" };
  });
}

function only({ name, children }: Element): Element {
  const [first] = children;
  if (!first || children.length > 1) throw new CamlError(`${name} holds exactly one condition.`);
  return first;
}
