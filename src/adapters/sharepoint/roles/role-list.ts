import * as v from "valibot";
import type { Graph } from "#adapters/graph/client.ts";
import { type ListItem, allItems } from "#adapters/sharepoint/list-items.ts";
import { whyNotFound } from "#adapters/sharepoint/no-access.ts";
import type { StandingRoles } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type People, roleColumns, rowName, toRole } from "./role-row.ts";
import { roleSchema } from "./role-schema.ts";

const SiteUser = v.object({
  Title: v.pipe(v.string(), v.nonEmpty()),
  EMail: v.nullish(v.string()),
});

/**
 * The optional list *Decision roles* of a site. Costs 2 resource units, and 2 more where people are
 * chosen in person columns.
 */
export function openRoleList(graph: Graph, siteId: string): StandingRoles {
  return {
    async read() {
      const rows = await rolesOf(graph, siteId);
      const people = rows.some(({ fields }) => namesByNumber(fields))
        ? await siteUsers(graph, siteId)
        : new Map();
      const read = rows.map(({ id, fields }) => ({
        row: rowName(fields, id),
        ...toRole(fields, people),
      }));
      return {
        roles: read.flatMap(({ role }) => (role === undefined ? [] : [role])),
        unreadable: read.flatMap(({ row, why }) => (why === undefined ? [] : [{ row, why }])),
      };
    },
  };
}

async function rolesOf(graph: Graph, siteId: string): Promise<readonly ListItem[]> {
  const list = { siteId, listId: roleSchema.name };
  try {
    return await allItems({ graph, list, columns: roleColumns });
  } catch (failure) {
    const why = await whyNotFound(graph, siteId, failure);
    if (why instanceof StoreError && why.kind === "not-found") return [];
    throw why;
  }
}

function namesByNumber(fields: ListItem["fields"]): boolean {
  return (
    fields?.["SeatPersonLookupId"] !== undefined || fields?.["SeatDelegateLookupId"] !== undefined
  );
}

/**
 * The people of the site by lookup id, from SharePoint's hidden list of them. Some tenants show it
 * to owners only: then nobody is known by number.
 */
async function siteUsers(graph: Graph, siteId: string): Promise<People> {
  const list = { siteId, listId: "User Information List" };
  try {
    const users = await allItems({ graph, list, columns: ["Title", "EMail"] });
    return new Map(
      users.flatMap(({ id, fields }) => {
        const user = v.safeParse(SiteUser, fields);
        if (!user.success) return [];
        const { Title: name, EMail: mail } = user.output;
        return [[id, { name, ...(mail && { mail }) }]];
      }),
    );
  } catch (failure) {
    const isHidden =
      failure instanceof StoreError &&
      ["forbidden", "not-found", "rejected"].includes(failure.kind);
    if (!isHidden) throw failure;
    return new Map();
  }
}
