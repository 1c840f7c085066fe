/** What a column is held against. `me` is whoever looks; `today` is theirs, so many days on. */
type Comparand =
  | { readonly kind: "choice" | "text"; readonly is: string }
  | { readonly kind: "number"; readonly is: number }
  | { readonly kind: "today"; readonly plusDays: number }
  | { readonly kind: "me" };

/** Which rows a view shows. */
export type Condition =
  | {
      readonly op: "Eq" | "Neq" | "Lt" | "Leq" | "Gt" | "Geq";
      readonly column: string;
      readonly to: Comparand;
    }
  | { readonly op: "In"; readonly column: string; readonly choices: readonly string[] }
  | { readonly op: "IsNull" | "IsNotNull"; readonly column: string }
  | { readonly op: "And" | "Or"; readonly all: readonly [Condition, ...Condition[]] };

/** What a view shows, in which order, under which headings. */
export interface Query {
  readonly where?: Condition;
  /** One column whose values become headings that fold. */
  readonly groupBy?: string;
  readonly orderBy?: readonly { readonly column: string; readonly descending?: boolean }[];
}

/**
 * The query as SharePoint writes it: CAML, the inside of its `Query` element.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/schema/query-schema
 */
export function toCaml({ where, groupBy, orderBy = [] }: Query): string {
  const order = orderBy.map(({ column, descending }) =>
    descending === true ? `<FieldRef Name="${escape(column)}" Ascending="FALSE"/>` : ref(column),
  );
  return [
    groupBy === undefined
      ? ""
      : `<GroupBy Collapse="FALSE" GroupLimit="30">${ref(groupBy)}</GroupBy>`,
    order.length === 0 ? "" : `<OrderBy>${order.join("")}</OrderBy>`,
    where === undefined ? "" : `<Where>${ofCondition(where)}</Where>`,
  ].join("");
}

/** The columns a condition looks at. */
export function columnsOf(condition: Condition): readonly string[] {
  return "all" in condition ? condition.all.flatMap(columnsOf) : [condition.column];
}

function ofCondition(condition: Condition): string {
  switch (condition.op) {
    case "And":
    case "Or": {
      const [first, ...rest] = condition.all;
      // CAML joins two at a time, so that three become one and a pair.
      return rest.reduce(
        (joined, next) => `<${condition.op}>${joined}${ofCondition(next)}</${condition.op}>`,
        ofCondition(first),
      );
    }
    case "In": {
      const values = condition.choices.map((is) => ofComparand({ kind: "choice", is }));
      return `<In>${ref(condition.column)}<Values>${values.join("")}</Values></In>`;
    }
    case "IsNull":
    case "IsNotNull":
      return `<${condition.op}>${ref(condition.column)}</${condition.op}>`;
    default: {
      const { op, column, to } = condition;
      return `<${op}>${ref(column)}${ofComparand(to)}</${op}>`;
    }
  }
}

function ofComparand(comparand: Comparand): string {
  switch (comparand.kind) {
    case "choice":
      return `<Value Type="Choice">${escape(comparand.is)}</Value>`;
    case "text":
      return `<Value Type="Text">${escape(comparand.is)}</Value>`;
    case "number":
      return `<Value Type="Number">${comparand.is}</Value>`;
    case "today":
      return `<Value Type="DateTime"><Today OffsetDays="${comparand.plusDays}"/></Value>`;
    case "me":
      return '<Value Type="Integer"><UserID Type="Integer"/></Value>';
  }
}

function ref(column: string): string {
  return `<FieldRef Name="${escape(column)}"/>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it stands in XML, inside an element or an attribute. */
export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
}
