import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PastDecision, earlierOnTheSameMatter } from "#domain/looking-back/earlier.ts";
import { framing, nowMs, past } from "./past-fixtures.ts";

const words = ["forecast", "sales", "model", "data", "warehouse", "payroll", "laptop", "privacy"];
const title = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(" "));
const rows = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 999 }), title, context: title, age: fc.nat(9) }),
  { selector: ({ id }) => id, maxLength: 12 },
);
const made = (drawn: readonly { id: number; title: string; context: string; age: number }[]) =>
  drawn.map(({ id, title: named, context, age }) =>
    past(`d-${id}`, named, { context }, nowMs - age * 3e10),
  );
const look = (framed: string, list: readonly PastDecision[], self?: PastDecision) =>
  earlierOnTheSameMatter(framing(framed), list, { nowMs, self: self?.row.decision });

describe("whatever is in the list", () => {
  it("answers the same in whatever order the list comes", () => {
    fc.assert(
      fc.property(title, rows, fc.nat(), (framed, drawn, turn) => {
        const list = made(drawn);
        const at = list.length === 0 ? 0 : turn % list.length;
        const other = [...list.slice(at), ...list.slice(0, at)].toReversed();

        expect(look(framed, other)).toEqual(look(framed, list));
      }),
    );
  });

  it("always finds the same title, in any case and with any accents", () => {
    fc.assert(
      fc.property(title, rows, (framed, drawn) => {
        const twin = past("twin", framed.toUpperCase().replaceAll("A", "Á"));

        expect(look(framed, [...made(drawn), twin]).map(({ past: one }) => one)).toContain(twin);
      }),
    );
  });

  it("never finds the decision itself, and finds the rest as without it", () => {
    fc.assert(
      fc.property(title, rows, (framed, drawn) => {
        const self = past("self", framed);

        expect(look(framed, [self, ...made(drawn)], self)).toEqual(look(framed, made(drawn)));
      }),
    );
  });

  it("scores between nothing and one, the nearest first", () => {
    fc.assert(
      fc.property(title, rows, (framed, drawn) => {
        const scores = look(framed, made(drawn)).map(({ score }) => score);

        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
      }),
    );
  });

  it("names only words that the frame has", () => {
    fc.assert(
      fc.property(title, rows, (framed, drawn) => {
        const named = look(framed, made(drawn)).flatMap((earlier) => earlier.words);

        expect(named.filter((word) => !framed.includes(word))).toEqual([]);
      }),
    );
  });

  it("takes any text from people without failing", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "binary" }),
        (ours, theirs) => {
          expect(() => look(ours, [past("x", theirs)])).not.toThrow();
        },
      ),
    );
  });
});
