import { expect } from "vitest";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { oldestFirst } from "#domain/chain.ts";
import { toMeetingKey, toPersonId, toSeatId } from "#domain/ids.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import type { Seat } from "#domain/table/seat.ts";
import type { BusinessFunction } from "#domain/table/business-function.ts";
import { tellStory, verifyRecord } from "#flows/trust/auditing.ts";
import type { LiveMeeting, Picture } from "#flows/meeting/live-meeting.ts";
import { openLiveMeeting } from "#flows/meeting/open-live-meeting.ts";
import type { Row } from "../../../sandbox/graph/store/facts.ts";
import { memoryOutbox } from "../../doubles/memory-outbox.ts";
import { ids, startTenant } from "../tenant.ts";

export const meetingKey = toMeetingKey("19:meeting_forecast@thread.v2");

const question = technologyDecision.questions[0]!.id;
export const answer: DecisionEvent = {
  kind: "question-answered",
  question,
  answer: { choice: "strategic" },
};
/** The same with another answer, as a payload. */
export const otherAnswer = JSON.stringify({ ...answer, answer: { choice: "operational" } });

/** Two drivers who walk a meeting in the sandbox's lists, and a member of the site who meddles. */
export async function startTable(options: Parameters<typeof startTenant>[0] = {}) {
  const tenant = startTenant(options);
  const { world, service } = tenant;
  const events = await tenant.listOf("Decision events");
  const decisions = await tenant.listOf("Decisions");
  const items = `${listPath(events)}/items`;
  const logOf = (id: string) => openEventList(tenant.graphOf(id), events);

  async function enter(id: string): Promise<LiveMeeting> {
    const live = openLiveMeeting({
      log: logOf(id),
      register: openDecisionList(tenant.graphOf(id), decisions),
      outbox: memoryOutbox(),
      world,
      clockOffsetMs: () => 0,
      me: { id: toPersonId(id), name: tenant.directory.people.get(id)!.displayName },
      meeting: meetingKey,
      announcesArrival: false,
    });
    await world.advance(3000);
    return live;
  }

  const kwame = await enter(ids.kwame);
  const ines = await enter(ids.ines);

  return {
    ...tenant,
    kwame,
    ines,
    enter,
    logOf,
    items,
    decisionItems: `${listPath(decisions)}/items`,
    /** Says it, and waits until everybody has heard. */
    async say(live: LiveMeeting, ...said: readonly DecisionEvent[]) {
      for (const event of said) {
        const result = live.say(event);
        if (!result.ok) throw new Error(`${event.kind} was refused: ${result.refusal.reason}`);
        await world.advance(3000);
      }
    },
    /** The id of the last row of a kind. */
    async rowOf(kind: DecisionEvent["kind"]): Promise<number> {
      const { rows } = await logOf(ids.kwame).readMeeting(meetingKey);
      return rows.findLast((row) => row.kind === kind)!.position;
    },
    /** Tomasz, a member of the site, changes columns of a row through Graph. */
    patch: (position: number, fields: object) =>
      tenant.byHand(ids.tomasz, "PATCH", `${items}/${position}/fields`, fields),
    remove: (position: number) => tenant.byHand(ids.tomasz, "DELETE", `${items}/${position}`),
    /** Somebody with an owner's tools changes a row past Graph, and no version tells of it. */
    overwrite(position: number, change: (row: Row) => Partial<Row>) {
      const row = service.world.state.lists.get(events.listId)!.versions.get(position)!.at(-1)!;
      service.world.record({
        fact: "row-written",
        listId: events.listId,
        row: { ...row, ...change(row) },
      });
    },
    /** Everybody's picture once all have heard of it, with somebody's who comes only now. */
    async everybody() {
      await world.advance(5000);
      const late = await enter(ids.sofia);
      await world.advance(70_000);
      return { kwame: kwame.picture(), ines: ines.picture(), late: late.picture() };
    },
    async verify() {
      const register = openDecisionList(tenant.graphOf(ids.sofia), decisions);
      const [kept] = (await world.until(register.list())).decisions;
      const rows = await world.until(logOf(ids.sofia).readDecision(kept!.row.decision));
      return await verifyRecord(kept!.row, tellStory(rows), (text) => world.sha256(text));
    },
  };
}

/** Everything up to a started walk, said by Kwame, who decides; Inés is the other driver. */
export const started: readonly DecisionEvent[] = [
  {
    kind: "decision-opened",
    title: "Move forecasting to one model",
    meeting: { key: meetingKey, subject: "Forecast" },
  },
  { kind: "gate-answered", gate: { signals: ["unknown-risk"] } },
  { kind: "seat-set", seat: seatFor(ids.kwame, "Kwame Mensah", "decider", "Sales") },
  { kind: "seat-set", seat: seatFor(ids.ines, "Inés Navarro", "member", "Finance") },
  { kind: "walk-started", override: "Everybody is here." },
];

/** Ends it without a vote: what closes a decision in one step. */
export const deferred: DecisionEvent = {
  kind: "decision-closed",
  outcome: "deferred",
  reason: "The pilot is not finished.",
};

function seatFor(id: string, name: string, duty: "decider" | "member", place: string): Seat {
  return {
    id: toSeatId(`seat-${place}`),
    function: place as BusinessFunction,
    role: "driver",
    duty,
    person: { id: toPersonId(id), name },
    required: true,
  };
}

/** A walk in which both have answered, the second having seen the first. */
export async function answered(options: Parameters<typeof startTable>[0] = {}) {
  const table = await startTable(options);
  await table.say(table.kwame, ...started, answer);
  const position = await table.rowOf("question-answered");
  await table.say(table.ines, answer);
  return { ...table, position, before: table.kwame.picture().meeting };
}

type Everybody = Awaited<ReturnType<Awaited<ReturnType<typeof startTable>>["everybody"]>>;

/** What each of them is told, as "what row". */
export function told(all: Everybody) {
  const signs = ({ tampering }: Picture) =>
    tampering.map(({ what, position }) => `${what} ${position}`);
  return { kwame: signs(all.kwame), ines: signs(all.ines), late: signs(all.late) };
}

/** All of them see the same meeting. */
export function expectAgreement({ kwame, ines, late }: Everybody): void {
  expect(ines.meeting).toEqual(kwame.meeting);
  expect(late.meeting).toEqual(kwame.meeting);
}

/** Who answered what, as one of them sees it. */
export function answersOf({ meeting }: Picture) {
  const answers = oldestFirst(meeting.rounds.get(question)?.answers);
  return answers.map((given) => [given.of.name, given.answer.choice]);
}
