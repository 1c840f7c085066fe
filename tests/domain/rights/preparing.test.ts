import { describe, expect, it } from "vitest";
import type { DecisionEvent } from "#domain/log/event.ts";
import { replay } from "#domain/meeting.ts";
import { decidable, frame, gathered, log, proposed, says, started } from "../meeting-fixtures.ts";
import {
  ada,
  ben,
  dana,
  driver,
  farah,
  goodTable,
  greta,
  hugo,
  seatId,
  stakeholder,
} from "../table-fixtures.ts";
import { refusal } from "./refusal-fixtures.ts";

describe("preparing", () => {
  const reframe: DecisionEvent = { kind: "decision-framed", frame };
  const empty = { ...driver("Data").seat };

  it.each([
    ["who opened it", ada],
    ["the organizer", farah],
    ["a driver", ben],
  ])("is for %s", (_, who) => {
    expect(refusal(gathered, who, reframe)).toBeUndefined();
  });

  it("is not for a stranger", () => {
    expect(refusal(gathered, hugo, reframe)).toEqual({ reason: "not-allowed", who: "preparer" });
  });

  it("is for a driver's delegate once they have accepted", () => {
    const { seat } = driver("Finance", { person: dana, delegate: greta });
    const asked = [...gathered, says(ada, { kind: "seat-set", seat })];
    const accepted = says(greta, { kind: "delegate-accepted", seat: seat.id });

    expect(refusal(asked, greta, reframe)).toEqual({ reason: "not-allowed", who: "preparer" });
    expect(refusal([...asked, accepted], greta, reframe)).toBeUndefined();
  });

  it("is for the facilitator alone once the walk has started", () => {
    expect(refusal(started, ben, reframe)).toEqual({ reason: "not-allowed", who: "facilitator" });
    expect(refusal(started, ada, reframe)).toBeUndefined();
  });

  it.each<DecisionEvent>([
    { kind: "gate-answered", gate: { signals: [] } },
    { kind: "questions-chosen", list: replay([]).list },
  ])("leaves alone what the walk was started on", (event) => {
    expect(refusal(started, ada, event)).toEqual({ reason: "already-started" });
  });

  it("gives one person one seat", () => {
    expect(refusal(gathered, ada, { kind: "seat-set", seat: { ...empty, person: ben } })).toEqual({
      reason: "person-already-seated",
    });
  });

  it("may set a seat again for who sits there", () => {
    const { seat } = goodTable[1]!;

    expect(refusal(gathered, ada, { kind: "seat-set", seat: { ...seat, required: false } })).toBe(
      undefined,
    );
  });

  it("lets nobody stand in for themself", () => {
    const seat = { ...empty, person: hugo, delegate: hugo };

    expect(refusal(gathered, ada, { kind: "seat-set", seat })).toEqual({
      reason: "delegate-is-the-person",
    });
  });

  it("cannot take away a seat that is not there", () => {
    expect(refusal(gathered, ada, { kind: "seat-removed", seat: seatId("Data") })).toEqual({
      reason: "unknown-seat",
    });
  });
});

describe("accepting to be a delegate", () => {
  const { seat } = driver("Finance", { person: dana, delegate: greta });
  const asked = [...gathered, says(ada, { kind: "seat-set", seat })];
  const accept: DecisionEvent = { kind: "delegate-accepted", seat: seat.id };

  it("is for the delegate named", () => {
    const meeting = replay(log(...asked, says(greta, accept)));

    expect(meeting.seats.get(seat.id)?.delegateAccepted).toBe(true);
  });

  it.each([ada, dana, hugo])("is for nobody else", (who) => {
    expect(refusal(asked, who, accept)).toEqual({ reason: "not-allowed", who: "delegate" });
  });

  it("happens once", () => {
    expect(refusal([...asked, says(greta, accept)], greta, accept)).toEqual({
      reason: "already-so",
    });
  });

  it("holds while the seat changes otherwise", () => {
    const again = says(ada, { kind: "seat-set", seat: { ...seat, required: false } });
    const meeting = replay(log(...asked, says(greta, accept), again));

    expect(meeting.seats.get(seat.id)?.delegateAccepted).toBe(true);
  });

  it("is not done by naming the same delegate again", () => {
    const again = says(ada, { kind: "seat-set", seat: { ...seat, required: false } });

    expect(replay(log(...asked, again)).seats.get(seat.id)?.delegateAccepted).toBe(false);
  });

  it("does not hold for the next delegate named", () => {
    const other = says(ada, { kind: "seat-set", seat: { ...seat, delegate: hugo } });
    const meeting = replay(log(...asked, says(greta, accept), other));

    expect(meeting.seats.get(seat.id)?.delegateAccepted).toBe(false);
  });
});

describe("a seat that has taken a stance", () => {
  const { seat } = goodTable[3]!;

  it("cannot be taken from who sits there", () => {
    expect(refusal(decidable, ada, { kind: "seat-removed", seat: seat.id })).toEqual({
      reason: "not-allowed",
      who: "seat-holder",
    });
    expect(refusal(decidable, ada, { kind: "seat-set", seat: { ...seat, person: hugo } })).toEqual({
      reason: "not-allowed",
      who: "seat-holder",
    });
  });

  it("cannot be made a stakeholder's", () => {
    const made = { ...stakeholder("Finance", { person: dana }).seat };

    expect(refusal(decidable, ada, { kind: "seat-set", seat: made })).toEqual({
      reason: "not-allowed",
      who: "seat-holder",
    });
  });

  it("can still be given a delegate", () => {
    const lent = { ...seat, delegate: greta };

    expect(refusal(decidable, ada, { kind: "seat-set", seat: lent })).toBeUndefined();
  });

  it("is free again once there is another proposal", () => {
    const again = says(ada, proposed().at(-1)!.event, { id: "proposal-2" });

    expect(
      refusal([...decidable, again], ada, { kind: "seat-removed", seat: seat.id }),
    ).toBeUndefined();
  });
});
