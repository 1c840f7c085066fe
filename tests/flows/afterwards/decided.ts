import { type DecisionId, type MeetingKey, toDecisionId, toMeetingKey } from "#domain/ids.ts";
import type { Relation } from "#domain/linking/link.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { meetingOf } from "#domain/fold/resuming.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { openDecision } from "#flows/afterwards/open-decision.ts";
import type { LiveMeetingNeeds } from "#flows/meeting/open-live-meeting.ts";
import { tellStory } from "#flows/trust/auditing.ts";
import { ana, open, room, started } from "../meeting/room.ts";

/** An amendment that anybody who may would take. */
export const amendment: DecisionEvent = {
  kind: "decision-amended",
  text: "The pilot starts in June.",
  reason: "The vendor is late.",
  reviewOn: "2027-09-01",
};

/** A review that keeps the decision. */
export const review: DecisionEvent = {
  kind: "review-held",
  actual: "One forecast in two regions.",
  goals: [{ metric: "Forecast error", actual: "11 %" }],
  lessons: "Train people first.",
  verdict: "keep",
  nextReviewOn: "2028-03-01",
};

/** A site on which decisions were taken, and browsers that open them afterwards. */
export async function site() {
  const table = room();
  let taken = 0;

  /** Ana decides something alone, in a meeting of its own, with links to earlier decisions. */
  async function decide(
    title: string,
    links: readonly (readonly [Relation, DecisionId])[] = [],
    needs: Partial<LiveMeetingNeeds> = {},
  ): Promise<DecisionId> {
    taken += 1;
    const meeting: MeetingKey = toMeetingKey(`19:meeting_${taken}@thread.v2`);
    const live = await table.enter(ana, { meeting, ...needs });
    const opening = open(title);
    const events: DecisionEvent[] = [
      opening.kind === "decision-opened"
        ? { ...opening, meeting: { ...opening.meeting, key: meeting } }
        : opening,
      ...links.map(([relation, to]): DecisionEvent => ({
        kind: "decision-linked",
        link: { relation, to, title: "An earlier one", news: "New figures." },
      })),
      ...started.slice(1),
    ];
    for (const event of events) live.say(event);
    await table.world.advance(10_000);
    const { list, opened } = live.picture().meeting;
    for (const { id: question } of list.questions) {
      live.say({ kind: "answers-revealed", question });
      live.say({ kind: "question-concluded", question, conclusion: "Yes." });
    }
    const rule = { method: "single-decider", quorum: { kind: "count", drivers: 1 } } as const;
    const made = live.say({ kind: "proposal-made", text: `${title} by May.`, rule });
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    live.say({ kind: "proposal-ruled", proposal: made.value, accepted: true });
    const closed = live.say({ kind: "decision-closed", outcome: "decided" });
    if (!closed.ok) throw new Error(JSON.stringify(closed.refusal));
    await table.world.advance(30_000);
    live.close();
    return opened?.decision ?? toDecisionId("none");
  }

  return {
    ...table,
    decide,
    /** One browser opens a decision in the log. */
    async look(decision: DecisionId, me: Person) {
      const kept = (await table.register.find(decision))!;
      const { world, register } = table;
      const at = openDecision({
        log: table.list.as(me),
        register,
        world,
        me,
        kept,
        outbox: table.outboxOf(me),
        clockOffsetMs: () => 0,
      });
      await world.settle();
      return at;
    },
    rowOf: (decision: DecisionId) =>
      table.register.rows().find(({ row }) => row.decision === decision)!.row,
    told: (decision: DecisionId): Meeting =>
      tellStory(table.list.rows().filter((row) => row.decision === decision)).meeting,
    keyOf: (meeting: Meeting) => meetingOf(meeting)?.key,
    kindsOf: (decision: DecisionId) =>
      table.list.rows().flatMap((row) => (row.decision === decision ? [row.kind] : [])),
  };
}
