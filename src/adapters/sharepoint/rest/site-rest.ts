import type * as v from "valibot";
import { bodyOf, parseAnswer } from "#adapters/graph/client.ts";
import { patiently } from "#adapters/graph/retry.ts";
import { type Clock, authenticated, overNetwork } from "#adapters/graph/send.ts";
import type { TokenSource } from "#adapters/graph/token-source.ts";
import type { Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { restFailure } from "./rest-failure.ts";

/** SharePoint's own REST of one site, for one signed-in person. Paths are below `_api`. */
export interface SiteRest {
  get<Schema extends v.GenericSchema>(schema: Schema, path: string): Promise<v.InferOutput<Schema>>;
  post<Schema extends v.GenericSchema>(
    schema: Schema,
    path: string,
    body?: object,
  ): Promise<v.InferOutput<Schema>>;
  /** Changes what is named and leaves the rest. */
  merge(path: string, body: object): Promise<void>;
}

/** What asking SharePoint itself needs. */
export interface RestOptions {
  readonly tokens: TokenSource;
  readonly clock: Clock;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly timeoutMs?: number;
}

// A browser that may not ask fails at once, each time: more tries would only keep people waiting.
const patience = { longestWaitSeconds: 10, tries: 2 };
const json = "application/json;odata=nometadata";

/**
 * Opens SharePoint's REST with a token of its own. Whether Microsoft lets a page of another origin
 * ask is not promised anywhere: where not, every call throws `no-answer`.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/sp-add-ins/working-with-lists-and-list-items-with-rest
 */
export function openSiteRest(options: RestOptions, site: Site): SiteRest {
  const { tokens, clock, timeoutMs = 30_000 } = options;
  const { origin, base, scopes } = addressOf(site);
  const network = overNetwork(options.fetch ?? ((request) => fetch(request)), clock, timeoutMs);
  const send = patiently(authenticated(network, tokens, origin), clock, patience);

  const ask = async (path: string, method: "GET" | "POST" | "MERGE", body?: object) => {
    const request = new Request(`${base}/_api/${path}`, {
      method: method === "GET" ? "GET" : "POST",
      headers: {
        Accept: json,
        ...(body !== undefined && { "Content-Type": json }),
        ...(method === "MERGE" && { "X-HTTP-Method": "MERGE", "If-Match": "*" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const response = await send(request, scopes);
    const answer = await bodyOf(response);
    if (response.ok) return answer;
    const header = (name: string) => response.headers.get(name) ?? undefined;
    throw restFailure({ method, status: response.status, header, body: answer, scopes });
  };

  return {
    get: async (schema, path) => parseAnswer(schema, await ask(path, "GET"), path),
    post: async (schema, path, body) => parseAnswer(schema, await ask(path, "POST", body), path),
    merge: async (path, body) => {
      await ask(path, "MERGE", body);
    },
  };
}

interface RestAddress {
  readonly origin: string;
  readonly base: string;
  /** Managing lists, at the host that keeps this site: nothing else is ever asked for here. */
  readonly scopes: readonly string[];
}

/**
 * Where a site's REST is: the host that its id names, below the path of its address. A token is
 * only ever asked for, and sent to, that host.
 */
export function addressOf({ id, webUrl }: Site): RestAddress {
  const [host = ""] = id.split(",");
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(host) || !URL.canParse(webUrl)) {
    throw new StoreError("rejected", `No address of SharePoint is known for the site ${id}`);
  }
  const origin = new URL(`https://${host}`).origin;
  const base = `${origin}${new URL(webUrl).pathname.replace(/\/+$/u, "")}`;
  return { origin, base, scopes: [`${origin}/AllSites.Manage`] };
}

/** A list below `_api`, by id. */
export function listAt(listId: string): string {
  return `web/lists(guid'${inQuotes(listId)}')`;
}

/** Text within the quotes of an address: a quote doubled, everything else encoded. */
export function inQuotes(text: string): string {
  return encodeURIComponent(text).replaceAll("'", "''");
}
