/**
 * The published schema that a column's formatting follows.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/declarative-customization/formatting-syntax-reference
 */
export const columnSchema =
  "https://developer.microsoft.com/json-schemas/sp/v2/column-formatting.schema.json";

/** The published schema that the formatting of a view's rows follows. */
export const rowSchema =
  "https://developer.microsoft.com/json-schemas/sp/v2/row-formatting.schema.json";

/** A part of what SharePoint draws in a cell. */
export interface Element {
  readonly elmType: "div" | "span";
  readonly txtContent?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Element[];
}

/** How a column looks. */
export type ColumnFormat = Element & { readonly $schema: typeof columnSchema };

/** One text or another, as an expression's inside. */
export function when(condition: string, then: string, otherwise: string): string {
  return `if(${condition}, ${then}, ${otherwise})`;
}

/**
 * The text that belongs to a value, as an expression: `=if(@currentField == 'a', 'A', …)`.
 *
 * @throws Error for a quote: an expression has no way to say one.
 */
export function pick(of: string, texts: Readonly<Record<string, string>>): string {
  return `=${Object.entries(texts).reduceRight(
    (otherwise, [value, text]) => when(`${of} == ${quoted(value)}`, quoted(text), otherwise),
    "''",
  )}`;
}

/** A text within an expression. Throws for a quote, which cannot be said there. */
function quoted(text: string): string {
  if (text.includes("'")) throw new Error(`An expression cannot say ${text}`);
  return `'${text}'`;
}
