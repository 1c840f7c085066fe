import { openGraph } from "#adapters/graph/client.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import type { ListName } from "#flows/ports.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import { toDecisionId, toEventId, toMeetingKey, toPersonId, toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { recordHash } from "#domain/record/canonical.ts";
import { projectRow } from "#domain/record/project.ts";
import { tellStory } from "#flows/trust/auditing.ts";
import { hurriedWorld, hurry } from "../tenant/hurried-world.ts";
import type { Terminal } from "./terminal.ts";

export const site = "https://larkfield.sharepoint.com/sites/technology-decisions";
const siteId =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
const sofia = { id: toPersonId("10000000-0000-4000-8000-000000000001"), name: "Sofia Brandt" };
const meeting = toMeetingKey("19:meeting_forecasting@thread.v2");

const said: readonly DecisionEvent[] = [
  {
    kind: "decision-opened",
    title: "Redesign sales forecasting",
    meeting: { key: meeting, subject: "Forecasting", organizer: sofia },
  },
  { kind: "gate-answered", gate: { signals: ["unknown-risk"] } },
  {
    kind: "seat-set",
    seat: {
      id: toSeatId("seat-sales"),
      function: "Sales" as BusinessFunction,
      role: "driver",
      duty: "decider",
      person: sofia,
      required: true,
    },
  },
  { kind: "walk-started", override: "Everybody is here." },
  { kind: "decision-closed", outcome: "deferred", reason: "The pilot is not finished." },
];

/** A site with one decision in it: opened, walked and deferred by Sofia, its record written. */
export async function recordDecision(terminal: Terminal, { isOpen = false } = {}) {
  const graph = openGraph({
    tokens: { token: (scopes) => terminal.tokenOf(sofia.id, scopes) },
    clock: hurriedWorld,
    timeoutMs: 30_000 * hurry,
    fetch: terminal.network,
  });
  const provisioning = openProvisioning(graph);
  const made = async (name: ListName) => (await provisioning.makeReady(siteId, name)).listId ?? "";
  const lists = { decisions: await made("Decisions"), events: await made("Decision events") };
  const log = openEventList(graph, { siteId, listId: lists.events });
  const decision = toDecisionId("decision-forecasting");
  for (const [at, event] of said.slice(0, isOpen ? -1 : undefined).entries()) {
    await log.append({
      eventId: toEventId(`event-${at}`),
      decision,
      meeting,
      kind: event.kind,
      previous: "",
      payload: JSON.stringify(event),
    });
  }
  const { meeting: told, entries } = tellStory(await log.readDecision(decision));
  const close = told.closing?.position;
  const hash =
    close === undefined
      ? ""
      : await recordHash(entries, close, (text) => browserWorld.sha256(text));
  await openDecisionList(graph, { siteId, listId: lists.decisions }).open(
    projectRow(told, hash, close === undefined ? 0 : entries.length),
  );
  return { hash, lists, items: (list: string) => `/sites/${siteId}/lists/${list}/items` };
}
