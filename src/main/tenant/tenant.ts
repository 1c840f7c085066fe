import type { Config } from "#adapters/browser/config.ts";
import { openDrafts } from "#adapters/browser/drafts.ts";
import { sharedPauses, windowsHere } from "#adapters/browser/shared-pauses.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { type Graph, openGraph } from "#adapters/graph/client.ts";
import { openIdentity, readName } from "#adapters/graph/identity.ts";
import { openRoster } from "#adapters/graph/roster.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import type { SignIn } from "#adapters/graph/token-source.ts";
import { openSignIn } from "#adapters/teams/sign-in.ts";
import type { PersonId } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import type {
  DecisionRegister,
  Drafts,
  EventLog,
  HostContext,
  Identity,
  KeptDecision,
  Place,
  Push,
  Roster,
  StandingRoles,
} from "#flows/ports.ts";
import { admit } from "./admit.ts";
import { asDeployed } from "./as-deployed.ts";
import { keepOffset } from "./clock-offset.ts";
import { type MeetingToOpen, openDecision, openMeeting } from "./opening.ts";
import type { SetupTools } from "./setup-tools.ts";

/** Everything in the tenant, behind the ports. */
export interface Tenant {
  /** What this deployment has and wants. */
  readonly config: Config;
  readonly identity: Identity;
  /** Making lists and what SharePoint alone can set; loaded only where somebody sets up. */
  openSetup(): Promise<SetupTools>;
  /** Who usually sits where, as the place's site keeps it; loaded only when it is read. */
  standingRoles(place: Place): StandingRoles;
  /** Throws `forbidden` for people of another tenant than the one this deployment serves. */
  admit(context: Pick<HostContext, "tenantId">): void;
  /** Asks for permissions; only from a click. */
  askConsent(scopes: readonly string[]): Promise<void>;
  roster(context: HostContext, me: PersonId): Roster;
  /** Somebody's name, if it can be found out within a second and a half. */
  nameOf(person: PersonId): Promise<string | undefined>;
  lists(place: Place): Lists;
  /** Opens a meeting as the person who is signed in. */
  openMeeting(meeting: MeetingToOpen): Promise<{ readonly me: Person; readonly live: LiveMeeting }>;
  /** Opens one decision outside a meeting; brings along what that needs. */
  openDecision(lists: Lists, kept: KeptDecision): Promise<OpenDecision>;
  /** The ways out of the record; brings along what they need. */
  sharing(): Promise<Sharing>;
  /** Two people may use one browser, one after the other: each has drafts of their own. */
  drafts(me: Person): Drafts;
}

/** The two lists of one place. */
export interface Lists {
  readonly log: EventLog;
  readonly register: DecisionRegister;
  /** Word of every row of the log, and of every row of the register. */
  readonly rowPush: Push;
  readonly stepPush: Push;
  /** Who has which lookup id, as the log reveals it: needed to fill person columns. */
  learnLookupIds(ids: ReadonlyMap<string, string>): void;
}

/**
 * Opens the tenant. This module is the only one that brings MSAL's and Graph's clients along, so
 * that importing it can wait until something is on the screen. Signs in through Teams unless given
 * another way.
 */
export function openTenant(config: Config, given?: SignIn): Tenant {
  const signIn = asDeployed(given ?? openSignIn({ ...config, world: browserWorld }), config);
  const offset = keepOffset();
  const graph = openGraph({
    tokens: signIn,
    clock: browserWorld,
    pauses: sharedPauses(browserWorld, windowsHere()),
    graphBaseUrl: config.graphBaseUrl,
    onServerTime: (ms) => offset.learn(ms - browserWorld.now()),
  });
  const identity = openIdentity(graph);
  return {
    config,
    identity,
    standingRoles: ({ siteId }) => ({ read: () => readRoles(graph, siteId) }),
    openSetup: async () => (await import("./setup-tools.ts")).openSetupTools(graph, signIn),
    admit: (context) => admit(context, config),
    askConsent: (scopes) => signIn.askConsent(scopes),
    nameOf: (person) => Promise.race([readName(graph, person), inTime()]),
    roster: ({ tenantId }, me) =>
      openRoster(graph, { id: me, ...(tenantId !== undefined && { tenantId }) }, (scopes) =>
        signIn.askConsent(scopes),
      ),
    lists: (place) => openLists(graph, place, config.features.push, () => offset.value()),
    openMeeting: (meeting) => openMeeting({ identity, offset }, meeting),
    openDecision: (lists, kept) => openDecision({ identity, offset }, lists, kept),
    async sharing() {
      const { openSharing } = await import("./sharing.ts");
      return openSharing(graph, config, (scopes) => signIn.askConsent(scopes));
    },
    drafts: (me) => draftsOf(me, openDrafts()),
  };
}

function openLists(
  graph: Graph,
  place: Place,
  hasPush: boolean,
  clockOffsetMs: () => number,
): Lists {
  const { siteId } = place;
  const events = { siteId, listId: place.eventsListId };
  const decisions = { siteId, listId: place.decisionsListId };
  const pushOf = (list: typeof events): Push =>
    hasPush ? openPush({ graph, list, world: browserWorld, clockOffsetMs }) : noPush;
  let lookupIds: ReadonlyMap<string, string> = new Map();
  return {
    log: openEventList(graph, events),
    register: openDecisionList(graph, decisions, (person) => lookupIds.get(person)),
    rowPush: pushOf(events),
    stepPush: pushOf(decisions),
    learnLookupIds: (ids) => {
      // One person has one in this site, whichever decision told it.
      lookupIds = new Map([...lookupIds, ...ids]);
    },
  };
}

async function readRoles(graph: Graph, siteId: string): ReturnType<StandingRoles["read"]> {
  const { openRoleList } = await import("#adapters/sharepoint/roles/role-list.ts");
  return await openRoleList(graph, siteId).read();
}

/** Nothing, once a name would come too late to wait for. */
function inTime(): Promise<undefined> {
  return new Promise((resolve) => void browserWorld.after(1500, () => resolve(undefined)));
}

/** Where push is switched off nobody waits for it: the lists are asked. */
const noPush: Push = { listen: () => () => undefined };

function draftsOf(me: Person, drafts: Drafts): Drafts {
  const own = (key: string): string => `${me.id}:${key}`;
  return {
    read: (key) => drafts.read(own(key)),
    write: (key, text) => drafts.write(own(key), text),
    clear: (key) => drafts.clear(own(key)),
  };
}
