import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { sitePath } from "#adapters/sharepoint/list-items.ts";
import type { Site } from "#flows/ports.ts";
import { UsageError } from "../command.ts";

const GraphSite = v.object({
  id: v.string(),
  displayName: v.nullish(v.string()),
  webUrl: v.nullish(v.string()),
});

const select = "$select=id,displayName,webUrl";
/** What comes after a site's own address when somebody copies it from the browser. */
const below =
  /\/(?:lists|sitepages|_layouts|shared%20documents|shared documents|forms)(?:\/.*)?$/iu;

/**
 * A site by its id or by its address, also where a page of it was copied.
 *
 * @throws UsageError for text that is neither; StoreError as ever.
 * @see https://learn.microsoft.com/graph/api/site-getbypath
 */
export async function findSite(graph: Graph, named: string): Promise<Site> {
  const path = `${addressIn(named)}?${select}`;
  const { id, displayName, webUrl } = await callGraph(graph, GraphSite, {
    path,
    scopes: scopes.lists,
  });
  return { id, name: displayName ?? "Unnamed site", webUrl: webUrl ?? "" };
}

function addressIn(named: string): string {
  if (/^[a-z0-9.-]+,[0-9a-f-]{36},[0-9a-f-]{36}$/iu.test(named)) return sitePath(named);
  if (!URL.canParse(named)) {
    throw new UsageError(
      `The site ${named} is neither an address (https://…) nor an id (host,collection-id,web-id).`,
    );
  }
  const { hostname, pathname } = new URL(named);
  const folder = pathname
    .replace(below, "")
    .replace(/\/[^/]*\.aspx$/iu, "")
    .replace(/\/+$/u, "");
  return folder === "" ? `/sites/${hostname}` : `/sites/${hostname}:${folder}`;
}
