import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import type { RegistryFact } from "../applications/registry.ts";
import type { PlannerFact } from "../planner/planner-store.ts";

/** What a column of an item may hold, as it travels in JSON. */
export type FieldValue = string | number | boolean | readonly string[] | readonly number[];
/** The values of one item, by internal column name; person columns under their LookupId name. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** A column, and from when readers get to see it. */
export interface Column {
  readonly definition: ColumnDefinition & { readonly id: string; readonly name: string };
  readonly readableFrom: number;
  /** JSON text that says how the list's page shows it; only SharePoint REST can set it. */
  readonly customFormatter?: string;
}

/** Who may write and read which items: 1 all, 2 only their own, 4 (writing) none. */
export interface ListSecurity {
  readonly write: 1 | 2 | 4;
  readonly read: 1 | 2;
}

/** A view of a list, as everybody sees it. */
export interface View {
  readonly id: string;
  readonly title: string;
  /** CAML: what stands inside its Query element. */
  readonly query: string;
  /** Internal names in order; absent while the view shows every column the list has. */
  readonly fields?: readonly string[];
  readonly rowLimit: number;
  readonly paged: boolean;
  readonly isDefault: boolean;
  /** JSON text that says how rows are shown; empty for none. */
  readonly customFormatter: string;
}

/** One version of an item. Versions are never changed, only followed by the next. */
export interface Row {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly modifiedAt: number;
  readonly modifiedBy: string;
  readonly fields: Fields;
  /** From when listings and delta show it; by its id it is readable at once. */
  readonly visibleFrom: number;
}

/** What a list is called and since when it exists. */
export interface ListHead {
  readonly id: string;
  readonly siteId: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly modifiedAt: number;
  readonly version: number;
  readonly readableFrom: number;
  /** Absent: all may write and read all. Graph can neither read nor set it. */
  readonly security?: ListSecurity;
}

/** What an app may do in one site, whoever uses it; the person's own rights still bound it. */
export interface SiteGrant {
  readonly id: string;
  readonly siteId: string;
  readonly appId: string;
  readonly displayName: string;
  readonly role: "read" | "write" | "owner" | "fullcontrol";
}

/** A message posted to a chat, as Graph answered it. */
export interface PostedMessage {
  readonly id: string;
  readonly chatId: string;
  readonly by: string;
  readonly at: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Everything that can happen in the tenant; its state is the fold over these. */
export type Fact =
  | { readonly fact: "list-written"; readonly head: ListHead }
  | { readonly fact: "list-deleted"; readonly listId: string }
  | { readonly fact: "column-written"; readonly listId: string; readonly column: Column }
  | { readonly fact: "column-deleted"; readonly listId: string; readonly columnId: string }
  | { readonly fact: "view-written"; readonly listId: string; readonly view: View }
  | { readonly fact: "view-deleted"; readonly listId: string; readonly viewId: string }
  | { readonly fact: "row-written"; readonly listId: string; readonly row: Row }
  | {
      readonly fact: "row-deleted";
      readonly listId: string;
      readonly rowId: number;
      readonly visibleFrom: number;
    }
  | {
      readonly fact: "site-user-registered";
      readonly siteId: string;
      readonly personId: string;
      readonly lookupId: number;
    }
  | {
      readonly fact: "scopes-consented";
      /** The app they consented for, where it is not the directory's own. */
      readonly appId?: string;
      /** An administrator consented for the whole organization. */
      readonly forEverybody?: boolean;
      readonly personId: string;
      readonly scopes: readonly string[];
    }
  | { readonly fact: "site-grant-written"; readonly grant: SiteGrant }
  | { readonly fact: "site-grant-deleted"; readonly grantId: string; readonly siteId: string }
  | RegistryFact
  | PlannerFact
  | { readonly fact: "message-posted"; readonly message: PostedMessage }
  | { readonly fact: "settings-saved"; readonly meetingId: string; readonly settings: unknown };
