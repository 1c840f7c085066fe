import type { Query } from "./caml.ts";

/** A way to look at a list: a name, its columns, and the query. */
export interface View {
  readonly name: string;
  /** What it answers, in one line, for whoever sets the list up. */
  readonly about: string;
  /** Internal names, in the order they stand. */
  readonly columns: readonly string[];
  readonly query: Query;
  /** How whole rows look; the schema of Microsoft's view formatting. */
  readonly rows?: object;
  /** What people see first. It shows every row: Graph, too, reads through its filter. */
  readonly isDefault?: true;
}

/** Rows a page; views go on page by page. */
export const rowsAPage = 30;
