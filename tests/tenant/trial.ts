import { clouds, type CloudName } from "#adapters/browser/clouds.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { type Graph, openGraph } from "#adapters/graph/client.ts";
import { openIdentity } from "#adapters/graph/identity.ts";
import { type TokenSource, scopes } from "#adapters/graph/token-source.ts";
import { pages } from "#adapters/graph/pages.ts";
import type { ListRef } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import type { ListName, Site } from "#flows/ports.ts";
import { sandboxNetwork } from "../../cli/connect/sandbox.ts";
import { findSite } from "../../cli/provision/find-site.ts";
import { hurriedWorld, hurry } from "./hurried-world.ts";
import { renaming } from "./renaming.ts";

/** Somebody's way to tokens; `silently` is undefined for what nobody consented to. */
export interface TrialAccount extends TokenSource {
  silently(scopes: readonly string[]): Promise<string | undefined>;
}

/** What a trial runs against. */
export interface TrialNeeds {
  readonly site: string;
  readonly cloud: CloudName;
  /** The origin of a sandbox that answers for Microsoft. */
  readonly sandbox?: string;
  /** First who owns the site, then a member of it, then perhaps a guest. */
  readonly accounts: readonly TrialAccount[];
}

/** One person of a trial. */
export interface TrialPerson {
  readonly id: string;
  readonly name: string;
  /** How SharePoint names them when somebody signs in. */
  readonly loginName: string;
  readonly isGuest: boolean;
  readonly account: TrialAccount;
  readonly graph: Graph;
}

/** A site to try things on, in lists of the trial's own. */
export interface Trial {
  readonly site: Site;
  readonly owner: TrialPerson;
  /** The owner again, where nobody else signed in. */
  readonly member: TrialPerson;
  readonly guest?: TrialPerson;
  readonly isSandbox: boolean;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly graphUrl: string;
  /** The owner's Graph, in which the lists have names nobody else has; other ones each time. */
  ownNames(): Graph;
  /** Makes a list that nobody else uses. */
  makeList(name: ListName): Promise<ListRef>;
  /** Waits for so long; a sandbox is quicker than Microsoft. */
  wait(ms: number): Promise<void>;
  /** Deletes the lists of this trial, and answers how many there were. */
  clear(): Promise<number>;
}

/** Opens a trial. Nothing is made yet. */
export async function openTrial(needs: TrialNeeds): Promise<Trial> {
  const { cloud, sandbox, accounts } = needs;
  const send = (request: Request) => fetch(request);
  const network = sandbox === undefined ? send : sandboxNetwork(send, sandbox);
  const graphUrl = `https://${clouds[cloud].graph}/v1.0`;
  const people = await Promise.all(
    accounts.map(async (account): Promise<TrialPerson> => {
      const graph = openGraph({
        tokens: account,
        fetch: network,
        graphBaseUrl: graphUrl,
        ...(sandbox === undefined
          ? { clock: browserWorld }
          : { clock: hurriedWorld, timeoutMs: 30_000 * hurry }),
      });
      const me = await openIdentity(graph).me();
      const loginName = `i:0#.f|membership|${me.mail ?? me.name}`;
      const isGuest = me.external === true;
      return { id: me.id, name: me.name, loginName, isGuest, account, graph };
    }),
  );
  const [owner, second] = people;
  if (owner === undefined) throw new Error("A trial needs somebody who is signed in.");
  const guest = people.find(({ isGuest }) => isGuest);
  const site = await findSite(owner.graph, needs.site);
  const run = `Quorate trial ${browserWorld.newId().slice(0, 8)}`;
  let made = 0;
  const ownNames = () => {
    made += 1;
    return renaming(owner.graph, `${run} ${made}`);
  };
  return {
    site,
    owner,
    member: second === undefined || second.isGuest ? owner : second,
    ...(guest !== undefined && { guest }),
    isSandbox: sandbox !== undefined,
    fetch: network,
    graphUrl,
    ownNames,
    async makeList(name) {
      const { listId } = await openProvisioning(ownNames()).makeReady(site.id, name);
      return { siteId: site.id, listId: listId ?? "" };
    },
    wait: (ms) =>
      new Promise((resolve) => {
        setTimeout(resolve, sandbox === undefined ? ms : Math.min(ms, 1200));
      }),
    clear: () => clearLists(owner.graph, site, run),
  };
}

async function clearLists(graph: Graph, { id }: Site, run: string): Promise<number> {
  const lists = `/sites/${id}/lists`;
  const { values } = await pages(graph, { path: lists, scopes: scopes.lists });
  const found = values as readonly { readonly id: string; readonly displayName: string }[];
  const own = found.filter(({ displayName }) => displayName.startsWith(run));
  for (const list of own) {
    const path = `${lists}/${list.id}`;
    await graph.call({ method: "DELETE", path, scopes: scopes.makeLists });
  }
  return own.length;
}
