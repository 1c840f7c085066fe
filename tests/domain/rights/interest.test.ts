import { describe, expect, it } from "vitest";
import { tally } from "#domain/deciding/tally.ts";
import { replay } from "#domain/meeting.ts";
import { isAsked } from "#domain/rights/walking.ts";
import { startFindings } from "#domain/rights/start.ts";
import { isRecused } from "#domain/rights/people.ts";
import {
  type Saying,
  decidable,
  gathered,
  log,
  proposed,
  refusalOf,
  says,
  stance,
  started,
} from "../meeting-fixtures.ts";
import { ada, ben, dana, farah, seatId } from "../table-fixtures.ts";

const declares = {
  kind: "interest-declared",
  seat: seatId("Finance"),
  reason: "I own shares of the vendor",
} as const;

function told(...sayings: Saying[]) {
  const entries = log(...sayings);
  return { meeting: replay(entries), last: entries.at(-1)!.id };
}

describe("somebody with a conflict of interest", () => {
  it("is recused from when they declare it", () => {
    const { meeting } = told(...started, says(dana, declares));

    expect(isRecused(meeting, dana.id)).toBe(true);
  });

  it("is not asked any more", () => {
    const { meeting } = told(...started, says(dana, declares));

    expect(meeting.list.questions.some((one) => isAsked(meeting, one, dana.id))).toBe(false);
  });

  it("leaves the denominator, with the reason beside the name", () => {
    const { meeting } = told(...proposed("consent"), says(dana, declares));
    const counted = tally({ ...meeting, proposal: meeting.proposal! });

    expect([counted.entitled, counted.recused]).toEqual([4, 1]);
    expect(counted.votes.find(({ person }) => person.id === dana.id)?.taken?.stance).toEqual({
      stance: "recused",
      reason: declares.reason,
    });
  });

  it("takes a stance that was taken before out of the count", () => {
    const { meeting } = told(...decidable, says(dana, declares));
    const { counts } = tally({ ...meeting, proposal: meeting.proposal! });

    expect([counts["disagree-and-commit"], counts.recused]).toEqual([0, 1]);
  });

  it("takes no stance", () => {
    const { meeting, last } = told(
      ...proposed(),
      says(dana, declares),
      stance(dana, "Finance", { stance: "agree" }),
    );

    expect(refusalOf(meeting, last)?.reason).toBe("seat-recused");
  });

  it("leaves their function without a driver, and that blocks the start", () => {
    const { meeting } = told(...gathered, says(dana, declares));

    expect(startFindings(meeting, ada.id).map(({ sentence }) => sentence)).toEqual([
      `Finance is needed for this outcome, and ${dana.name} (Finance) is recused. Seat somebody else from Finance.`,
    ]);
  });

  it("may take it back", () => {
    const { meeting } = told(
      ...started,
      says(dana, declares),
      says(dana, { kind: "interest-withdrawn", seat: declares.seat }),
    );

    expect(isRecused(meeting, dana.id)).toBe(false);
  });

  it("is recused by nobody else", () => {
    const { meeting, last } = told(...started, says(ben, declares));

    expect(refusalOf(meeting, last)).toEqual({ reason: "not-allowed", who: "seat-holder" });
  });

  it("may have it written down by the facilitator", () => {
    const { meeting } = told(...started, says(ada, { ...declares, recordedFor: dana }));

    expect(meeting.seats.get(declares.seat)?.recused).toMatchObject({ recordedFor: dana });
  });

  it("keeps their stance where the facilitator would declare it for them", () => {
    const { meeting, last } = told(...decidable, says(ada, { ...declares, recordedFor: dana }));

    expect(refusalOf(meeting, last)).toEqual({ reason: "not-allowed", who: "seat-holder" });
    expect(tally({ ...meeting, proposal: meeting.proposal! }).counts["disagree-and-commit"]).toBe(
      1,
    );
  });

  it("has it declared by their delegate only while they are away", () => {
    const { seat } = told(...started).meeting.seats.get(declares.seat)!;
    const delegated = [
      says(ada, { kind: "seat-set", seat: { ...seat, delegate: farah } }),
      says(farah, { kind: "delegate-accepted", seat: seat.id }),
    ];
    const declared = says(farah, declares);
    const away = says(dana, { kind: "person-left" });

    const isRecusedBy = (...sayings: Saying[]) =>
      told(...started, ...delegated, ...sayings).meeting.seats.get(seat.id)?.recused !== undefined;

    expect([isRecusedBy(declared), isRecusedBy(away, declared)]).toEqual([false, true]);
  });

  it("stays recused while the seat is changed and is theirs", () => {
    const { meeting: before } = told(...started, says(dana, declares));
    const { seat } = before.seats.get(declares.seat)!;
    const { meeting } = told(
      ...started,
      says(dana, declares),
      says(ada, { kind: "seat-set", seat: { ...seat, insight: "Knows the budget" } }),
    );

    expect(meeting.seats.get(declares.seat)?.recused).toBeDefined();
  });
});

describe("somebody who has gone", () => {
  it("is marked so by the facilitator, and is back when they speak", () => {
    const gone = says(ada, { kind: "person-marked-absent", person: ben.id });
    const back = says(ben, {
      kind: "question-answered",
      question: told(...started).meeting.list.questions[0]!.id,
      answer: { choice: "strategic" },
    });

    expect(told(...started, gone).meeting.presence.has(ben.id)).toBe(false);
    expect(told(...started, gone, back).meeting.presence.has(ben.id)).toBe(true);
  });

  it("is not marked so by somebody else at the table", () => {
    const { meeting, last } = told(
      ...started,
      says(farah, { kind: "person-marked-absent", person: ben.id }),
    );

    expect(refusalOf(meeting, last)).toEqual({ reason: "not-allowed", who: "facilitator" });
  });
});
