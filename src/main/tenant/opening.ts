import { openOutbox } from "#adapters/browser/outbox.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { toMeetingKey } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { isPreparer } from "#domain/rights/people.ts";
import type { Person } from "#domain/table/person.ts";
import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import { openLiveMeeting } from "#flows/meeting/open-live-meeting.ts";
import type { Identity, KeptDecision, Outbox } from "#flows/ports.ts";
import type { keepOffset } from "./clock-offset.ts";
import { readAhead } from "./read-ahead.ts";
import type { Lists } from "./tenant.ts";

/** A meeting's chat, and what opening a surface of it says of the person. */
export interface MeetingToOpen {
  readonly lists: Lists;
  readonly chatId: string;
  readonly announcesArrival: boolean;
  readonly announcesReading: boolean;
}

/** Who opens it, and what time it is at Microsoft. */
interface Opener {
  readonly identity: Identity;
  readonly offset: ReturnType<typeof keepOffset>;
}

/** Opens a meeting as the person who is signed in; its log is being read while that is found out. */
export async function openMeeting(
  { identity, offset }: Opener,
  { lists, chatId, announcesArrival, announcesReading }: MeetingToOpen,
): Promise<{ readonly me: Person; readonly live: LiveMeeting }> {
  const meeting = toMeetingKey(chatId);
  const log = readAhead(lists.log, meeting);
  const [me, outbox] = await Promise.all([identity.me(), openOutbox()]);
  const needs = needsOf(lists, me, outbox);
  const live = openLiveMeeting({
    ...needs,
    log,
    rowPush: lists.rowPush,
    stepPush: lists.stepPush,
    clockOffsetMs: () => offset.value(),
    meeting,
    announcesArrival,
    announcesReading,
    isHidden: () => document.hidden,
    onServerTime: (ms) => offset.learn(ms - browserWorld.now()),
    onSucceeding: (decided) => {
      if (isPreparer(decided, me)) void tellPredecessors(needs, decided);
    },
  });
  return { me, live };
}

/** Opens one decision outside any meeting. */
export async function openDecision(
  { identity, offset }: Opener,
  lists: Lists,
  kept: KeptDecision,
): Promise<OpenDecision> {
  const opening = import("#flows/afterwards/open-decision.ts");
  const [flow, me, outbox] = await Promise.all([opening, identity.me(), openOutbox()]);
  const clockOffsetMs = () => offset.value();
  return flow.openDecision({ ...needsOf(lists, me, outbox), clockOffsetMs, kept });
}

function needsOf(lists: Lists, me: Person, outbox: Outbox) {
  const { log, register } = lists;
  return {
    log,
    register,
    outbox,
    world: browserWorld,
    me,
    onLookupIds: (ids: ReadonlyMap<string, string>) => lists.learnLookupIds(ids),
  };
}

async function tellPredecessors(needs: ReturnType<typeof needsOf>, decided: Meeting) {
  const flow = await import("#flows/afterwards/telling-predecessors.ts").catch(() => undefined);
  // Offline before this part of the page had arrived: the log offers to confirm the link.
  await flow?.tellPredecessors(needs, decided);
}
