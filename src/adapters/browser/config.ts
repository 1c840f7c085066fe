import * as v from "valibot";
import { StoreError } from "#flows/store-error.ts";
import { type CloudName, type Feature, clouds, features } from "./clouds.ts";

const Guid = v.pipe(v.string("must be a GUID"), v.uuid("must be a GUID"));
const placeholder = "00000000-0000-0000-0000-000000000000";
const Address = v.pipe(
  v.string("must be a web address"),
  v.url("must be a web address"),
  v.startsWith("https://", "must begin with https://"),
);
const Switch = v.optional(v.boolean("must be true or false"));

function settings<Entries extends v.ObjectEntries>(entries: Entries) {
  const names = Object.keys(entries).join(", ");
  return v.strictObject(entries, ({ expected, received }) => {
    if (expected === "never") return `is not a setting; known ones are ${names}`;
    return received === "undefined" ? "is missing" : "must be an object";
  });
}

function oneOf<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, `must be one of ${names.join(", ")}`);
}

/** What a deployment writes: one bundle serves every tenant. docs/configuration.md explains it. */
const Written = settings({
  clientId: v.pipe(
    Guid,
    v.check((id) => id !== placeholder, "is still the placeholder: put the app's client id here"),
  ),
  tenantId: v.optional(Guid),
  cloud: v.optional(oneOf(Object.keys(clouds) as [CloudName, ...CloudName[]]), "global"),
  authority: v.optional(Address),
  graphBaseUrl: v.optional(Address),
  siteId: v.optional(
    v.pipe(
      v.string("must be the id of a site"),
      v.regex(/^[^,/]+,[0-9a-f-]{36},[0-9a-f-]{36}$/iu, "must be host,collection-id,web-id"),
    ),
  ),
  lists: v.optional(settings({ decisions: Guid, events: Guid })),
  consent: v.optional(oneOf(["simple", "tight"]), "simple"),
  features: v.optional(settings(v.entriesFromList(features, Switch)), {}),
});

/** A deployment's settings, complete. */
export interface Config {
  /** The app's registration in Entra. */
  readonly clientId: string;
  /** Whose people sign in, where only one tenant's do. */
  readonly tenantId?: string;
  readonly authority: string;
  readonly graphBaseUrl: string;
  /** The site recommended for keeping decisions. */
  readonly siteId?: string;
  /** The lists on that site, for whoever opens the log outside Teams. */
  readonly lists?: { readonly decisions: string; readonly events: string };
  /** `tight`: the app reaches the sites it was granted, and no other. */
  readonly consent: "simple" | "tight";
  readonly features: { readonly [feature in Feature]: boolean };
}

/**
 * Reads `config.json` beside the page.
 *
 * @throws StoreError `no-answer` or `unavailable` when it cannot be had; `rejected`, saying which
 *   fields are wrong and why, when it cannot be used. Its code is `config`.
 */
export async function readConfig(
  page: string = location.href,
  fetchIt: (url: string) => Promise<Response> = (url) => fetch(url, { cache: "no-cache" }),
): Promise<Config> {
  const address = new URL("config.json", page).href;
  const read = v.safeParse(Written, parse(await load(address, fetchIt), address));
  const problems = read.success ? contradictions(read.output) : read.issues.map(sentenceOf);
  if (read.success && problems.length === 0) return complete(read.output);
  throw unusable(`${address}: ${problems.join("; ")}`);
}

function complete(written: v.InferOutput<typeof Written>): Config {
  const { clientId, tenantId = "common", cloud, siteId, lists, consent } = written;
  const { login, graph, lacks } = clouds[cloud];
  const isOn = (name: Feature) =>
    written.features[name] ?? !(lacks as readonly Feature[]).includes(name);
  return {
    clientId,
    ...(written.tenantId !== undefined && { tenantId: written.tenantId.toLowerCase() }),
    authority: written.authority ?? `https://${login}/${tenantId}`,
    graphBaseUrl: written.graphBaseUrl ?? `https://${graph}/v1.0`,
    ...(siteId !== undefined && { siteId }),
    ...(lists !== undefined && { lists }),
    consent,
    features: Object.fromEntries(features.map((name) => [name, isOn(name)])) as Config["features"],
  };
}

/** What is right by itself and wrong together. */
function contradictions(written: v.InferOutput<typeof Written>): readonly string[] {
  const { cloud, siteId, lists, consent, tenantId, authority } = written;
  const missing = (clouds[cloud].lacks as readonly Feature[]).filter(
    (name) => written.features[name] === true,
  );
  return [
    consent === "tight" && siteId === undefined && "siteId: consent tight needs the granted site",
    lists !== undefined && siteId === undefined && "lists: need the siteId they are on",
    tenantId !== undefined && authority !== undefined && "tenantId: is part of authority already",
    ...missing.map((name) => `features.${name}: the cloud ${cloud} does not have it`),
  ].filter((problem) => problem !== false);
}

function sentenceOf(issue: v.InferIssue<typeof Written>): string {
  return `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`;
}

async function load(address: string, fetchIt: (url: string) => Promise<Response>) {
  let response: Response;
  try {
    response = await fetchIt(address);
  } catch (cause) {
    throw new StoreError("no-answer", `${address} cannot be reached`, { cause });
  }
  if (response.ok) return await response.text();
  const { status } = response;
  const kind = status === 404 ? "not-found" : "unavailable";
  throw new StoreError(kind, `${address} answered ${status}`, { status, code: "config" });
}

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw unusable(`${address} is not JSON`, cause);
  }
}

function unusable(message: string, cause?: unknown): StoreError {
  return new StoreError("rejected", message, { code: "config", cause });
}
