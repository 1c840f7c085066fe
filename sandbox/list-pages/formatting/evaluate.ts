import { applyFunction } from "./functions.ts";
import type { Place } from "./functions.ts";
import type { Node } from "./node.ts";
import { isList, truthOf, Unsupported } from "./value.ts";
import type { PersonValue, Value } from "./value.ts";

/** What an expression may speak of: one row of one view, seen by somebody. */
export interface Scope {
  readonly place: Place;
  readonly now: number;
  /** The mail address of who looks. */
  readonly me: string;
  readonly rowIndex: number;
  /** The column that is formatted; none for a whole row. */
  readonly currentField?: string;
  /** A column by its internal name; undefined when the view has it not. */
  value(name: string): Value | undefined;
}

/**
 * What an expression comes to.
 *
 * @throws Unsupported for what the sandbox cannot work out.
 */
export function evaluate(node: Node, scope: Scope): Value {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "token":
      return tokenValue(node.name, scope);
    case "field":
      return fieldValue(node, scope);
    case "call":
      return callValue(node, scope);
  }
}

function callValue({ name, args }: Extract<Node, { kind: "call" }>, scope: Scope): Value {
  const [condition, then, otherwise] = args;
  // Only the branch that is taken is worked out, so that the other may divide by nothing.
  if (name === "if" && condition && then)
    return evaluate(truthOf(evaluate(condition, scope)) ? then : (otherwise ?? EMPTY), scope);
  if (name === "&&") return args.every((arg) => truthOf(evaluate(arg, scope)));
  if (name === "||") return args.some((arg) => truthOf(evaluate(arg, scope)));
  return applyFunction(
    name,
    args.map((arg) => evaluate(arg, scope)),
    scope.place,
  );
}

const EMPTY: Node = { kind: "literal", value: "" };

function tokenValue(name: string, { now, me, rowIndex }: Scope): Value {
  switch (name) {
    case "@now":
      return new Date(now);
    case "@me":
      return me;
    case "@rowIndex":
      return rowIndex;
    default:
      throw new Unsupported(`the word ${name}`);
  }
}

function fieldValue({ name, path }: Extract<Node, { kind: "field" }>, scope: Scope): Value {
  const column = name ?? scope.currentField;
  if (column === undefined) throw new Unsupported("@currentField in the format of a whole row");
  const value = scope.value(column);
  if (value === undefined) throw new Unsupported(`[$${column}], which this view does not show`);
  return path.reduce(partOf, value);
}

function partOf(value: Value, part: string): Value {
  if (value === "") return "";
  if (isList(value)) return value.map((one) => partOf(one, part));
  if (typeof value === "object" && !(value instanceof Date) && part in value)
    return value[part as keyof PersonValue];
  throw new Unsupported(`the part .${part} of a column`);
}
