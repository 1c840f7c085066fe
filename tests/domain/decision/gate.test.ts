import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateSentence, signalQuestions } from "#domain/decision/gate-sentence.ts";
import { type Signal, passGate, signals } from "#domain/decision/gate.ts";

const decisive: readonly Signal[] = ["strategic-shift", "market-entry-or-exit", "unknown-risk"];
const anySignals = fc.subarray([...signals]);
const sentence = (
  given: Signal[],
  override?: { route: "routine" | "collaborative"; reason: string },
) => gateSentence(passGate({ signals: given, ...(override && { override }) }));

describe("the gate", () => {
  it.each(decisive)("asks for a group on %s alone", (signal) => {
    expect(passGate({ signals: [signal] })).toMatchObject({
      route: "collaborative",
      reasons: [signal],
    });
  });

  it.each(signals.filter((signal) => !decisive.includes(signal)))(
    "only advises one on %s alone",
    (signal) => {
      expect(passGate({ signals: [signal] })).toEqual({
        route: "routine",
        reasons: [],
        advice: [signal],
      });
    },
  );

  it("lets a decision without any signal stay with its function", () => {
    expect(passGate({ signals: [] })).toEqual({ route: "routine", reasons: [], advice: [] });
  });

  it("needs a group exactly when a decisive signal is given", () => {
    fc.assert(
      fc.property(anySignals, (given) => {
        const needsGroup = given.some((signal) => decisive.includes(signal));

        expect(passGate({ signals: given }).route).toBe(needsGroup ? "collaborative" : "routine");
      }),
    );
  });

  it("loses no signal: each is a reason or advice", () => {
    fc.assert(
      fc.property(anySignals, (given) => {
        const { reasons, advice } = passGate({ signals: given });

        expect(new Set([...reasons, ...advice])).toEqual(new Set(given));
      }),
    );
  });

  it("can be overridden either way, and keeps the reason and the signals", () => {
    const override = { route: "routine", reason: "Pilot of two weeks" } as const;

    expect(passGate({ signals: ["strategic-shift"], override })).toEqual({
      route: "routine",
      reasons: ["strategic-shift"],
      advice: [],
      overrideReason: "Pilot of two weeks",
    });
  });
});

describe("what the gate says", () => {
  it("is that it can stay, where nothing speaks against it", () => {
    expect(sentence([])).toBe("This can stay with IT.");
  });

  it("is whom to ask first, where something advises it", () => {
    expect(sentence(["above-spend-limit", "spans-functions"])).toBe(
      "This can stay with IT. Ask the others first: it changes how several functions work and it is above the spend limit.",
    );
  });

  it("is that it needs a group, and why", () => {
    expect(sentence(["unknown-risk", "strategic-shift", "hard-to-reverse"])).toBe(
      "This needs a group, because it changes where the company is going and nobody knows its risks yet.",
    );
  });

  it("is why somebody chose against the signals", () => {
    const override = { route: "routine", reason: "A pilot of two weeks." } as const;

    expect(sentence(["unknown-risk"], override)).toBe(
      "This can stay with IT, although nobody knows its risks yet. The reason given: A pilot of two weeks.",
    );
  });

  it("is why somebody wanted a group without a signal", () => {
    const override = { route: "collaborative", reason: "Sales asked for it." } as const;

    expect(sentence([], override)).toBe(
      "This needs a group, although no signal asks for one. The reason given: Sales asked for it.",
    );
  });

  it("does not speak of an override that changed nothing", () => {
    const override = { route: "collaborative", reason: "Be safe." } as const;

    expect(sentence(["unknown-risk"], override)).toBe(
      "This needs a group, because nobody knows its risks yet.",
    );
  });

  it("is the same whatever order the signals were ticked in", () => {
    fc.assert(
      fc.property(anySignals, (given) => {
        expect(sentence(given.toReversed())).toBe(sentence(given));
      }),
    );
  });
});

describe("the questions of the gate", () => {
  it("can each be answered with yes or no", () => {
    for (const signal of signals) {
      expect(signalQuestions[signal]).toMatch(/^(Does it|Would it) .+\?$/u);
    }
  });
});
