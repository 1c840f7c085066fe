import { newGuid } from "../graph/call.ts";
import { realisticLatencyMs } from "../graph/conditions/latency.ts";
import { ConnectionLost, GraphError } from "../graph/errors.ts";
import { underFault } from "../graph/service.ts";
import type { GraphService, Traffic } from "../graph/service.ts";
import { readResource } from "./address.ts";
import type { RestAnswer } from "./call.ts";
import { admit, readRestToken, siteAt } from "./admission.ts";
import { restErrorBody, restErrorOf, unknownRest } from "./errors.ts";
import { methodOf, readOptions, readRestBody, refuseForms } from "./request.ts";
import { routes } from "./routes.ts";

/** SharePoint's own REST for the tenant that Graph serves, without a network. */
interface SharePointService {
  /** Answers as SharePoint would. Rejects with ConnectionLost where the network is to fail. */
  handle(request: Request): Promise<Response>;
}

interface Options {
  readonly wait: (ms: number) => Promise<void>;
  readonly onTraffic: (traffic: Traffic) => void;
}

interface Trace {
  who: string;
  units: number;
  headers: Readonly<Record<string, string>>;
}

/** What SharePoint charges for a request that is not one of the few cheap ones. */
const UNITS = 2;

/** Starts SharePoint REST beside Graph: one tenant, one budget, one list of faults. */
export function sharePointService(graph: GraphService, given: Partial<Options> = {}) {
  const options: Options = {
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, ms);
      }),
    onTraffic: () => {},
    ...given,
  };
  return {
    handle: (request: Request) => handle(graph, options, request),
  } satisfies SharePointService;
}

async function handle(graph: GraphService, options: Options, request: Request): Promise<Response> {
  const startedAt = graph.world.now();
  const trace: Trace = { who: "", units: 0, headers: {} };
  const address = addressOf(request);
  let status = 0;
  try {
    const response = await answerOrError(graph, options, request, address, trace);
    ({ status } = response);
    return response;
  } finally {
    options.onTraffic({
      at: new Date(startedAt).toISOString(),
      method: request.headers.get("x-http-method") ?? request.method,
      path: address.shown,
      status,
      units: trace.units,
      who: trace.who,
      ms: graph.world.now() - startedAt,
    });
  }
}

async function answerOrError(
  graph: GraphService,
  options: Options,
  request: Request,
  address: Address,
  trace: Trace,
): Promise<Response> {
  refuseBrowser(graph, request);
  const stamp = { sprequestguid: newGuid(graph.world.chance) };
  const fault = graph.faults.strike(request.method, address.shown);
  try {
    return await underFault(fault, options.wait, address.shown, async () => {
      const { status, body } = await answer(graph, options, request, address, trace);
      return respond(status, body, { ...trace.headers, ...stamp });
    });
  } catch (error) {
    if (error instanceof GraphError && isOutside(error))
      return plainRefusal(error, { ...trace.headers, ...stamp });
    const said = restErrorOf(error);
    if (!said) throw error;
    return respond(said.status, restErrorBody(said), { ...trace.headers, ...stamp });
  }
}

async function answer(
  graph: GraphService,
  { wait }: Options,
  request: Request,
  { url, sitePath, restPath }: Address,
  trace: Trace,
): Promise<RestAnswer> {
  const { world, meter } = graph;
  const identity = readRestToken(world, request.headers);
  trace.who = identity.caller.displayName;
  const method = methodOf(request);
  refuseForms(request);
  const site = siteAt(world, sitePath);
  const resource = readResource(restPath);
  const route = routes.find((one) => one.method === method && one.key === resource.key);
  if (!route) return unknownRest(`${method} _api/${resource.key}`);
  trace.units = UNITS;
  const charge = { method, path: `/_api/${route.key}`, units: UNITS, personId: identity.caller.id };
  trace.headers = meter.charge({ ...charge, workload: "sharepoint" });
  if (world.behaviour.latency === "realistic")
    await wait(realisticLatencyMs({ method, workload: "sharepoint" }, world.chance));
  admit(world, site, identity, route.needs);
  return route.answer({
    world,
    site,
    caller: identity.caller,
    resource,
    options: readOptions(url, route),
    body: await readRestBody(request),
  });
}

interface Address {
  readonly url: URL;
  readonly sitePath: string;
  /** Below `_api`, as it was written. */
  readonly restPath: string;
  /** As the traffic shows it and faults are told apart by. */
  readonly shown: string;
}

function addressOf(request: Request): Address {
  const url = new URL(request.url);
  const [, sitePath = "", restPath = ""] =
    /^(?:\/sharepoint)?(.*?)\/_api(?:\/(.*))?$/i.exec(url.pathname) ?? [];
  return { url, sitePath, restPath, shown: `${sitePath}/_api/${restPath}${url.search}` };
}

/**
 * Whether Microsoft lets a page of another origin ask SharePoint with a token is not verified:
 * where the sandbox says no, a browser sees what it sees of a missing CORS header, a failed network.
 */
function refuseBrowser({ world }: GraphService, { headers }: Request): void {
  const isBrowser = headers.has("origin") || headers.has("sec-fetch-site");
  if (isBrowser && world.behaviour.sharePointRestFromBrowser === "refused")
    throw new ConnectionLost("because the browser may not read the answer");
}

/** Refused before SharePoint's REST looked at the request: no token, too many, a fault. */
function isOutside({ status }: GraphError): boolean {
  return status === 401 || status === 429 || (status >= 500 && status !== 501);
}

function plainRefusal(error: GraphError, stamp: Readonly<Record<string, string>>): Response {
  const { status, message } = error;
  if (status !== 401)
    return new Response(status === 429 ? "429 TOO MANY REQUESTS" : message, {
      status,
      headers: { "content-type": "text/plain; charset=utf-8", ...stamp, ...error.headers },
    });
  const challenge =
    'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"';
  return respond(
    status,
    { error_description: message },
    { ...stamp, "www-authenticate": challenge },
  );
}

function respond(status: number, body: unknown, stamp: Readonly<Record<string, string>>): Response {
  const headers = { "cache-control": "private, max-age=0", ...stamp };
  if (body === undefined) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json;odata=nometadata;streaming=true;charset=utf-8",
      ...headers,
    },
  });
}
