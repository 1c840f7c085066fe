import { answerBatch } from "./batch.ts";
import { newGuid } from "./call.ts";
import type { World } from "./call.ts";
import { usualBehaviour } from "./conditions/behaviour.ts";
import type { Behaviour } from "./conditions/behaviour.ts";
import { createFaults, faultError } from "./conditions/faults.ts";
import type { Fault, Faults } from "./conditions/faults.ts";
import { realisticLatencyMs } from "./conditions/latency.ts";
import { createMeter } from "./conditions/meter.ts";
import type { Meter } from "./conditions/meter.ts";
import { ConnectionLost, GraphError, refuse, unknown } from "./errors.ts";
import { onlyThese, readQuery } from "./odata/query.ts";
import { openHub } from "./push/hub.ts";
import { readBody, respond, respondWithError } from "./response.ts";
import type { Trace } from "./response.ts";
import { routeFinder } from "./router.ts";
import { routes } from "./routes.ts";
import { SELECTED_SCOPE } from "./selected/site-grants.ts";
import type { Tenant } from "./store/tenant.ts";
import { readToken } from "./tokens.ts";

/** The world around the service. Clock, chance and waiting are given, so that tests own them. */
interface Surroundings {
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

/** The world around the service, and how it starts to behave. */
export type GraphOptions = Surroundings & Behaviour;

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
  readonly handle: (request: Request) => Promise<Response>;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly world: World;
  /** Behaves differently from now on; what is not named stays. */
  readonly behave: (changes: Partial<Behaviour>) => void;
}

const DEFAULTS: Surroundings = {
  clock: Date.now,
  chance: Math.random,
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
    }),
  pagesUrl: () => "http://localhost:4280/sandbox",
  onTraffic: () => {},
};

interface Engine {
  readonly options: Surroundings;
  readonly world: World;
  readonly meter: Meter;
  readonly faults: Faults;
}

interface Address {
  readonly url: URL;
  /** Below /v1.0, as it was written. */
  readonly path: string;
}

const findRoute = routeFinder(routes);

/** Starts Graph over a tenant. What is not given behaves as production does at its quickest. */
export function graphService(tenant: Tenant, given: Partial<GraphOptions> = {}): GraphService {
  const everything: GraphOptions = { ...DEFAULTS, ...usualBehaviour, ...given };
  const { clock, chance, wait, pagesUrl, onTraffic, ...behaviour } = everything;
  const options = { clock, chance, wait, pagesUrl, onTraffic };
  const push = openHub({ behaviour, now: clock, chance, wait });
  const record: Tenant["record"] = (fact) => {
    tenant.record(fact);
    if (fact.fact === "row-written" || fact.fact === "row-deleted") push.committed(fact.listId);
  };
  const engine: Engine = {
    options,
    world: { ...tenant, record, behaviour, push, now: clock, chance },
    meter: createMeter(() => behaviour.unitsPerMinute, clock),
    faults: createFaults(),
  };
  const { meter, faults, world } = engine;
  return {
    handle: (request) => handle(engine, request),
    meter,
    faults,
    world,
    behave: (changes) => {
      Object.assign(behaviour, changes);
      if (!behaviour.pushUp) push.reset();
    },
  };
}

async function handle(engine: Engine, request: Request): Promise<Response> {
  const { clock, chance, onTraffic } = engine.options;
  const address = addressOf(request);
  const trace: Trace = {
    startedAt: clock(),
    requestId: newGuid(chance),
    clientRequestId: request.headers.get("client-request-id") ?? newGuid(chance),
    units: 0,
    who: "",
    headers: {},
  };
  let status = 0;
  try {
    const response = await answerOrError(engine, request, address, trace);
    ({ status } = response);
    return response;
  } finally {
    onTraffic({
      at: new Date(trace.startedAt).toISOString(),
      method: request.method,
      path: address.path + address.url.search,
      status,
      units: trace.units,
      who: trace.who,
      ms: clock() - trace.startedAt,
    });
  }
}

async function answerOrError(engine: Engine, request: Request, address: Address, trace: Trace) {
  const { faults, meter, options } = engine;
  const fault = faults.strike(request.method, address.path + address.url.search);
  try {
    return await underFault(fault, options.wait, address.path, () =>
      address.path === "/$batch" && request.method === "POST"
        ? answerWhole(engine, request, trace)
        : answer(engine, request, address, trace),
    );
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (fault?.action === "status" && error.status === 429)
      meter.countThrottled(request.method, address.path);
    return respondWithError(error, options.clock(), trace);
  }
}

async function answer(engine: Engine, request: Request, address: Address, trace: Trace) {
  const { world, meter, options } = engine;
  const { caller, scopes, appId } = readToken(world, request.headers);
  trace.who = caller.displayName;
  const match = findRoute(request.method, address.path);
  if (!match) return unknown(`${request.method} ${address.path}`);
  const { route, params } = match;
  const query = readQuery(address.url);
  onlyThese(query, route.query ?? [], `${route.method} ${route.path}`);
  const letIn = route.scopes.filter((scope) => scopes.has(scope));
  if (letIn.length === 0) refuse(403, "Forbidden", missingScope(route.scopes, scopes));
  trace.units = typeof route.units === "number" ? route.units : route.units(query);
  trace.headers = meter.charge({ ...route, units: trace.units, personId: caller.id });
  if (world.behaviour.latency === "realistic")
    await options.wait(realisticLatencyMs(route, options.chance));
  const { status, body, headers } = await route.answer({
    world,
    caller,
    scopes,
    appId,
    selectedOnly: letIn.every((scope) => scope === SELECTED_SCOPE),
    params,
    query,
    headers: request.headers,
    body: await readBody(request),
    pagesUrl: options.pagesUrl(request),
  });
  return respond(status, body, headers ?? {}, trace);
}

async function answerWhole(engine: Engine, request: Request, trace: Trace) {
  trace.who = readToken(engine.world, request.headers).caller.displayName;
  const body = await answerBatch(await readBody(request), (inner) =>
    handle(engine, withIdentity(inner, request)),
  );
  return respond(200, body, {}, trace);
}

/** Carries a request out the way a fault has it: late, not at all, or without its answer. */
export async function underFault(
  fault: Fault | undefined,
  wait: (ms: number) => Promise<void>,
  path: string,
  carryOut: () => Promise<Response>,
): Promise<Response> {
  if (!fault) return carryOut();
  if (fault.delayMs > 0) await wait(fault.delayMs);
  switch (fault.action) {
    case "delay":
      return carryOut();
    case "status":
      throw faultError(fault, path);
    case "drop-before":
      throw new ConnectionLost("before the request arrived");
    case "drop-after-commit":
      await carryOut();
      throw new ConnectionLost("after the request was carried out");
  }
}

function addressOf(request: Request): Address {
  const url = new URL(request.url);
  const at = url.pathname.indexOf("/v1.0");
  return { url, path: url.pathname.slice(at < 0 ? 0 : at + "/v1.0".length) || "/" };
}

function withIdentity(inner: Request, outer: Request): Request {
  const headers = new Headers(inner.headers);
  for (const [name, value] of outer.headers)
    if (/^(authorization|referer|host|x-forwarded-.*)$/.test(name)) headers.set(name, value);
  return new Request(inner, { headers });
}

function missingScope(needed: readonly string[], held: ReadonlySet<string>): string {
  return `Missing scope permissions on the request. API requires one of '${needed.join(", ")}'. Scopes on the request '${[...held].join(", ")}'`;
}
