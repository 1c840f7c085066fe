import { comparisonsIn, meets, parseFilter } from "../graph/odata/filter.ts";
import type { RestAnswer, RestCall } from "./call.ts";
import { RestError, unknownRest } from "./errors.ts";

/** How a resource is shown: what is sent unasked, what only when selected, what only expanded. */
export interface Shape {
  readonly usual: Readonly<Record<string, unknown>>;
  readonly onDemand?: Readonly<Record<string, unknown>>;
  readonly expandable?: Readonly<Record<string, () => unknown>>;
}

/**
 * A resource as the request wishes to see it.
 *
 * @throws RestError 400 in SharePoint's words for a property it has not.
 */
export function shaped({ options }: RestCall, type: string, shape: Shape): object {
  const { usual, onDemand = {}, expandable = {} } = shape;
  const expanded = named(options.get("$expand"));
  for (const name of expanded) if (!(name in expandable)) unknownRest(`$expand=${name} of ${type}`);
  const parts = Object.fromEntries(expanded.map((name) => [name, expandable[name]?.()]));
  const selected = named(options.get("$select"));
  if (selected.length === 0) return { ...usual, ...parts };
  const all = { ...usual, ...onDemand };
  const chosen = selected.flatMap((name): [string, unknown][] => {
    const own = name.split("/")[0] ?? name;
    if (own in expandable) return [];
    if (own in all) return [[own, all[own]]];
    return noProperty(own);
  });
  return { ...Object.fromEntries(chosen), ...parts };
}

/**
 * Several resources as a collection, those that meet `$filter` where there is one.
 *
 * @throws RestError 400 for a filter on a property they have not.
 */
export function collection(call: RestCall, type: string, shapes: readonly Shape[]): RestAnswer {
  const text = call.options.get("$filter");
  const filter = text === undefined ? undefined : parseFilter(text);
  const unheard = filter && comparisonsIn(filter).find(({ property }) => !has(shapes, property));
  if (unheard) noProperty(unheard.property);
  const found = shapes.filter(
    ({ usual }) => !filter || meets(filter, (property) => usual[property]),
  );
  return { status: 200, body: { value: found.map((shape) => shaped(call, type, shape)) } };
}

function has([first]: readonly Shape[], property: string): boolean {
  return first === undefined || property in first.usual;
}

function noProperty(name: string): never {
  throw new RestError(
    400,
    "-1, Microsoft.SharePoint.Client.InvalidClientQueryException",
    `The field or property '${name}' does not exist.`,
  );
}

function named(option: string | undefined): string[] {
  return (option ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
