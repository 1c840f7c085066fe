import { openGraph } from "#adapters/graph/client.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import type { ListRef } from "#adapters/sharepoint/list-items.ts";
import type { MeetingKey } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import { openLiveMeeting } from "#flows/meeting/open-live-meeting.ts";
import type { EventLog, Outbox } from "#flows/ports.ts";
import { keepOffset } from "#main/tenant/clock-offset.ts";
import type { Person as Listed } from "../../sandbox/directory/directory.ts";
import type { Browser } from "./browser.ts";
import type { Life } from "./life.ts";
import type { Network } from "./network.ts";
import type { Ring } from "./ring.ts";

/** Parts that a test puts in to see the meeting break; each gets the sound one. */
export interface BrokenParts {
  readonly log?: (sound: EventLog) => EventLog;
  readonly outbox?: (sound: Outbox) => Outbox;
}

/** Where a window opens the meeting. */
export interface Surroundings {
  readonly network: Network;
  readonly events: ListRef;
  readonly decisions: ListRef;
  readonly rows: Ring | undefined;
  readonly key: MeetingKey;
  readonly broken: BrokenParts;
}

/** Opens the meeting as main does, over this network and this browser's disk. */
export function openWindow(
  { network, events, decisions, rows, key, broken }: Surroundings,
  {
    person,
    browser,
    life,
  }: { readonly person: Listed; readonly browser: Browser; readonly life: Life },
  me: Person,
): LiveMeeting {
  const offset = keepOffset();
  let lookupIds: ReadonlyMap<string, string> = new Map();
  const onServerTime = (ms: number) => offset.learn(ms - life.world.now());
  const graph = openGraph({
    tokens: network.tokensFor(life, person),
    clock: life.world,
    fetch: network.fetchFor(life),
    onServerTime,
  });
  const log = openEventList(graph, events);
  const outbox = browser.outboxFor(life);
  return openLiveMeeting({
    log: broken.log?.(log) ?? log,
    register: openDecisionList(graph, decisions, (id) => lookupIds.get(id)),
    outbox: broken.outbox?.(outbox) ?? outbox,
    ...(rows !== undefined && { rowPush: rows.pushFor(life) }),
    world: life.world,
    clockOffsetMs: () => offset.value(),
    onServerTime,
    me,
    meeting: key,
    announcesArrival: true,
    onLookupIds: (ids) => {
      lookupIds = ids;
    },
  });
}
