import type { Config } from "#adapters/browser/config.ts";
import { openOutbox } from "#adapters/browser/outbox.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { type Graph, openGraph } from "#adapters/graph/client.ts";
import { openIdentity } from "#adapters/graph/identity.ts";
import { openRoster } from "#adapters/graph/roster.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openSignIn } from "#adapters/teams/sign-in.ts";
import type { PersonId } from "#domain/ids.ts";
import { openLiveMeeting } from "#flows/open-live-meeting.ts";
import type {
  DecisionRegister,
  EventLog,
  HostContext,
  Identity,
  Place,
  Provisioning,
  Roster,
} from "#flows/ports.ts";

/** Everything in the tenant, behind the ports. */
export interface Tenant {
  readonly identity: Identity;
  readonly provisioning: Provisioning;
  /** Asks for permissions; only from a click. */
  askConsent(scopes: readonly string[]): Promise<void>;
  roster(context: HostContext, me: PersonId): Roster;
  lists(place: Place): Lists;
  /** Server time minus this browser's, in milliseconds. */
  clockOffsetMs(): number;
}

/** The two lists of one place. */
export interface Lists {
  readonly log: EventLog;
  readonly register: DecisionRegister;
  /** Who has which lookup id, as the log reveals it: needed to fill person columns. */
  learnLookupIds(ids: ReadonlyMap<string, string>): void;
}

export { openLiveMeeting, openOutbox };

/**
 * Opens the tenant. This module is the only one that brings MSAL's and Graph's clients along, so
 * that importing it can wait until something is on the screen.
 */
export function openTenant(config: Config): Tenant {
  const signIn = openSignIn({ ...config, world: browserWorld });
  const offset = keepOffset();
  const graph = openGraph({
    tokens: signIn,
    clock: browserWorld,
    graphBaseUrl: config.graphBaseUrl,
    onServerTime: (ms) => offset.learn(ms - browserWorld.now()),
  });
  return {
    identity: openIdentity(graph),
    provisioning: openProvisioning(graph),
    askConsent: (scopes) => signIn.askConsent(scopes),
    roster: ({ tenantId }, me) =>
      openRoster(graph, { id: me, ...(tenantId !== undefined && { tenantId }) }),
    lists: (place) => openLists(graph, place),
    clockOffsetMs: () => offset.value(),
  };
}

function openLists(graph: Graph, { siteId, eventsListId, decisionsListId }: Place): Lists {
  let lookupIds: ReadonlyMap<string, string> = new Map();
  return {
    log: openEventList(graph, { siteId, listId: eventsListId }),
    register: openDecisionList(graph, { siteId, listId: decisionsListId }, (person) =>
      lookupIds.get(person),
    ),
    learnLookupIds: (ids) => {
      lookupIds = ids;
    },
  };
}

/**
 * How far this browser's clock is off. An answer's date is cut to the second and travels a while,
 * so each sample is too low; the highest of them comes nearest. Small differences are nobody's.
 */
function keepOffset() {
  let highest: number | undefined;
  return {
    learn: (sampleMs: number) => {
      highest = highest === undefined ? sampleMs : Math.max(highest, sampleMs);
    },
    value: () => (highest === undefined || Math.abs(highest) < 2000 ? 0 : highest),
  };
}
