import type { Person } from "../directory/directory.ts";
import { answerBatch } from "./batch.ts";
import { newGuid } from "./call.ts";
import type { Behaviour, Call, World } from "./call.ts";
import { ConnectionLost, errorBody, GraphError, refuse, unknown } from "./errors.ts";
import { createFaults, faultError } from "./faults.ts";
import type { Fault, Faults } from "./faults.ts";
import { realisticLatencyMs } from "./latency.ts";
import { createMeter } from "./meter.ts";
import type { Meter } from "./meter.ts";
import { onlyThese, readQuery } from "./query.ts";
import { routeFinder } from "./router.ts";
import { routes } from "./routes.ts";
import type { Tenant } from "./store/tenant.ts";
import { readToken } from "./tokens.ts";

/** The world around the service. Clock, chance and waiting are given, so that tests own them. */
export interface GraphOptions extends Behaviour {
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Numbers in [0, 1). */
  readonly chance: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Where the pages a person can open begin, without a slash at the end. */
  readonly pagesUrl: (request: Request) => string;
  /** Told of every request that Graph counts, also those inside a batch. */
  readonly onTraffic: (traffic: Traffic) => void;
}

/** One request, as the host page shows it. */
export interface Traffic {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** 0 when the connection was lost. */
  readonly status: number;
  readonly units: number;
  readonly who: string;
  readonly ms: number;
}

/** Microsoft Graph for one tenant, without a network. */
export interface GraphService {
  /** Answers as Graph would. Rejects with ConnectionLost where a fault cuts the connection. */
  handle(request: Request): Promise<Response>;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly world: World;
}

const DEFAULTS: GraphOptions = {
  clock: Date.now,
  chance: Math.random,
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  pagesUrl: () => "http://localhost:4280/sandbox",
  onTraffic: () => {},
  readableAfterMs: 0,
  rowsVisibleAfterMs: 0,
  latency: "none",
  unitsPerMinute: 1250,
  deltaHistory: 100_000,
  duplicateAnswer: "invalidRequest",
  userInformationList: "owners",
};

/** What becomes known of a request while it is answered, for the traffic log and the answer. */
interface Trace {
  readonly startedAt: number;
  readonly requestId: string;
  readonly clientRequestId: string;
  units: number;
  caller?: Person;
  headers: Readonly<Record<string, string>>;
}

/** Starts Graph over a tenant. What is not given behaves as production does at its quickest. */
export function graphService(tenant: Tenant, given: Partial<GraphOptions> = {}): GraphService {
  const options: GraphOptions = { ...DEFAULTS, ...given };
  const world: World = {
    ...tenant,
    behaviour: options,
    now: options.clock,
    chance: options.chance,
  };
  const meter = createMeter(options.unitsPerMinute, options.clock);
  const faults = createFaults();
  const find = routeFinder(routes);

  async function answer(request: Request, address: Address, trace: Trace): Promise<Response> {
    const { caller, scopes } = readToken(world, request.headers);
    trace.caller = caller;
    const match = find(request.method, address.path);
    if (!match) return unknown(`${request.method} ${address.path}`);
    const { route, params } = match;
    const query = readQuery(address.url);
    onlyThese(query, route.query ?? [], `${route.method} ${route.path}`);
    if (!route.scopes.some((scope) => scopes.has(scope)))
      refuse(403, "Forbidden", missingScope(route.scopes, scopes));
    trace.units = typeof route.units === "number" ? route.units : route.units(query);
    trace.headers = meter.charge({ ...route, units: trace.units, personId: caller.id });
    if (options.latency === "realistic")
      await options.wait(realisticLatencyMs(route, options.chance));
    const call: Call = {
      world,
      caller,
      scopes,
      params,
      query,
      headers: request.headers,
      body: await readBody(request),
      pagesUrl: options.pagesUrl(request),
    };
    const { status, body, headers } = await route.answer(call);
    return respond(status, body, { ...trace.headers, ...headers }, trace);
  }

  async function handleOne(request: Request, outer: Request): Promise<Response> {
    const address = addressOf(request);
    const trace: Trace = {
      startedAt: options.clock(),
      requestId: newGuid(options.chance),
      clientRequestId: request.headers.get("client-request-id") ?? newGuid(options.chance),
      units: 0,
      headers: {},
    };
    const carried = outer === request ? request : withIdentity(request, outer);
    const fault = faults.strike(request.method, address.path + address.url.search);
    try {
      const response = await underFault(fault, options.wait, address.path, () =>
        address.path === "/$batch" && request.method === "POST"
          ? answerWhole(carried, trace)
          : answer(carried, address, trace),
      );
      report(response.status);
      return response;
    } catch (error) {
      if (!(error instanceof GraphError)) {
        report(error instanceof ConnectionLost ? 0 : 500);
        throw error;
      }
      if (fault?.action === "status" && error.status === 429)
        meter.countThrottled(request.method, address.path);
      report(error.status);
      return respond(
        error.status,
        errorBody(error, { at: options.clock(), ...trace }),
        { ...trace.headers, ...error.headers },
        trace,
      );
    }

    function report(status: number) {
      options.onTraffic({
        at: new Date(trace.startedAt).toISOString(),
        method: request.method,
        path: address.path + address.url.search,
        status,
        units: trace.units,
        who: trace.caller?.displayName ?? "",
        ms: options.clock() - trace.startedAt,
      });
    }
  }

  async function answerWhole(request: Request, trace: Trace): Promise<Response> {
    trace.caller = readToken(world, request.headers).caller;
    const body = await answerBatch(await readBody(request), (inner) => handleOne(inner, request));
    return respond(200, body, {}, trace);
  }

  return { handle: (request) => handleOne(request, request), meter, faults, world };
}

interface Address {
  readonly url: URL;
  /** Below /v1.0, as it was written. */
  readonly path: string;
}

function addressOf(request: Request): Address {
  const url = new URL(request.url);
  const at = url.pathname.indexOf("/v1.0");
  return { url, path: url.pathname.slice(at < 0 ? 0 : at + "/v1.0".length) || "/" };
}

function withIdentity(inner: Request, outer: Request): Request {
  const headers = new Headers(inner.headers);
  for (const name of ["authorization", "referer", "host"]) {
    const value = outer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Request(inner, { headers });
}

async function underFault(
  fault: Fault | undefined,
  wait: (ms: number) => Promise<void>,
  path: string,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (!fault) return answer();
  if (fault.delayMs > 0) await wait(fault.delayMs);
  switch (fault.action) {
    case "delay":
      return answer();
    case "status":
      throw faultError(fault, path);
    case "drop-before":
      throw new ConnectionLost("before the request arrived");
    case "drop-after-commit":
      await answer();
      throw new ConnectionLost("after the request was carried out");
  }
}

function missingScope(needed: readonly string[], held: ReadonlySet<string>): string {
  return `Missing scope permissions on the request. API requires one of '${needed.join(", ")}'. Scopes on the request '${[...held].join(", ")}'`;
}

async function readBody(request: Request): Promise<unknown> {
  if (request.method === "GET" || request.method === "DELETE") return undefined;
  const text = await request.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse(
      400,
      "BadRequest",
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
}

function respond(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  trace: Trace,
): Response {
  const stamped = {
    "request-id": trace.requestId,
    "client-request-id": trace.clientRequestId,
    "cache-control": "no-store",
    ...headers,
  };
  if (body === undefined) return new Response(null, { status, headers: stamped });
  if (body instanceof Uint8Array)
    return new Response(Buffer.from(body), { status, headers: stamped });
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...stamped },
  });
}
