/** What Graph says instead of an answer. Thrown by the endpoints, turned into a response once. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly innerCode: string | undefined;
  readonly innerMessage: string | undefined;

  constructor(status: number, code: string, message: string, more: ErrorDetails = {}) {
    super(message);
    this.name = "GraphError";
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.innerCode = more.innerCode;
    this.innerMessage = more.innerMessage;
  }
}

/** What some errors carry besides status, code and message. */
export interface ErrorDetails {
  readonly headers?: Readonly<Record<string, string>>;
  readonly innerCode?: string;
  readonly innerMessage?: string;
}

/** Ends the request with Graph's words for what is wrong. */
export function refuse(
  status: number,
  code: string,
  message: string,
  details: ErrorDetails = {},
): never {
  throw new GraphError(status, code, message, details);
}

/** Ends the request because the sandbox does not know this; it never makes an answer up. */
export function unknown(what: string): never {
  return refuse(501, "sandboxDoesNotKnow", `The sandbox does not know ${what}.`);
}

/** Ends the request as SharePoint does when something is not there, or not for this person. */
export function notFound(message = "The resource could not be found."): never {
  return refuse(404, "itemNotFound", message);
}

/** Ends the request as SharePoint does on a request it cannot make sense of. */
export function invalid(message: string): never {
  return refuse(400, "invalidRequest", message);
}

/** The answer never reached the caller: what a lost connection looks like from inside. */
export class ConnectionLost extends TypeError {
  constructor(when: string) {
    super(`Failed to fetch: the connection was lost ${when}`);
    this.name = "ConnectionLost";
  }
}

/** The body Graph wraps an error in. @see https://learn.microsoft.com/graph/errors */
export function errorBody(
  error: GraphError,
  stamp: { readonly at: number; readonly requestId: string; readonly clientRequestId: string },
): { readonly error: Readonly<Record<string, unknown>> } {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        ...(error.innerCode !== undefined && { code: error.innerCode }),
        ...(error.innerMessage !== undefined && { message: error.innerMessage }),
        date: new Date(stamp.at).toISOString().slice(0, 19),
        "request-id": stamp.requestId,
        "client-request-id": stamp.clientRequestId,
      },
    },
  };
}
