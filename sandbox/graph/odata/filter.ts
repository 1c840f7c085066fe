import { refuse, unknown } from "../errors.ts";

/** A literal of an OData filter. */
type Literal = string | number | boolean | null;
/** One comparison, e.g. `fields/Kind eq 'answer'`. */
export interface Comparison {
  readonly kind: "comparison";
  readonly property: string;
  readonly operator: "eq" | "ne" | "lt" | "gt" | "le" | "ge" | "startswith" | "contains" | "in";
  readonly values: readonly Literal[];
}
/** A filter as a tree. */
export type Filter =
  | Comparison
  | { readonly kind: "and"; readonly left: Filter; readonly right: Filter }
  | { readonly kind: "or"; readonly left: Filter; readonly right: Filter };

const TOKEN = /\s*(?:('(?:[^']|'')*')|([(),])|([^\s(),']+))/gy;

/**
 * Reads the part of OData's filter grammar that lists, users and calendars take.
 *
 * @throws GraphError 400 on what is no filter, 501 on grammar the sandbox does not know.
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let position = 0;
  const peek = () => tokens[position];
  const next = () => tokens[position++] ?? malformed(text);
  const expect = (token: string) => {
    if (next() !== token) malformed(text);
  };

  const disjunction = (): Filter => {
    let left = conjunction();
    while (peek()?.toLowerCase() === "or") {
      next();
      left = { kind: "or", left, right: conjunction() };
    }
    return left;
  };
  const conjunction = (): Filter => {
    let left = term();
    while (peek()?.toLowerCase() === "and") {
      next();
      left = { kind: "and", left, right: term() };
    }
    return left;
  };
  const term = (): Filter => {
    const token = next();
    if (token === "(") {
      const inner = disjunction();
      expect(")");
      return inner;
    }
    if (peek() === "(") return call(token);
    return comparison(token);
  };
  const call = (name: string): Filter => {
    if (name !== "startswith" && name !== "contains") unknown(`the filter function ${name}`);
    expect("(");
    const property = next();
    expect(",");
    const value = literal(next(), text);
    expect(")");
    return { kind: "comparison", property, operator: name as "startswith", values: [value] };
  };
  const comparison = (property: string): Filter => {
    const operator = next().toLowerCase();
    if (operator === "in") return { kind: "comparison", property, operator, values: listed() };
    if (!/^(eq|ne|lt|gt|le|ge)$/.test(operator)) malformed(text);
    return {
      kind: "comparison",
      property,
      operator: operator as "eq",
      values: [literal(next(), text)],
    };
  };
  const listed = (): Literal[] => {
    expect("(");
    const values = [literal(next(), text)];
    while (peek() === ",") {
      next();
      values.push(literal(next(), text));
    }
    expect(")");
    return values;
  };

  const filter = disjunction();
  if (position < tokens.length) malformed(text);
  return filter;
}

/** Every comparison in a filter, left to right. */
export function comparisonsIn(filter: Filter): Comparison[] {
  return filter.kind === "comparison"
    ? [filter]
    : [...comparisonsIn(filter.left), ...comparisonsIn(filter.right)];
}

/** Whether something meets a filter, given how to read its properties. */
export function meets(filter: Filter, read: (property: string) => unknown): boolean {
  if (filter.kind === "and") return meets(filter.left, read) && meets(filter.right, read);
  if (filter.kind === "or") return meets(filter.left, read) || meets(filter.right, read);
  const actual = read(filter.property) ?? null;
  return filter.operator === "in"
    ? filter.values.some((value) => same(actual, value))
    : compare(actual, filter.operator, filter.values[0] ?? null);
}

function compare(actual: unknown, operator: string, wanted: Literal): boolean {
  if (operator === "eq") return same(actual, wanted);
  if (operator === "ne") return !same(actual, wanted);
  if (actual === null || wanted === null) return false;
  // Text compares without case in SharePoint and Entra alike.
  const [left, right] = [folded(actual), folded(wanted)];
  if (operator === "startswith") return String(left).startsWith(String(right));
  if (operator === "contains") return String(left).includes(String(right));
  if (operator === "lt") return left < right;
  if (operator === "gt") return left > right;
  return operator === "le" ? left <= right : left >= right;
}

function same(actual: unknown, wanted: Literal): boolean {
  return wanted === null ? actual === null : actual !== null && folded(actual) === folded(wanted);
}

function folded(value: unknown): string | number {
  if (typeof value === "number") return value;
  return String(value).toLowerCase();
}

function literal(token: string, text: string): Literal {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (token === "true" || token === "false") return token === "true";
  if (token === "null") return null;
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token);
  if (/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(token)) return token;
  return malformed(text);
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) malformed(text);
    tokens.push(match?.[1] ?? match?.[2] ?? match?.[3] ?? "");
  }
  return tokens;
}

function malformed(text: string): never {
  return refuse(400, "BadRequest", `Invalid filter clause: ${text}`);
}
