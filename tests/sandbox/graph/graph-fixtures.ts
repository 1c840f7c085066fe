import type { Directory, Person } from "../../../sandbox/directory/directory.ts";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { seededChance } from "../../../sandbox/directory/generate.ts";
import { graphService } from "../../../sandbox/graph/service.ts";
import type { GraphOptions, GraphService, Traffic } from "../../../sandbox/graph/service.ts";
import { openTenant } from "../../../sandbox/graph/store/tenant.ts";
import { issueToken } from "../../../sandbox/graph/tokens.ts";

/** What a test looks at of an answer. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** A body as it was answered; a test that looks in the wrong place fails. */
export type Json = Readonly<Record<string, unknown>>;

/** Sends requests as one person. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Reply>;

/** Graph with a clock that only moves when told to. */
export interface Bench {
  readonly graph: GraphService;
  readonly directory: Directory;
  readonly traffic: Traffic[];
  advance(ms: number): void;
  person(name: string): Person;
  /** A person by first name, with the scopes given or all those consented. */
  as(name: string, scopes?: readonly string[]): Send;
}

export const TECH =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
export const COMPANY =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000002,31000000-0000-4000-8000-000000000002";
const NOON = Date.UTC(2026, 8, 14, 12);

/** Starts Graph over the seed directory, everything deterministic. */
export function startGraph(
  options: Partial<GraphOptions> & { readonly stateFolder?: string; directory?: Directory } = {},
): Bench {
  const { stateFolder, directory = seedDirectory(), ...rest } = options;
  let now = NOON;
  const traffic: Traffic[] = [];
  const tenant = openTenant({ directory, ...(stateFolder !== undefined && { stateFolder }) });
  const graph = graphService(tenant, {
    clock: () => now,
    chance: seededChance(1),
    wait: (ms) => {
      now += ms;
      return Promise.resolve();
    },
    onTraffic: (entry) => traffic.push(entry),
    ...rest,
  });
  const person = (name: string) => {
    const found = [...directory.people.values()].find((one) => one.displayName.startsWith(name));
    if (!found) throw new Error(`Nobody is called ${name}`);
    return found;
  };
  return {
    graph,
    directory,
    traffic,
    person,
    advance: (ms) => {
      now += ms;
    },
    as: (name, scopes) => {
      const token = issueToken(graph.world, person(name), scopes);
      if ("error" in token) throw new Error(`${token.error}: ${token.scopes.join(", ")}`);
      return (method, path, body, headers) =>
        send(graph, token.access_token, method, path, body, headers);
    },
  };
}

/** Sends one request with a token and reads the answer. */
export async function send(
  graph: GraphService,
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const url = path.startsWith("https://") ? path : `https://graph.microsoft.com/v1.0${path}`;
  const response = await graph.handle(
    new Request(url, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
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

/** The entries of a collection. */
export function entriesOf({ body }: Reply): readonly Json[] {
  return (body["value"] ?? []) as Json[];
}

/** Graph's word for what went wrong. */
export function errorOf({ body }: Reply): { readonly code: string; readonly message: string } {
  return body["error"] as { code: string; message: string };
}

/** The fields of an item in an answer. */
export function fieldsOf(item: Json): Json {
  return item["fields"] as Json;
}

/** A list as the product would make one: a unique id, a kind, a note, typed columns. */
export async function createList(owner: Send, displayName = "Log", site = TECH): Promise<string> {
  const { status, body } = await owner("POST", `/sites/${site}/lists`, {
    displayName,
    list: { template: "genericList" },
    columns: [
      { name: "EventId", text: { maxLength: 64 }, indexed: true, enforceUniqueValues: true },
      { name: "Kind", text: {}, indexed: true },
      { name: "Payload", text: { allowMultipleLines: true, textType: "plain" } },
      { name: "State", choice: { choices: ["open", "closed"] } },
      { name: "Due", dateTime: { format: "dateOnly" } },
      { name: "Score", number: {} },
      { name: "Final", boolean: {} },
      { name: "Lead", personOrGroup: { allowMultipleSelection: false } },
      { name: "Others", personOrGroup: { allowMultipleSelection: true } },
      { name: "Link", hyperlinkOrPicture: { isPicture: false } },
    ],
  });
  if (status !== 201) throw new Error(`No list: ${status} ${JSON.stringify(body)}`);
  return `/sites/${site}/lists/${String(body["id"])}`;
}
