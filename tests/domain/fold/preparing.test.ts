import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import { type Saying, framed, gathered, log, says } from "../meeting-fixtures.ts";
import { ada, ben, driver, goodTable, hugo, seatId } from "../table-fixtures.ts";
import { consentRule } from "../deciding/round-fixtures.ts";

const after = (...sayings: readonly Saying[]) => replay(log(...sayings));

describe("framing", () => {
  it("starts with the title the decision was opened with", () => {
    expect(after(...framed.slice(0, 1)).frame).toEqual({
      title: "Redesign forecasting",
      context: "",
      outcome: "",
      without: "",
      functions: [],
    });
  });

  it("is as last said", () => {
    expect(after(...framed).frame.title).toBe("Redesign sales forecasting");
  });

  it("keeps what the meeting was called and who called it", () => {
    expect(after(...framed).opened).toMatchObject({
      by: { id: ada.id },
      meeting: { subject: "Forecasting", organizer: { name: "Farah Nour" } },
    });
  });
});

describe("the gate", () => {
  it("can send a decision to a group against its signals", () => {
    const gate = {
      signals: [],
      override: { route: "collaborative", reason: "Sales asks" },
    } as const;

    expect(after(framed[0]!, says(ada, { kind: "gate-answered", gate })).status).toBe("proposed");
  });

  it("keeps the signals and the reason", () => {
    expect(after(...framed).gate).toEqual({ signals: ["strategic-shift"] });
  });
});

describe("the seats", () => {
  it("stand in the order they were first set", () => {
    const again = says(ada, { kind: "seat-set", seat: { ...goodTable[0]!.seat, required: false } });

    expect([...after(...gathered, again).seats.keys()]).toEqual(
      ["Sales", "IT", "HR", "Finance", "Sales Operations", "Legal"].map(seatId),
    );
  });

  it("are as last set", () => {
    const { seat } = driver("IT", { person: hugo });

    expect(after(...gathered, says(ada, { kind: "seat-set", seat })).seats.get(seat.id)).toEqual({
      seat,
      delegateAccepted: false,
    });
  });

  it("can be taken away, and somebody may then sit elsewhere", () => {
    const { seat } = driver("Data", { person: ben });
    const meeting = after(
      ...gathered,
      says(ada, { kind: "seat-removed", seat: seatId("IT") }),
      says(ada, { kind: "seat-set", seat }),
    );

    expect(meeting.seats.has(seatId("IT"))).toBe(false);
    expect(meeting.seats.get(seat.id)?.seat.person).toEqual(ben);
  });
});

describe("the questions and the rule", () => {
  it("are the usual ones until somebody chooses", () => {
    expect(after(...framed)).toMatchObject({
      list: { id: "technology-decision" },
      rule: { method: "single-decider" },
    });
  });

  it("are as chosen", () => {
    const list = {
      ...technologyDecision,
      id: "short",
      questions: technologyDecision.questions.slice(0, 2),
    };
    const meeting = after(
      ...framed,
      says(ada, { kind: "questions-chosen", list }),
      says(ada, { kind: "rule-chosen", rule: consentRule }),
    );

    expect(meeting.list).toEqual(list);
    expect(meeting.rule).toEqual(consentRule);
  });
});
