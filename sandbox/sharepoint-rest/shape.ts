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
    throw new RestError(
      400,
      "-1, Microsoft.SharePoint.Client.InvalidClientQueryException",
      `The field or property '${own}' does not exist.`,
    );
  });
  return { ...Object.fromEntries(chosen), ...parts };
}

/** Several resources as a collection. */
export function collection(call: RestCall, type: string, shapes: readonly Shape[]): RestAnswer {
  return { status: 200, body: { value: shapes.map((shape) => shaped(call, type, shape)) } };
}

function named(option: string | undefined): string[] {
  return (option ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
