import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";
import { sitePath } from "./list-items.ts";

const Site = v.looseObject({ id: v.string() });

/**
 * What a list that was not found means. SharePoint hides the lists of a site from people who have no
 * access to it; the site itself tells the two apart.
 */
export async function whyNotFound(
  graph: Graph,
  siteId: string,
  failure: unknown,
): Promise<unknown> {
  if (!(failure instanceof StoreError) || failure.kind !== "not-found") return failure;
  try {
    const path = `${sitePath(siteId)}?$select=id`;
    await callGraph(graph, Site, { path, scopes: scopes.lists });
    return failure;
  } catch (ofSite) {
    if (!(ofSite instanceof StoreError)) return ofSite;
    if (ofSite.kind !== "forbidden") return failure;
    return new StoreError("forbidden", "No access to the site", {
      ...ofSite.details,
      cause: failure,
    });
  }
}
