import type { Person } from "../directory/directory.ts";
import type { Behaviour } from "./conditions/behaviour.ts";
import type { Query } from "./odata/query.ts";
import type { PushHub } from "./push/hub.ts";
import type { Tenant } from "./store/tenant.ts";

/** The world an endpoint works in. */
export interface World extends Tenant {
  readonly behaviour: Behaviour;
  readonly push: PushHub;
  readonly now: () => number;
  readonly chance: () => number;
}

/** One request that has been let in. */
export interface Call {
  readonly world: World;
  readonly caller: Person;
  readonly scopes: ReadonlySet<string>;
  /** The app the token was given to. */
  readonly appId: string;
  /** Let in by a scope that opens only sites on which the app was granted a role. */
  readonly selectedOnly: boolean;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly headers: Headers;
  readonly body: unknown;
  /** Where the pages a person can open begin, without a slash at the end. */
  readonly pagesUrl: string;
}

/** What an endpoint answers. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who counts a request against a budget. */
export type Workload = "sharepoint" | "teams" | "outlook" | "directory" | "planner";

/** One method on one path of Graph. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As Microsoft's reference writes it, e.g. `/sites/{site-id}/lists`. */
  readonly path: string;
  /** Any one of these lets a token in. */
  readonly scopes: readonly string[];
  readonly workload: Workload;
  /** Resource units. @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online */
  readonly units: number | ((query: Query) => number);
  /** Query parameters understood; anything else is refused, never ignored. */
  readonly query?: readonly string[];
  answer(call: Call): Answer | Promise<Answer>;
}

/** A parameter of the path. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new Error(`The route has no parameter ${name}`);
  return value;
}

/** The body of a request as an object, empty when there is none. */
export function bodyOf(call: Call): Readonly<Record<string, unknown>> {
  const { body } = call;
  return typeof body === "object" && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

/** An id in the form of a GUID, out of the world's own chance. */
export function newGuid(chance: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(chance() * 16).toString(16)).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A moment as SharePoint writes it: to the second, never finer. */
export function secondsOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
