import type * as v from "valibot";
import { administers } from "../../directory/administrators.ts";
import type { Call } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import type { Comparison } from "../odata/filter.ts";
import { comparisonsIn, meets, parseFilter } from "../odata/filter.ts";
import { linkTo, pageSize, project, selected } from "../odata/query.ts";
import { strictBody } from "../strict-body.ts";

const METADATA = "https://graph.microsoft.com/v1.0/$metadata#";

/**
 * A body that a person wrote, held to a shape.
 *
 * @throws GraphError 400 in Entra's words for a wrong value, 501 for a property not known here.
 */
export function readEntity<Shape extends v.GenericSchema>(
  call: Call,
  shape: Shape,
  what: string,
): v.InferOutput<Shape> {
  return strictBody(call, shape, `of ${what}`, (place, message) =>
    badRequest(`Invalid value specified for property '${place}' of ${what}: ${message}`),
  );
}

/** Ends the request as Entra does on one it cannot make sense of. */
export function badRequest(message: string): never {
  return refuse(400, "Request_BadRequest", message);
}

/** Ends the request as Entra does when an object is not there. */
export function noResource(id: string): never {
  return refuse(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

/** Lets in who administers apps; a scope in the token is not enough. */
export function refuseUnlessAdministrator(call: Call): void {
  if (!administers(call.caller, "applications"))
    refuse(
      403,
      "Authorization_RequestDenied",
      "Insufficient privileges to complete the operation.",
    );
}

/** A page of a collection: filtered by the properties named, in steps of `$top`. */
export function answerCollection(
  call: Call,
  collection: string,
  entities: readonly object[],
  filterable: readonly string[],
) {
  const text = call.query.get("$filter");
  const filter = text === undefined ? undefined : parseFilter(text);
  const stray = filter && comparisonsIn(filter).find(isStray(filterable));
  if (stray) unknown(`filtering ${collection} by ${stray.property}`);
  const found = entities.filter(
    (entity) => !filter || meets(filter, (name) => (entity as Record<string, unknown>)[name]),
  );
  const size = pageSize(call.query, 100, 999);
  const from = Number(call.query.get("$skiptoken") ?? "0");
  const select = selected(call.query);
  return {
    status: 200,
    body: {
      "@odata.context": `${METADATA}${collection}`,
      value: found.slice(from, from + size).map((entity) => project(entity, select)),
      ...(found.length > from + size && {
        "@odata.nextLink": linkTo(`/${collection}`, call.query, {
          $skiptoken: String(from + size),
        }),
      }),
    },
  };
}

/** One entity of a collection. */
export function answerEntity(call: Call, collection: string, entity: object, status = 200) {
  const shown = project(entity, selected(call.query));
  return { status, body: { "@odata.context": `${METADATA}${collection}/$entity`, ...shown } };
}

function isStray(filterable: readonly string[]): (comparison: Comparison) => boolean {
  return ({ property, operator }) =>
    !filterable.includes(property) || !["eq", "startswith", "in"].includes(operator);
}
