import { secondsOf } from "../graph/call.ts";
import type { ListHead, ListSecurity } from "../graph/store/facts.ts";
import { currentRows, defaultView } from "../graph/store/list.ts";
import type { List } from "../graph/store/list.ts";
import { listOfCall, property, refuseStray } from "./call.ts";
import type { RestCall, RestRoute } from "./call.ts";
import { invalidArgument, unknownRest } from "./errors.ts";
import { collection, shaped } from "./shape.ts";
import type { Shape } from "./shape.ts";
import { viewAddress } from "./looks/views.ts";

const CHANGEABLE = ["Title", "Description", "WriteSecurity", "ReadSecurity", "EnableVersioning"];
const OUT_OF_RANGE = "Specified argument was out of the range of valid values. Parameter name";

function showList({ site }: RestCall, list: List): Shape {
  const { head } = list;
  const rows = currentRows(list);
  const changed = Math.max(head.modifiedAt, ...rows.map((row) => row.modifiedAt));
  return {
    usual: {
      AllowContentTypes: true,
      BaseTemplate: 100,
      BaseType: 0,
      ContentTypesEnabled: false,
      Created: secondsOf(head.createdAt),
      Description: head.description,
      EnableAttachments: true,
      EnableFolderCreation: false,
      EnableMinorVersions: false,
      EnableModeration: false,
      EnableVersioning: true,
      Hidden: false,
      Id: head.id,
      ItemCount: rows.length,
      LastItemModifiedDate: secondsOf(changed),
      ParentWebUrl: `/${site.path}`,
      Title: head.displayName,
    },
    onDemand: {
      DefaultViewUrl: viewAddress(site, list, defaultView(list)),
      ReadSecurity: securityOf(head).read,
      WriteSecurity: securityOf(head).write,
    },
  };
}

function securityOf(head: ListHead): ListSecurity {
  return head.security ?? { write: 1, read: 1 };
}

function changeList(call: RestCall) {
  const { body, world } = call;
  const { head } = listOfCall(call);
  refuseStray(body, CHANGEABLE, "a list");
  if (body["EnableVersioning"] === false) unknownRest("lists without versions");
  const title = property(body, "Title", "string");
  if (title !== undefined && title !== head.displayName) unknownRest("another title for a list");
  const description = property(body, "Description", "string");
  const changed: ListHead = {
    ...head,
    ...(description !== undefined && { description }),
    security: {
      read: securityRead(property(body, "ReadSecurity", "number") ?? securityOf(head).read),
      write: securityWrite(property(body, "WriteSecurity", "number") ?? securityOf(head).write),
    },
    modifiedAt: world.now(),
    version: head.version + 1,
  };
  world.record({ fact: "list-written", head: changed });
  return { status: 204 };
}

function securityRead(value: number): 1 | 2 {
  if (value === 2) return unknownRest("lists whose readers see only their own items");
  return value === 1 ? value : invalidArgument(`${OUT_OF_RANGE}: ReadSecurity`);
}

function securityWrite(value: number): 1 | 2 | 4 {
  return value === 1 || value === 2 || value === 4
    ? value
    : invalidArgument(`${OUT_OF_RANGE}: WriteSecurity`);
}

/** The site itself and its lists, with what Graph keeps to itself: who may write which items. */
export const listRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    key: "web",
    needs: "read",
    options: ["$select"],
    answer: (call) => {
      const { site, world } = call;
      const usual = {
        Description: site.description,
        Id: site.id.split(",")[2],
        ServerRelativeUrl: `/${site.path}`,
        Title: site.displayName,
        Url: `https://${world.directory.tenant.sharePointHost}/${site.path}`,
      };
      return { status: 200, body: shaped(call, "SP.Web", { usual }) };
    },
  },
  {
    method: "GET",
    key: "web/lists",
    needs: "read",
    options: ["$filter", "$select"],
    answer: (call) => {
      const { world, site } = call;
      const lists = [...world.state.lists.values()].filter(
        ({ head }) => head.siteId === site.id && head.readableFrom <= world.now(),
      );
      return collection(
        call,
        "SP.List",
        lists.map((list) => showList(call, list)),
      );
    },
  },
  {
    method: "GET",
    key: "web/{list}",
    needs: "read",
    options: ["$select"],
    answer: (call) => ({
      status: 200,
      body: shaped(call, "SP.List", showList(call, listOfCall(call))),
    }),
  },
  { method: "MERGE", key: "web/{list}", needs: "manage", answer: changeList },
];
