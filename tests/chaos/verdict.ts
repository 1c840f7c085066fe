import { isDeepStrictEqual } from "node:util";
import { openGraph } from "#adapters/graph/client.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { decisionsInTurn } from "#domain/agenda.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { type Story, tellStory, verifyRecord } from "#flows/trust/auditing.ts";
import type { LiveMeeting } from "#flows/meeting/live-meeting.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { chanceOf } from "./chance.ts";
import type { Browser } from "./browser.ts";
import { newLife } from "./life.ts";
import type { Table } from "./table.ts";

/** What one person has at the end. */
export interface AtTheEnd {
  readonly me: Person;
  readonly browser: Browser;
  readonly open: readonly LiveMeeting[];
}

/** The two lists, read afresh by somebody who was not there. */
export interface Lists {
  readonly rows: readonly LogRow[];
  readonly stories: ReadonlyMap<DecisionId, Story>;
  readonly register: readonly KeptDecision[];
}

/** Reads both lists over the same adapters. */
export async function readLists(table: Table): Promise<Lists> {
  const life = newLife(table.base, chanceOf(1), 0);
  const [reader] = table.people;
  if (reader === undefined) throw new Error("Nobody is there to read");
  const graph = openGraph({
    tokens: table.network.tokensFor(life, reader.person),
    clock: life.world,
    fetch: table.network.fetchFor(life),
  });
  const { rows } = await table.base.until(
    openEventList(graph, table.events).readMeeting(table.key),
  );
  const { decisions } = await table.base.until(openDecisionList(graph, table.decisions).list());
  const ids = [...new Set(rows.map(({ decision }) => decision as DecisionId))];
  const of = (id: DecisionId) => tellStory(rows.filter(({ decision }) => decision === id));
  return { rows, register: decisions, stories: new Map(ids.map((id) => [id, of(id)])) };
}

/** Everything that does not hold, each as a sentence; empty when nothing was lost or doubled. */
export async function findBreaches(
  table: Table,
  lists: Lists,
  everybody: readonly AtTheEnd[],
): Promise<readonly string[]> {
  return [
    ...saidOnce(lists.rows, everybody),
    ...everybody.flatMap((one) => [...inOrder(lists.rows, one), ...allSent(one)]),
    ...everybody.flatMap((one) => sameForAll(meetingTold(lists), one)),
    ...(await recordedOnce(table, lists)),
  ];
}

/** The decision the list tells that the meeting is on. */
export function meetingTold(lists: Lists): Meeting {
  return turnsTold(lists).at(-1) ?? newMeeting;
}

function turnsTold({ stories }: Lists): readonly Meeting[] {
  const opened = [...stories.values()].filter(({ meeting }) => meeting.opened !== undefined);
  const agenda = opened.map(({ meeting }) => ({
    meeting,
    openedAt: meeting.opened?.position ?? 0,
  }));
  return decisionsInTurn(agenda).map(({ meeting }) => meeting);
}

function saidOnce(rows: readonly LogRow[], everybody: readonly AtTheEnd[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { eventId } of rows) times.set(eventId, (times.get(eventId) ?? 0) + 1);
  const kept = everybody.flatMap(({ me, browser }) =>
    browser.kept.map((event) => ({ event: event as string, me })),
  );
  const said = new Set(kept.map(({ event }) => event));
  const wrong = kept.filter(({ event }) => times.get(event) !== 1);
  // Whoever closes the page says so past the outbox: once, or not at all.
  const isFarewell = ({ eventId, kind }: LogRow) =>
    kind === "person-left" && times.get(eventId) === 1;
  const foreign = rows.filter((row) => !said.has(row.eventId) && !isFarewell(row));
  return [
    ...wrong.map(
      ({ event, me }) => `${me.name}'s ${event} is there ${times.get(event) ?? 0} times`,
    ),
    ...foreign.map(({ eventId }) => `Nobody said ${eventId}, which is there`),
  ];
}

/** What one person said stands in the order they said it. */
function inOrder(rows: readonly LogRow[], { me, browser }: AtTheEnd): readonly string[] {
  const place = new Map(browser.kept.map((event, index) => [event as string, index]));
  const theirs = rows
    .toSorted((a, b) => a.position - b.position)
    .flatMap(({ eventId }) => place.get(eventId) ?? []);
  const isSorted = theirs.every((value, index) => index === 0 || value > (theirs[index - 1] ?? 0));
  return isSorted ? [] : [`${me.name}'s events stand in another order than they were said`];
}

function allSent({ me, browser, open }: AtTheEnd): readonly string[] {
  const left = browser.waiting().map(({ row }) => `${row.kind} ${row.eventId}`);
  const unsettled = open
    .flatMap((live) => live.picture().sayings)
    .filter(({ state }) => state.kind === "waiting" || state.kind === "failed");
  return [
    ...left.map((what) => `${me.name}'s outbox still has ${what}`),
    ...unsettled.map(({ id, state }) => `${me.name} is shown ${id} as ${state.kind}`),
  ];
}

function sameForAll(told: Meeting, { me, open }: AtTheEnd): readonly string[] {
  return open.flatMap((live) => {
    const { meeting, following, recording, tampering } = live.picture();
    const why = recording.kind === "failed" ? `: ${recording.why.message}` : "";
    return [
      // Nobody tampers with these lists: a warning would be a false alarm.
      ...tampering.map(({ what, position }) => `${me.name} is warned of ${what} at ${position}`),
      ...(recording.kind === "idle" ? [] : [`${me.name} has the record ${recording.kind}${why}`]),
      ...(isDeepStrictEqual(meeting, told) ? [] : [`${me.name} sees another meeting`]),
      ...(following.kind === "live" ? [] : [`${me.name} follows ${following.kind}`]),
    ];
  });
}

async function recordedOnce({ base }: Table, lists: Lists): Promise<readonly string[]> {
  const { stories, register } = lists;
  const breaches: string[] = [];
  const turns = turnsTold(lists);
  for (const [decision, story] of stories) {
    const rows = register.filter(({ row }) => row.decision === decision);
    const { closing, record } = story.meeting;
    if (rows.length > 1) breaches.push(`${decision} has ${rows.length} rows`);
    // What was opened while another decision was on the table never was this meeting's.
    if (closing === undefined || !turns.includes(story.meeting)) continue;
    const [kept] = rows;
    if (kept === undefined) breaches.push(`${decision} is closed and has no row`);
    if (record === undefined) breaches.push(`${decision} is closed and nobody says it is recorded`);
    if (kept === undefined) continue;
    const verified = await verifyRecord(kept.row, story, (text) => base.sha256(text));
    if (verified?.matches !== true) {
      const columns = verified?.differences.map(({ column }) => column).join(", ");
      const unlinked = verified?.unlinked.length;
      breaches.push(
        `${decision}: the row is not what the log tells (hash ${verified?.hashWritten === verified?.hashTold ? "same" : "differs"}; columns ${columns}; ${unlinked} unlinked)`,
      );
    }
    if (record !== undefined && record.item !== kept.item) {
      breaches.push(`${decision} is recorded at ${record.item} and stands at ${kept.item}`);
    }
  }
  return breaches;
}
