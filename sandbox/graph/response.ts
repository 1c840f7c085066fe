import { errorBody, refuse } from "./errors.ts";
import type { GraphError } from "./errors.ts";

/** What becomes known of a request while it is answered: for the answer and the traffic log. */
export interface Trace {
  readonly startedAt: number;
  readonly requestId: string;
  readonly clientRequestId: string;
  units: number;
  who: string;
  /** Headers every answer to this request carries, whatever it will be. */
  headers: Readonly<Record<string, string>>;
}

/**
 * The body of a request as JSON.
 *
 * @throws GraphError 400 in Graph's words when it is none.
 */
export async function readBody(request: Request): Promise<unknown> {
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

/** An answer with the ids by which support would look it up. */
export function respond(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  trace: Trace,
): Response {
  const stamped = {
    "request-id": trace.requestId,
    "client-request-id": trace.clientRequestId,
    "cache-control": "no-store",
    ...trace.headers,
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

/** The answer that says what was wrong. */
export function respondWithError(error: GraphError, at: number, trace: Trace): Response {
  return respond(error.status, errorBody(error, { at, ...trace }), error.headers, trace);
}
