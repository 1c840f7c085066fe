import { GraphError } from "../graph/errors.ts";
import { CamlError } from "./caml/query.ts";
import { XmlError } from "./caml/xml.ts";

/** What SharePoint says instead of an answer. */
export class RestError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "RestError";
    this.status = status;
    this.code = code;
  }
}

const UNAUTHORIZED = "-2147024891, System.UnauthorizedAccessException";
const ARGUMENT = "-2147024809, System.ArgumentException";

/** Ends the request as SharePoint does where a person or their token may not do this. */
export function forbidden(): never {
  throw new RestError(403, UNAUTHORIZED, "Attempted to perform an unauthorized operation.");
}

/** Ends the request as SharePoint does on a value it cannot take. */
export function invalidArgument(message: string): never {
  throw new RestError(400, ARGUMENT, message);
}

/** Ends the request where something is not there. */
export function missing(message: string, code = "-1, System.ArgumentException"): never {
  throw new RestError(404, code, message);
}

/** Ends the request because the sandbox does not know this; it never makes an answer up. */
export function unknownRest(what: string): never {
  throw new RestError(501, "-1, Sandbox.NotKnown", `The sandbox does not know ${what}.`);
}

/** Whatever went wrong as SharePoint would say it; undefined for a mistake of the sandbox's own. */
export function restErrorOf(error: unknown): RestError | undefined {
  if (error instanceof RestError) return error;
  if (error instanceof CamlError || error instanceof XmlError)
    return new RestError(400, "-2130575340, Microsoft.SharePoint.SPException", error.message);
  // Columns are made by the same code as Graph's, which speaks in Graph's words.
  if (error instanceof GraphError)
    return new RestError(error.status, codeOf(error.status), error.message);
  return undefined;
}

function codeOf(status: number): string {
  if (status === 403) return UNAUTHORIZED;
  return status === 501 ? "-1, Sandbox.NotKnown" : ARGUMENT;
}

/** The body SharePoint wraps an error in where no metadata is wanted. */
export function restErrorBody({ code, message }: RestError) {
  return { "odata.error": { code, message: { lang: "en-US", value: message } } };
}
