import type { Person, Site } from "../directory/directory.ts";
import type { World } from "../graph/call.ts";
import type { List } from "../graph/store/list.ts";
import type { Resource } from "./address.ts";
import { invalidArgument, missing, unknownRest } from "./errors.ts";

/** One request to SharePoint that has been let in. */
export interface RestCall {
  readonly world: World;
  readonly site: Site;
  readonly caller: Person;
  readonly resource: Resource;
  /** Query options by name, `$select` and the like. */
  readonly options: ReadonlyMap<string, string>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a resource answers; without a body nothing is sent. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** One method on one kind of resource. */
export interface RestRoute {
  readonly method: "GET" | "POST" | "MERGE" | "DELETE";
  /** As `readResource` writes it. */
  readonly key: string;
  /** What a person has to be able to do, and a token to allow. */
  readonly needs: "read" | "manage";
  /** Query options understood; anything else is refused, never ignored. */
  readonly options?: readonly string[];
  answer(call: RestCall): RestAnswer;
}

/** Answered where SharePoint has nothing to say. */
export const NOTHING: RestAnswer = { status: 200, body: { "odata.null": true } };

/**
 * The list a request names.
 *
 * @throws RestError 404 in SharePoint's words.
 */
export function listOfCall({ world, site, resource }: RestCall): List {
  const locator = resource.locators["lists"];
  if (!locator) throw new Error(`The route ${resource.key} names no list`);
  const found = [...world.state.lists.values()]
    .filter(({ head }) => head.siteId === site.id && head.readableFrom <= world.now())
    .find(({ head }) =>
      locator.by === "id"
        ? head.id === locator.value
        : head.displayName.toLowerCase() === locator.value.toLowerCase(),
    );
  if (found) return found;
  return locator.by === "id"
    ? missing(
        "List does not exist. The page you selected contains a list that does not exist. It may have been deleted by another user.",
        "-2130575322, Microsoft.SharePoint.SPException",
      )
    : missing(
        `List '${locator.value}' does not exist at site with URL '${siteAddress(world, site)}'.`,
      );
}

/** Where a site is for SharePoint itself. */
export function siteAddress({ directory }: World, site: Site): string {
  return `https://${directory.tenant.sharePointHost}/${site.path}`;
}

/** A property of the body, checked for its type; undefined when it is not there. */
export function property<Type extends "string" | "boolean" | "number">(
  body: RestCall["body"],
  name: string,
  type: Type,
) {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== type)
    return invalidArgument(`An error occurred while reading the property ${name}: not a ${type}.`);
  return value as { string: string; boolean: boolean; number: number }[Type];
}

/** A custom formatter of the body; null, as SharePoint takes it too, is none. */
export function formatterIn(body: RestCall["body"]): string | undefined {
  return body["CustomFormatter"] === null ? "" : property(body, "CustomFormatter", "string");
}

/** Ends the request when its body holds what the sandbox would have to ignore. */
export function refuseStray(body: RestCall["body"], known: readonly string[], what: string): void {
  const stray = Object.keys(body).find((name) => !known.includes(name));
  if (stray === "__metadata") unknownRest("bodies with metadata");
  if (stray !== undefined) unknownRest(`the property ${stray} of ${what}`);
}
