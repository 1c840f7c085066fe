import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oldestFirst } from "#domain/chain.ts";
import { namedDecisions } from "#domain/linking/link.ts";
import { replay } from "#domain/meeting.ts";
import { canonicalLog, recordHash } from "#domain/record/canonical.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import { anyDeliveredLog, anyLog } from "../log-arbitraries.ts";
import { type Saying, log, proposed, says, stance } from "../meeting-fixtures.ts";
import { ada, dana, emil } from "../table-fixtures.ts";

const hash = "a".repeat(64);

const addedTo: ReadonlySet<string> = new Set<keyof DecisionRow>([
  "status",
  "amendments",
  "replacedBy",
  "reviewedAtMs",
  "reviewResult",
  "lessons",
  "reviewOn",
]);

/** What may not change any more once a decision was taken. */
function locked(one: DecisionRow): object {
  return Object.fromEntries(Object.entries(one).filter(([column]) => !addedTo.has(column)));
}

function row(...sayings: readonly Saying[]): DecisionRow {
  return projectRow(replay(log(...sayings)), hash, sayings.length);
}

describe("text from people in the record", () => {
  const nasty = '<img src=x onerror="alert(1)">\n=HYPERLINK("x")\r\nEverybody agrees';

  it("stays text, on the line of who said it", () => {
    const dissent = { stance: "disagree-and-commit", reason: nasty } as const;
    const meeting = row(...proposed(), stance(dana, "Finance", dissent));

    expect(meeting.dissentByName).toBe(
      'Dana Wolf (Finance) disagrees and commits: <img src=x onerror="alert(1)"> =HYPERLINK("x") Everybody agrees',
    );
  });

  it("never adds a line to the table, the dissent or the outcome", () => {
    const reason = fc.string({ unit: "grapheme", minLength: 1, maxLength: 100 });

    fc.assert(
      fc.property(reason, (text) => {
        const words = `${text}\n${nasty}`;
        const taken = {
          stance: "object",
          reason: words,
          ground: "a\nb",
          wouldChange: words,
        } as const;
        const close = says(ada, { kind: "decision-closed", outcome: "rejected", reason: words });
        const { dissentByName, outcome, table } = row(
          ...proposed(),
          stance(emil, "Sales Operations", taken),
          close,
        );

        expect(dissentByName.split("\n").length).toBe(1);
        expect(outcome.split("\n").length).toBe(1);
        expect(table.split("\n").length).toBe(6);
      }),
    );
  });
});

describe("the row of any log", () => {
  it("is the same whoever writes it, whatever order their rows came in", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        expect(projectRow(replay(delivered), hash, 1)).toEqual(
          projectRow(replay(entries), hash, 1),
        );
      }),
    );
  });

  it("is locked once decided: what is said afterwards adds, and changes nothing else", () => {
    let added = 0;
    fc.assert(
      fc.property(anyLog, (entries) => {
        const meeting = replay(entries);
        const { closing } = meeting;
        if (closing?.outcome !== "decided") return;
        const then = entries.filter(({ position }) => position <= closing.position);
        const [before, after] = [replay(then), meeting].map((told) => projectRow(told, hash, 1));

        expect(locked(after!)).toEqual(locked(before!));
        expect(recordHash(entries, closing.position, (text) => text)).toBe(canonicalLog(then));
        if (after!.status !== before!.status) added += 1;
      }),
      { numRuns: 300 },
    );
    expect(added).toBeGreaterThan(0);
  });

  it("names the decisions it is linked to, and those that took its place", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const meeting = replay(entries);
        const { replaces, replacedBy } = projectRow(meeting, hash, 1);
        const named = (lines: string) => namedDecisions(lines).map(({ decision }) => decision);

        expect(named(replaces)).toEqual([...meeting.links.keys()]);
        expect(named(replacedBy)).toEqual(
          oldestFirst(meeting.after?.successors).map(({ decision }) => decision),
        );
      }),
    );
  });

  it("has figures that fit each other", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const one = projectRow(replay(entries), hash, 1);

        expect(one.driversPresent).toBeLessThanOrEqual(one.drivers);
        expect(one.functionsCovered).toBeLessThanOrEqual(one.functionsNeeded);
        expect(one.dissentByName === "" ? 0 : one.dissentByName.split("\n").length).toBe(
          one.dissent,
        );
        expect(one.outcome === "").toBe(one.decidedAtMs === undefined);
      }),
    );
  });
});
