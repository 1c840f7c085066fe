import { describe, expect, it } from "vitest";
import type { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import {
  closed,
  concluded,
  decidable,
  gathered,
  log,
  proposal,
  proposed,
  says,
  stance,
  started,
} from "../meeting-fixtures.ts";
import { ada, ben, dana, driver, emil, farah, greta, seatId } from "../table-fixtures.ts";
import { refusal } from "./refusal-fixtures.ts";

const agree = { stance: "agree" } as const;

describe("proposing", () => {
  const propose = proposed().at(-1)!.event;

  it("waits for the questions", () => {
    expect(refusal(started, ada, propose)).toEqual({ reason: "questions-left" });
  });

  it("is for the facilitator", () => {
    expect(refusal(concluded, ben, propose)).toEqual({ reason: "not-allowed", who: "facilitator" });
  });

  it("anew voids the stances on the one before", () => {
    const again = says(ada, propose, { id: "proposal-2" });
    const meeting = replay(log(...decidable, again));

    expect(meeting.proposal?.stances.size).toBe(0);
    expect(meeting.proposal?.ruling).toBeUndefined();
  });

  it("leaves a stance on the one before without effect", () => {
    const again = says(ada, propose, { id: "proposal-2" });

    expect(refusal([...proposed(), again], ben, stance(ben, "IT", agree).event)).toEqual({
      reason: "proposal-replaced",
    });
  });
});

describe("taking a stance", () => {
  it("is for who sits there", () => {
    expect(refusal(proposed(), ben, stance(ben, "IT", agree).event)).toBeUndefined();
    expect(refusal(proposed(), emil, stance(emil, "IT", agree).event)).toEqual({
      reason: "not-allowed",
      who: "seat-holder",
    });
  });

  it("is for drivers", () => {
    expect(refusal(proposed(), farah, stance(farah, "Legal", agree).event)).toEqual({
      reason: "not-allowed",
      who: "driver",
    });
  });

  it("needs a proposal, and a seat that is there", () => {
    expect(refusal(concluded, ben, stance(ben, "IT", agree).event)).toEqual({
      reason: "no-proposal",
    });
    expect(refusal(proposed(), ben, stance(ben, "Data", agree).event)).toEqual({
      reason: "unknown-seat",
    });
  });

  it("can be done again, and the later counts", () => {
    const meeting = replay(log(...decidable, stance(dana, "Finance", agree)));

    expect(meeting.proposal?.stances.get(seatId("Finance"))?.stance).toEqual(agree);
  });

  it("for somebody in the room is for the facilitator, and for who sits there", () => {
    const event = { ...stance(ada, "IT", agree).event, recordedFor: ben } as DecisionEvent;
    const wrong = { ...stance(ada, "IT", agree).event, recordedFor: emil } as DecisionEvent;

    expect(refusal(proposed(), ada, event)).toBeUndefined();
    expect(refusal(proposed(), emil, event)).toEqual({ reason: "not-allowed", who: "facilitator" });
    expect(refusal(proposed(), ada, wrong)).toEqual({ reason: "not-allowed", who: "seat-holder" });
  });

  describe("as a delegate", () => {
    const { seat } = driver("Finance", { person: dana, delegate: greta });
    const lent = [
      ...proposed(),
      says(ada, { kind: "seat-set", seat }),
      says(greta, { kind: "delegate-accepted", seat: seat.id }),
    ];
    const left = [...lent, says(dana, { kind: "person-left" })];

    it("is possible while the person is not there", () => {
      expect(refusal(left, greta, stance(greta, "Finance", agree).event)).toBeUndefined();
    });

    it("is not possible over the head of the person who is there", () => {
      expect(refusal(lent, greta, stance(greta, "Finance", agree).event)).toEqual({
        reason: "not-allowed",
        who: "seat-holder",
      });
    });
  });
});

describe("ruling", () => {
  const rule: DecisionEvent = { kind: "proposal-ruled", proposal, accepted: true };

  it("is for the decider", () => {
    expect(refusal(proposed(), ada, rule)).toBeUndefined();
    expect(refusal(proposed(), ben, rule)).toEqual({ reason: "not-allowed", who: "decider" });
  });

  it("is not needed under consent", () => {
    expect(refusal(proposed("consent"), ada, rule)).toEqual({ reason: "not-single-decider" });
  });
});

describe("closing", () => {
  const close = (
    outcome: "decided" | "rejected" | "deferred" | "withdrawn" | "not-needed",
    reason?: string,
  ): DecisionEvent => ({
    kind: "decision-closed",
    outcome,
    ...(reason !== undefined && { reason }),
  });

  it("as decided needs a proposal that passed", () => {
    expect(refusal(decidable, ada, close("decided"))).toBeUndefined();
    expect(refusal(concluded, ada, close("decided"))).toEqual({ reason: "no-proposal" });
    expect(refusal(decidable.slice(0, -1), ada, close("decided"))).toEqual({
      reason: "not-passed",
    });
  });

  it.each(["rejected", "deferred", "withdrawn", "not-needed"] as const)(
    "as %s needs a reason and nothing else",
    (outcome) => {
      expect(refusal(started, ada, close(outcome))).toEqual({ reason: "reason-missing" });
      expect(refusal(started, ada, close(outcome, "No budget"))).toBeUndefined();
    },
  );

  it("is for the facilitator", () => {
    expect(refusal(decidable, ben, close("decided"))).toEqual({
      reason: "not-allowed",
      who: "facilitator",
    });
  });

  it("before the walk can only be to let it go", () => {
    expect(refusal(gathered, ada, close("withdrawn", "No need"))).toBeUndefined();
    expect(refusal(gathered, ada, close("rejected", "No need"))).toEqual({ reason: "not-started" });
  });

  it("ends everything but the record", () => {
    expect(refusal(closed, ben, stance(ben, "IT", agree).event)).toEqual({
      reason: "already-ended",
    });
    const record: DecisionEvent = { kind: "record-written", item: "1", hash: "a".repeat(64) };

    expect(refusal(closed, ben, record)).toBeUndefined();
    expect(refusal(decidable, ben, record)).toEqual({ reason: "not-closed" });
  });
});
