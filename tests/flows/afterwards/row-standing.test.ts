import { describe, expect, it } from "vitest";
import { projectRow } from "#domain/record/project.ts";
import { replay } from "#domain/meeting.ts";
import { isInStep, rowStanding } from "#flows/afterwards/row-standing.ts";
import { type Saying, closed, gathered, log, says } from "../../domain/meeting-fixtures.ts";
import { ada, ben } from "../../domain/table-fixtures.ts";

const hash = "0f".repeat(32);
const amended = says(ada, { kind: "decision-amended", text: "In June.", reason: "Late vendor." });
const again = says(ben, { kind: "decision-amended", text: "In July.", reason: "Later still." });

/** The row as it was written after these sayings. */
const rowAfter = (...sayings: readonly Saying[]) =>
  projectRow(replay(log(...sayings)), hash, closed.length);
const told = log(...closed, amended, again);

describe("a row beside its log", () => {
  it("is as told once everything said since is in it", () => {
    expect(rowStanding(rowAfter(...closed, amended, again), told)?.kind).toBe("as-told");
  });

  it.each([
    ["nothing", closed],
    ["only the first thing", [...closed, amended]],
  ] as const)("is behind where %s said since is in it", (_, sayings) => {
    const standing = rowStanding(rowAfter(...sayings), told);

    expect(standing?.kind).toBe("behind");
    expect(standing?.toBe).toEqual(rowAfter(...closed, amended, again));
  });

  it("is ahead or changed where it tells what this log never told", () => {
    const ahead = rowAfter(...closed, amended, again);
    const byHand = { ...rowAfter(...closed), status: "reversed" } as const;

    expect(rowStanding(ahead, log(...closed, amended))?.kind).toBe("ahead-or-changed");
    expect(rowStanding(byHand, told)?.kind).toBe("ahead-or-changed");
  });

  it("does not mind how SharePoint breaks lines and keeps times", () => {
    const row = rowAfter(...closed, amended, again);
    const kept = { ...row, amendments: `${row.amendments.replaceAll("\n", "\r\n")}\n` };

    expect(isInStep(kept, told)).toBe(true);
  });

  it("keeps every other column as somebody left it: Verify shows that", () => {
    const row = { ...rowAfter(...closed), outcome: "Something else." };

    expect(rowStanding(row, told)?.toBe).toMatchObject({ outcome: "Something else.", hash });
  });

  it("has no standing before it was decided, or without its record", () => {
    expect(rowStanding(rowAfter(...gathered), log(...gathered))).toBeUndefined();
    expect(rowStanding({ ...rowAfter(...closed), hash: "" }, told)).toBeUndefined();
  });
});
