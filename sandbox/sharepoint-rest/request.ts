import type { RestRoute } from "./call.ts";
import { invalidArgument, RestError, unknownRest } from "./errors.ts";

const JSON_TYPE =
  /^application\/json(;\s*(odata(\.metadata)?=nometadata|odata=nometadata|charset=[\w-]+))*$/i;

/** What is to be done: browsers and OData clients send more than GET and POST in a header. */
export function methodOf(request: Request): RestRoute["method"] {
  const { method, headers } = request;
  const tunnelled = method === "POST" ? headers.get("x-http-method") : null;
  const wanted = (tunnelled ?? method).toUpperCase();
  if (wanted === "GET" || wanted === "POST" || wanted === "DELETE") return wanted;
  if (wanted === "MERGE" || wanted === "PATCH") return "MERGE";
  return unknownRest(`the method ${wanted}`);
}

/**
 * Ends a request whose answer, or body, is to be of a form the sandbox does not speak.
 * SharePoint answers Atom where no form is asked for.
 */
export function refuseForms({ method, headers }: Request): void {
  const accept = headers.get("accept") ?? "";
  const spaceless = accept.replaceAll(" ", "");
  if (!/application\/json;odata(\.metadata)?=(nometadata|none)/i.test(spaceless))
    unknownRest(`answers of the form "${accept}": ask for application/json;odata=nometadata`);
  const type = headers.get("content-type");
  if (method === "POST" && type !== null && !JSON_TYPE.test(type.trim()))
    unknownRest(`bodies of the form "${type}"`);
  const tag = headers.get("if-match");
  if (tag !== null && tag !== "*") unknownRest("changes that depend on an eTag");
}

/**
 * The body of a request, empty when there is none.
 *
 * @throws RestError 400 when it is no JSON object.
 */
export async function readRestBody(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const text = request.method === "GET" ? "" : await request.text();
  if (text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // Said below, in the same words.
  }
  throw new RestError(
    400,
    "-1, Microsoft.SharePoint.Client.InvalidClientQueryException",
    "Invalid JSON. A token was not recognized in the JSON content.",
  );
}

/** The query options of an address, those the route knows. */
export function readOptions(url: URL, route: RestRoute): ReadonlyMap<string, string> {
  const options = new Map(url.searchParams);
  for (const name of options.keys())
    if (!route.options?.includes(name)) unknownRest(`${name} on ${route.method} ${route.key}`);
  if ([...options.values()].some((value) => value === "")) invalidArgument("An option is empty.");
  return options;
}
