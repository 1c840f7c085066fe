import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currentDecision } from "#domain/agenda.ts";
import { replay } from "#domain/meeting.ts";
import { closed, log, started } from "./meeting-fixtures.ts";

const open = replay(log(...started));
const ended = replay(log(...closed));
const endedAt = ended.closing!.position;

describe("the decision a meeting is on", () => {
  it("is none where none was opened", () => {
    expect(currentDecision([])).toBeUndefined();
  });

  it("is the one opened first while it is open", () => {
    const first = { openedAt: 1, meeting: open };
    const second = { openedAt: 2, meeting: open };

    expect(currentDecision([second, first])).toBe(first);
  });

  it("is the next one once the first has ended", () => {
    const first = { openedAt: 1, meeting: ended };
    const next = { openedAt: endedAt + 1, meeting: open };

    expect(currentDecision([first, next])).toBe(next);
  });

  it("stays the last one that ended until another is opened", () => {
    const first = { openedAt: 1, meeting: ended };
    const passedOver = { openedAt: endedAt - 1, meeting: open };

    expect(currentDecision([first, passedOver])).toBe(first);
  });

  it("does not depend on the order they are looked at", () => {
    const items = [1, 5, endedAt - 1, endedAt + 1, endedAt + 2].map((openedAt, at) => ({
      openedAt,
      meeting: at % 2 === 0 ? ended : open,
    }));

    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
        expect(currentDecision(shuffled)).toBe(currentDecision(items));
      }),
    );
  });
});
