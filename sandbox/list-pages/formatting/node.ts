/** A part of an expression. */
export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** `@currentField` has no name; a path leads into a person, such as `title`. */
  | { readonly kind: "field"; readonly name?: string; readonly path: readonly string[] }
  | { readonly kind: "token"; readonly name: string }
  /** A function or an operator by its name: `+`, `if`, `toString`. */
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Node[] };

/** A word that stands for a value: a column, the current one, now, me; undefined for plain text. */
export function wordNode(text: string): Node | undefined {
  const column = /^\[\$([A-Za-z_][\w]*)((?:\.\w+)*)\]$/.exec(text);
  if (column?.[1]) return { kind: "field", name: column[1], path: pathOf(column[2]) };
  const current = /^@currentField((?:\.\w+)*)$/.exec(text);
  if (current) return { kind: "field", path: pathOf(current[1]) };
  return /^(@[A-Za-z]\w*(\.\w+)*|\[!.*\]|\[\$.*\])$/.test(text)
    ? { kind: "token", name: text }
    : undefined;
}

function pathOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(".").filter((part) => part !== "");
}
