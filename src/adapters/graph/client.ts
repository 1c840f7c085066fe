import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import type { Context, GraphRequest, Middleware } from "@microsoft/microsoft-graph-client";
import * as v from "valibot";
import { StoreError } from "#flows/store-error.ts";
import { failureOf } from "./failure.ts";
import type { Pauses } from "./pauses.ts";
import { type Patience, patiently } from "./retry.ts";
import { type Clock, type Send, authenticated, overNetwork, tellingTime } from "./send.ts";
import type { TokenSource } from "./token-source.ts";

/** One call of Graph. */
export interface GraphCall {
  /** `GET` where nothing is said. */
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the version, with its query; or a whole address that an earlier answer gave. */
  readonly path: string;
  readonly scopes: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The page is going: the request outlives it. At most 64 KB. */
  readonly isLast?: boolean;
}

/** Graph, for one signed-in person. */
export interface Graph {
  /** The answer's body, unparsed; undefined where there is none. Throws StoreError only. */
  call(call: GraphCall): Promise<unknown>;
  readonly clock: Clock;
}

/** What a Graph is opened with. */
export interface GraphOptions {
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Another address in national clouds. */
  readonly graphBaseUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** Told whenever an answer says what time it is there (epoch milliseconds, whole seconds). */
  readonly onServerTime?: (ms: number) => void;
  readonly patience?: Patience;
  /** Pauses that others keep as well; without them, this Graph keeps its own. */
  readonly pauses?: Pauses;
  readonly timeoutMs?: number;
}

const publicCloud = "https://graph.microsoft.com/v1.0";
const patienceByDefault: Patience = { longestWaitSeconds: 10, tries: 4 };

/**
 * Microsoft's own client with our way of sending: tokens by scope, retries, time-outs, one kind of
 * failure.
 *
 * @see https://learn.microsoft.com/graph/sdks/customize-client
 */
export function openGraph(options: GraphOptions): Graph {
  const { clock } = options;
  const base = new URL(options.graphBaseUrl ?? publicCloud);
  const client = Client.initWithMiddleware({
    baseUrl: base.origin,
    defaultVersion: base.pathname.replaceAll(/^\/|\/$/gu, ""),
    middleware: sendingWith(chain(options, base.origin)),
  });
  return { clock, call: (call) => perform(client, call) };
}

/**
 * Calls Graph and parses what comes back.
 *
 * @throws StoreError of any kind; `unavailable` when the answer is not what Graph promises.
 */
export async function callGraph<Schema extends v.GenericSchema>(
  graph: Graph,
  schema: Schema,
  call: GraphCall,
): Promise<v.InferOutput<Schema>> {
  return parseAnswer(schema, await graph.call(call), call.path);
}

/** The parsed body of an answer. Throws StoreError `unavailable` when it is not as promised. */
export function parseAnswer<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
  path: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const where = v.getDotPath(issue) ?? "the whole of it";
  throw new StoreError("unavailable", `${path} answered oddly: ${where}: ${issue.message}`);
}

function chain(options: GraphOptions, origin: string): Send {
  const { clock, tokens, onServerTime, timeoutMs = 30_000 } = options;
  const network = overNetwork(options.fetch ?? ((request) => fetch(request)), clock, timeoutMs);
  const timed = onServerTime === undefined ? network : tellingTime(network, onServerTime);
  const signed = authenticated(timed, tokens, origin);
  return patiently(signed, clock, options.patience ?? patienceByDefault, options.pauses);
}

/**
 * What one call hands through Microsoft's client to its middleware, and back: the client wraps
 * every error in one of its own, so ours is kept here. It finds options by their class.
 */
class Passage {
  readonly scopes: readonly string[];
  readonly keepalive: boolean;
  failure: unknown;

  constructor({ scopes, isLast = false }: GraphCall) {
    this.scopes = scopes;
    this.keepalive = isLast;
  }
}

function sendingWith(send: Send): Middleware {
  return {
    async execute(context: Context) {
      const passage = context.middlewareControl?.getMiddlewareOptions(Passage) as Passage;
      try {
        const { keepalive } = passage;
        const request = new Request(context.request, { ...context.options, keepalive });
        context.response = await send(request, passage.scopes);
      } catch (failure) {
        passage.failure = failure;
        throw failure;
      }
    },
  };
}

async function perform(client: Client, call: GraphCall): Promise<unknown> {
  const { method = "GET", path, scopes, headers = {} } = call;
  const passage = new Passage(call);
  const request = client
    .api(path)
    .middlewareOptions([passage])
    .headers({ ...headers })
    .responseType(ResponseType.RAW);
  let response: Response;
  try {
    response = (await dispatch(request, method, call.body)) as Response;
  } catch (failure) {
    throw passage.failure ?? failure;
  }
  const body = await bodyOf(response);
  if (response.ok) return body;
  const header = (name: string) => response.headers.get(name) ?? undefined;
  throw failureOf({ method, status: response.status, header, body, scopes });
}

function dispatch(
  request: GraphRequest,
  method: NonNullable<GraphCall["method"]>,
  body: unknown,
): Promise<unknown> {
  if (method === "GET") return request.get();
  if (method === "DELETE") return request.delete();
  return method === "POST" ? request.post(body ?? {}) : request.patch(body ?? {});
}

/** An answer's body: parsed where it is JSON, else as text; undefined where there is none. */
export async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}
