import { issueToken } from "../../../sandbox/graph/tokens.ts";
import { sharePointService } from "../../../sandbox/sharepoint-rest/service.ts";
import { createList, startGraph } from "../graph/graph-fixtures.ts";
import type { Json, Reply } from "../graph/graph-fixtures.ts";

export const HOST = "https://larkfield.sharepoint.com";
const SITE = `${HOST}/sites/technology-decisions`;

/** Asks SharePoint as one person; `MERGE` travels in a header, as it does from a browser. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** SharePoint REST beside Graph, with one list made as the product would. */
export async function startSharePoint() {
  const bench = startGraph();
  const service = sharePointService(bench.graph, {
    wait: (ms) => {
      bench.advance(ms);
      return Promise.resolve();
    },
    onTraffic: (entry) => bench.traffic.push(entry),
  });
  const graphPath = await createList(bench.as("Sofia"), "Decisions");
  const id = graphPath.split("/").at(-1) ?? "";
  for (const name of ["Inés", "Kwame"])
    bench.graph.world.record({
      fact: "scopes-consented",
      personId: bench.person(name).id,
      scopes: ["Read", "Write", "Manage"].map((scope) => `${HOST}/AllSites.${scope}`),
    });
  const as = (name: string, scope = "AllSites.Manage"): Ask => {
    const token = issueToken(bench.graph.world, bench.person(name), [`${HOST}/${scope}`]);
    if ("error" in token) throw new Error(token.error);
    return (method, path, body, headers) =>
      ask(service, token.access_token, method, path, body, headers);
  };
  return {
    ...bench,
    service,
    graphAs: bench.as,
    as,
    graphPath,
    listId: id,
    list: `/_api/web/lists(guid'${id}')`,
  };
}

/** Sends one request to SharePoint with a token and reads the answer. */
export async function ask(
  service: ReturnType<typeof sharePointService>,
  token: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const isTunnelled = method === "MERGE" || method === "DELETE";
  const response = await service.handle(
    new Request(path.startsWith("https://") ? path : `${SITE}${path}`, {
      method: isTunnelled ? "POST" : method,
      headers: {
        accept: "application/json;odata=nometadata",
        authorization: `Bearer ${token}`,
        ...(isTunnelled && { "x-http-method": method, "if-match": "*" }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as Json) : { text },
  };
}

/** What SharePoint says went wrong. */
export function saidOf({ body }: Reply): { readonly code: string; readonly value: string } {
  const error = body["odata.error"] as { code: string; message: { value: string } };
  return { code: error.code, value: error.message.value };
}
