import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { type ListRef, listPath } from "#adapters/sharepoint/list-items.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import { subscribe } from "#adapters/sharepoint/push/subscription.ts";
import { toDecisionId, toEventId, toMeetingKey } from "#domain/ids.ts";
import type { Place, Push, World } from "#flows/ports.ts";
import type { Connection } from "../connect/connection.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Check } from "./check.ts";

const longestReadMs = 10_000;

/**
 * Writes one row into the log, reads it back and deletes it: a row of a meeting of its own, which
 * no tab ever opens.
 */
export async function checkWriting(
  { graph }: Connection,
  world: World,
  { siteId, eventsListId }: Place,
): Promise<readonly Check[]> {
  const list = { siteId, listId: eventsListId };
  const log = openEventList(graph, list);
  const event = toEventId(world.newId());
  const what = "Write, read back, delete";
  const started = world.now();
  try {
    const { position } = await log.append({
      eventId: event,
      decision: toDecisionId(`doctor-${event}`.slice(0, 64)),
      meeting: toMeetingKey(`doctor:${event}`),
      kind: "doctor-looked",
      previous: "",
      payload: "{}",
    });
    const wroteMs = world.now() - started;
    const isFound = await soon(world, async () => (await log.find(event)) !== undefined).catch(
      () => false,
    );
    const readMs = world.now() - started;
    const detail = `written in ${wroteMs} ms, read after ${readMs} ms`;
    const seen: Check = isFound
      ? { state: "fine", what, detail, isRequired: true }
      : notReadable(what);
    return [seen, ...(await takeBack(graph, list, position))];
  } catch (failure) {
    return [
      {
        state: "missing",
        what,
        detail: sentenceAbout(failure),
        isRequired: true,
        costs: "nothing that is said is kept.",
        mend: "be a member of the site with the right to edit, and have the permission for sites.",
      },
    ];
  }
}

/** Deletes the row; what cannot be deleted is said, so that nobody wonders about it later. */
async function takeBack(graph: Graph, list: ListRef, position: number): Promise<readonly Check[]> {
  const path = `${listPath(list)}/items/${position}`;
  try {
    await callGraph(graph, v.unknown(), { method: "DELETE", path, scopes: scopes.lists });
    return [];
  } catch (failure) {
    return [
      {
        state: "missing",
        what: `Row ${position} of “Decision events”`,
        detail: `could not be deleted again. ${sentenceAbout(failure)}`,
        costs: "nothing: no meeting reads it.",
        mend: "delete it in the list, as an owner of the site.",
      },
    ];
  }
}

function notReadable(what: string): Check {
  return {
    state: "missing",
    what,
    detail: `the row could not be read for ${longestReadMs / 1000} s`,
    isRequired: true,
    costs: "others see what is said late.",
    mend: "start again; if it stays so, look at the Microsoft 365 service health.",
  };
}

async function soon(world: World, isSo: () => Promise<boolean>): Promise<boolean> {
  for (const until = world.now() + longestReadMs; ;) {
    if (await isSo()) return true;
    if (world.now() >= until) return false;
    await new Promise<void>((resolve) => void world.after(500, resolve));
  }
}

const longestConnectMs = 15_000;

/** Whether word of changes comes: an address from Graph, and a connection to it. */
export async function checkPush(
  { graph }: Connection,
  world: World,
  { siteId, eventsListId }: Place,
): Promise<Check> {
  const list = { siteId, listId: eventsListId };
  const what = "Push";
  const costs = "the list is asked every few seconds instead; meetings work, a little later.";
  try {
    await subscribe(graph, list);
  } catch (failure) {
    const mend = "start again later; where the cloud has no push, set features.push to false.";
    return { state: "missing", what, detail: sentenceAbout(failure), costs, mend };
  }
  const started = world.now();
  const isUp = await connects(openPush({ graph, list, world }), world);
  if (isUp) return { state: "fine", what, detail: `connected after ${world.now() - started} ms` };
  return {
    state: "missing",
    what,
    detail: `no connection within ${longestConnectMs / 1000} s`,
    costs,
    mend: "let web sockets through to *.svc.ms.",
  };
}

async function connects(push: Push, world: World): Promise<boolean> {
  const stops: (() => void)[] = [];
  const isUp = await new Promise<boolean>((resolve) => {
    stops.push(world.after(longestConnectMs, () => resolve(false)));
    stops.push(
      push.listen(
        () => undefined,
        (up) => {
          if (up) resolve(true);
        },
      ),
    );
  });
  for (const stop of stops) stop();
  return isUp;
}
