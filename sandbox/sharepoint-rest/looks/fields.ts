import { kindOf } from "../../graph/sharepoint/column-definition.ts";
import { builtInColumns } from "../../graph/sharepoint/built-in-columns.ts";
import type { Column } from "../../graph/store/facts.ts";
import type { List } from "../../graph/store/list.ts";
import { formatterIn, listOfCall, refuseStray } from "../call.ts";
import type { RestCall, RestRoute } from "../call.ts";
import { invalidArgument, unknownRest } from "../errors.ts";
import { checkFormatter } from "./formatter.ts";
import { collection, shaped } from "../shape.ts";
import type { Shape } from "../shape.ts";

type Definition = Column["definition"];

/** The columns a site script and a request may name, built-in ones too. */
function definitionsOf(list: List): readonly Definition[] {
  return [...builtInColumns, ...[...list.columns.values()].map(({ definition }) => definition)];
}

/** What SharePoint calls the kind of a column. */
function typeNameOf(column: Definition): string {
  switch (kindOf(column)) {
    case "text":
      return column.text?.allowMultipleLines ? "Note" : "Text";
    case "number":
      return "Number";
    case "boolean":
      return "Boolean";
    case "choice":
      return column.choice?.displayAs === "checkBoxes" ? "MultiChoice" : "Choice";
    case "dateTime":
      return "DateTime";
    case "personOrGroup":
      return column.personOrGroup?.allowMultipleSelection ? "UserMulti" : "User";
    case "currency":
      return "Currency";
    case "hyperlinkOrPicture":
      return "URL";
    case undefined:
      return column.name === "Attachments" ? "Attachments" : "Counter";
  }
}

function showField(list: List, column: Definition): Shape {
  return {
    usual: {
      CustomFormatter: list.columns.get(column.id)?.customFormatter ?? null,
      Description: column.description ?? "",
      EnforceUniqueValues: column.enforceUniqueValues === true,
      Hidden: column.hidden === true,
      Id: column.id,
      Indexed: column.indexed === true,
      InternalName: column.name,
      ReadOnlyField: column.readOnly === true,
      Required: column.required === true,
      StaticName: column.name,
      Title: column.displayName ?? column.name,
      TypeAsString: typeNameOf(column),
    },
  };
}

function fieldOfCall(call: RestCall, list: List): Definition {
  const locator = call.resource.locators["fields"];
  const value = locator?.value ?? "";
  const columns = definitionsOf(list);
  const found =
    locator?.by === "id"
      ? columns.find(({ id }) => id === value)
      : (columns.find(({ name }) => locator?.by === "name" && name === value) ??
        columns.find(({ displayName }) => displayName === value));
  return (
    found ??
    invalidArgument(`Column '${value}' does not exist. It may have been deleted by another user.`)
  );
}

/** Keeps how a column is shown. Columns that SharePoint gives every list are left to it. */
export function formatColumn(
  { world }: Pick<RestCall, "world">,
  list: List,
  column: Definition,
  formatter: string,
): void {
  const kept = list.columns.get(column.id);
  if (!kept) return unknownRest(`formatting the built-in column ${column.name}`);
  const customFormatter = checkFormatter(formatter);
  world.record({
    fact: "column-written",
    listId: list.head.id,
    column: { ...kept, customFormatter },
  });
}

/** Columns of a list, as far as Graph cannot say how they are shown. */
export const fieldRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    key: "web/{list}/fields",
    needs: "read",
    options: ["$filter", "$select"],
    answer: (call) => {
      const list = listOfCall(call);
      const shapes = definitionsOf(list).map((column) => showField(list, column));
      return collection(call, "SP.Field", shapes);
    },
  },
  {
    method: "GET",
    key: "web/{list}/{field}",
    needs: "read",
    options: ["$select"],
    answer: (call) => {
      const list = listOfCall(call);
      const column = fieldOfCall(call, list);
      return { status: 200, body: shaped(call, "SP.Field", showField(list, column)) };
    },
  },
  {
    method: "MERGE",
    key: "web/{list}/{field}",
    needs: "manage",
    answer: (call) => {
      const list = listOfCall(call);
      const column = fieldOfCall(call, list);
      refuseStray(call.body, ["CustomFormatter"], "a column");
      formatColumn(call, list, column, formatterIn(call.body) ?? "");
      return { status: 204 };
    },
  },
];
