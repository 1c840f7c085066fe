import type { Site } from "../../directory/directory.ts";
import { newGuid } from "../../graph/call.ts";
import type { View } from "../../graph/store/facts.ts";
import type { List } from "../../graph/store/list.ts";
import { checkQuery } from "../caml/check.ts";
import { escapeXml, parseXml, writeXml } from "../caml/xml.ts";
import { formatterIn, listOfCall, property, refuseStray } from "../call.ts";
import type { RestCall, RestRoute } from "../call.ts";
import { RestError, invalidArgument, unknownRest } from "../errors.ts";
import { checkFormatter } from "./formatter.ts";
import { collection, shaped } from "../shape.ts";
import type { Shape } from "../shape.ts";
import { viewFieldsOf, viewFieldsXml } from "./view-columns.ts";

const CHANGEABLE = ["Title", "ViewQuery", "CustomFormatter", "DefaultView", "RowLimit", "Paged"];
const MOST_ROWS = 5000;

/** Where a view's page is on SharePoint's host. */
export function viewAddress(site: Site, list: List, view: View): string {
  const file = view.title === "All Items" ? "AllItems" : view.title.replaceAll(/[^\w ]/g, "");
  return `/${site.path}/Lists/${list.head.name}/${file}.aspx`;
}

/**
 * The view a request names.
 *
 * @throws RestError 400 when there is none, as SharePoint words it.
 */
export function viewOfCall(call: RestCall, list: List): View {
  const locator = call.resource.locators["views"];
  const found = [...list.views.values()].find(({ id, title }) =>
    locator?.by === "id" ? id === locator.value : title === locator?.value,
  );
  return found ?? invalidArgument("The specified view is invalid.");
}

function showView(call: RestCall, list: List, view: View): Shape {
  const url = viewAddress(call.site, list, view);
  const paged = view.paged ? "TRUE" : "FALSE";
  const listViewXml = `<View Name="{${view.id.toUpperCase()}}" ${view.isDefault ? 'DefaultView="TRUE" ' : ""}Type="HTML" DisplayName="${escapeXml(view.title)}" Url="${escapeXml(url)}" Level="1" BaseViewID="1" ContentTypeID="0x"><Query>${view.query}</Query><ViewFields>${viewFieldsXml(list, view)}</ViewFields><RowLimit Paged="${paged}">${view.rowLimit}</RowLimit></View>`;
  return {
    usual: {
      BaseViewId: "1",
      CustomFormatter: view.customFormatter,
      DefaultView: view.isDefault,
      Hidden: false,
      Id: view.id,
      ListViewXml: listViewXml,
      Paged: view.paged,
      PersonalView: false,
      RowLimit: view.rowLimit,
      Scope: 0,
      ServerRelativeUrl: url,
      Title: view.title,
      ViewQuery: view.query,
      ViewType: "HTML",
    },
    expandable: {
      ViewFields: () => ({ SchemaXml: viewFieldsXml(list, view), Items: viewFieldsOf(list, view) }),
    },
  };
}

/** The view after a change of some of its settings, or a new one. */
export function changedView(list: List, before: View, body: RestCall["body"]): View {
  const wanted = property(body, "ViewQuery", "string") ?? before.query;
  checkQuery(list, wanted);
  // SharePoint gives a query back in a writing of its own.
  const query = writeXml(parseXml(wanted));
  const rowLimit = property(body, "RowLimit", "number") ?? before.rowLimit;
  if (!Number.isInteger(rowLimit) || rowLimit < 1 || rowLimit > MOST_ROWS)
    invalidArgument(`A view shows 1 to ${MOST_ROWS} rows, not ${rowLimit}.`);
  const title = property(body, "Title", "string") ?? before.title;
  if (title.trim() === "" || title.length > 255) invalidArgument("The view has no usable title.");
  const isDefault = property(body, "DefaultView", "boolean") ?? before.isDefault;
  if (before.isDefault && !isDefault) invalidArgument("A list cannot be without a default view.");
  return {
    ...before,
    title,
    query,
    rowLimit,
    isDefault,
    paged: property(body, "Paged", "boolean") ?? before.paged,
    customFormatter: checkFormatter(formatterIn(body) ?? before.customFormatter),
  };
}

/** A view nobody has set anything of. */
export function newView(chance: () => number, title: string): View {
  return {
    id: newGuid(chance),
    title,
    query: "",
    fields: ["LinkTitle"],
    rowLimit: 30,
    paged: true,
    isDefault: false,
    customFormatter: "",
  };
}

function createView(call: RestCall) {
  const { world, body } = call;
  const list = listOfCall(call);
  refuseStray(body, [...CHANGEABLE, "PersonalView"], "a view");
  if (property(body, "PersonalView", "boolean") === true) unknownRest("personal views");
  const view = changedView(list, newView(world.chance, ""), body);
  world.record({ fact: "view-written", listId: list.head.id, view });
  return { status: 201, body: shaped(call, "SP.View", showView(call, list, view)) };
}

function deleteView(call: RestCall) {
  const list = listOfCall(call);
  const view = viewOfCall(call, list);
  if (view.isDefault)
    throw new RestError(
      400,
      "-2130575311, Microsoft.SharePoint.SPException",
      "The default view cannot be deleted.",
    );
  call.world.record({ fact: "view-deleted", listId: list.head.id, viewId: view.id });
  return { status: 200 };
}

/** Views of a list, which Graph does not know. */
export const viewRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    key: "web/{list}/views",
    needs: "read",
    options: ["$filter", "$select", "$expand"],
    answer: (call) => {
      const list = listOfCall(call);
      const views = [...list.views.values()];
      return collection(
        call,
        "SP.View",
        views.map((view) => showView(call, list, view)),
      );
    },
  },
  {
    method: "POST",
    key: "web/{list}/views",
    needs: "manage",
    answer: createView,
  },
  {
    method: "GET",
    key: "web/{list}/{view}",
    needs: "read",
    options: ["$select", "$expand"],
    answer: (call) => {
      const list = listOfCall(call);
      const view = viewOfCall(call, list);
      return { status: 200, body: shaped(call, "SP.View", showView(call, list, view)) };
    },
  },
  {
    method: "MERGE",
    key: "web/{list}/{view}",
    needs: "manage",
    answer: (call) => {
      const list = listOfCall(call);
      refuseStray(call.body, CHANGEABLE, "a view");
      const view = changedView(list, viewOfCall(call, list), call.body);
      call.world.record({ fact: "view-written", listId: list.head.id, view });
      return { status: 204 };
    },
  },
  { method: "DELETE", key: "web/{list}/{view}", needs: "manage", answer: deleteView },
];
