import { type Graph, type GraphOptions, openGraph } from "#adapters/graph/client.ts";
import type { TokenSource } from "#adapters/graph/token-source.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import type { ListRef } from "#adapters/sharepoint/list-items.ts";
import { StoreError } from "#flows/store-error.ts";
import type { ListName } from "#flows/ports.ts";
import type { Directory } from "../../sandbox/directory/directory.ts";
import { type GraphOptions as ServiceOptions, graphService } from "../../sandbox/graph/service.ts";
import { openTenant } from "../../sandbox/graph/store/tenant.ts";
import { issueToken } from "../../sandbox/graph/tokens.ts";
import { type FixedWorld, fixedWorld } from "../doubles/fixed-world.ts";

const person = (last: string) => `10000000-0000-4000-8000-0000000000${last}`;

/** People of the sandbox's directory, by what they are in these tests. */
export const ids = {
  /** Owns the site and organizes the meeting. */
  sofia: person("01"),
  kwame: person("02"),
  ines: person("03"),
  /** Declined. */
  henrik: person("04"),
  /** A guest who may read the site. */
  daniel: person("06"),
  /** In the meeting, not in the site. */
  priya: person("07"),
  tomasz: person("08"),
  adaeze: person("09"),
} as const;

export const technologySite =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
export const companySite =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000002,31000000-0000-4000-8000-000000000002";

/** A tenant in this process: the sandbox's Graph, and people who use it through the adapters. */
export interface Tenant {
  readonly world: FixedWorld;
  readonly service: ReturnType<typeof graphService>;
  readonly directory: Directory;
  /** Every request so far, as method and path. */
  readonly requests: string[];
  graphOf(personId: string, more?: Partial<GraphOptions>): Graph;
  tokensOf(personId: string): TokenSource;
  /** What somebody does past the adapters: in SharePoint's own pages, or with a script. */
  byHand(personId: string, method: string, path: string, body?: unknown): Promise<ByHand>;
  /** Makes one of the lists, as the site's owner. */
  listOf(name: ListName, siteId?: string): Promise<ListRef>;
}

/** What Graph answered to somebody's own hand. */
interface ByHand {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Starts a tenant at its seed; nothing in it waits, unless the options say so. */
export function startTenant(options: Partial<ServiceOptions> = {}): Tenant {
  const world = fixedWorld();
  const requests: string[] = [];
  const store = openTenant();
  const service = graphService(store, {
    clock: world.now,
    chance: world.random,
    wait: (ms) => new Promise((resolve) => void world.after(ms, resolve)),
    pagesUrl: () => "https://sandbox.example/sandbox",
    onTraffic: ({ method, path }) => requests.push(`${method} ${path}`),
    ...options,
  });

  const tokensOf = (personId: string): TokenSource => ({
    token(scopes) {
      const token = issueToken(service.world, store.directory.people.get(personId)!, scopes);
      if ("access_token" in token) return Promise.resolve(token.access_token);
      return Promise.reject(
        new StoreError("consent-needed", token.error, { scopes: token.scopes }),
      );
    },
  });

  const graphOf = (personId: string, more: Partial<GraphOptions> = {}) =>
    openGraph({
      tokens: tokensOf(personId),
      clock: world,
      fetch: (request) => service.handle(request),
      ...more,
    });

  return {
    world,
    service,
    directory: store.directory,
    requests,
    graphOf,
    tokensOf,
    async byHand(personId, method, path, body) {
      const who = store.directory.people.get(personId)!;
      const token = issueToken(service.world, who, undefined);
      const headers = {
        Authorization: `Bearer ${"access_token" in token ? token.access_token : ""}`,
        "Content-Type": "application/json",
      };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await service.handle(
        new Request(`https://graph.microsoft.com/v1.0${path}`, init),
      );
      const text = await response.text();
      return {
        status: response.status,
        body: text === "" ? {} : (JSON.parse(text) as object),
      } as ByHand;
    },
    async listOf(name, siteId = technologySite) {
      const provisioning = openProvisioning(graphOf(ids.sofia));
      const { listId } = await world.until(provisioning.makeReady(siteId, name));
      requests.length = 0;
      return { siteId, listId: listId! };
    },
  };
}
