import type { ListItemVersion } from "@microsoft/microsoft-graph-types";
import type { Route } from "../call.ts";
import { secondsOf } from "../call.ts";
import { identityOf, listOf, READ_SCOPES } from "./access.ts";
import { itemView } from "./item-view.ts";
import { rowOf } from "./items.ts";

/** What an item was before each of its changes, newest first. */
export const versionRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/sites/{site-id}/lists/{list-id}/items/{listItem-id}/versions",
    scopes: READ_SCOPES,
    workload: "sharepoint",
    units: 2,
    query: ["$expand"],
    answer: (call) => {
      const { site, list } = listOf(call);
      const { id } = rowOf(call, list);
      const view = itemView(call, site, list);
      const versions = (list.versions.get(id) ?? []).toReversed();
      const value: ListItemVersion[] = versions.map((row) => ({
        id: `${row.version}.0`,
        lastModifiedBy: identityOf(call.world, row.modifiedBy),
        lastModifiedDateTime: secondsOf(row.modifiedAt),
        fields: view.fields(row),
      }));
      return { status: 200, body: { value } };
    },
  },
];
