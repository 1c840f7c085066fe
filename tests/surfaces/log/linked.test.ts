import { describe, expect, it } from "vitest";
import { toDecisionId } from "#domain/ids.ts";
import { linkLine } from "#domain/linking/link.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { linksOf } from "#surfaces/log/afterwards/linked.ts";
import { exported } from "../../domain/export/exported-fixtures.ts";

function kept(id: string, change: Partial<DecisionRow> = {}): KeptDecision {
  const row = { ...exported().row, decision: toDecisionId(id), title: id, ...change };
  return { item: id, etag: "", webUrl: "", createdAtMs: 0, row };
}

const named = (id: string) => ({ decision: toDecisionId(id), title: id });
const older = kept("old", { replacedBy: linkLine("superseded", named("new")) });
const newer = kept("new", { replaces: linkLine("supersedes", named("old")) });
const titles = (some: readonly { readonly kept?: KeptDecision | undefined }[]) =>
  some.map((one) => one.kept?.row.title);

describe("links that both decisions tell of", () => {
  it("are mutual, from either side, and no claim", () => {
    expect(linksOf(older.row, [older, newer])).toMatchObject({
      replacedBy: [{ how: "superseded", isMutual: true }],
      claims: [],
    });
    expect(linksOf(newer.row, [older, newer]).earlier).toMatchObject([{ isMutual: true }]);
  });
});

describe("links that only one of them tells of", () => {
  it.each([
    ["supersedes", "superseded"],
    ["reopens", "superseded"],
    ["reverses", "reversed"],
  ] as const)("are a claim where the later one %s the earlier", (relation, how) => {
    const silent = kept("old");
    const later = kept("new", { replaces: linkLine(relation, named("old")) });
    const { claims } = linksOf(silent.row, [silent, later]);

    expect(titles(claims)).toEqual(["new"]);
    expect(claims[0]?.how).toBe(how);
    expect(linksOf(later.row, [silent, later]).earlier).toMatchObject([{ isMutual: false }]);
  });

  it("are none before the later one is decided", () => {
    const draft = kept("new", {
      ...newer.row,
      decision: toDecisionId("new"),
      status: "in-session",
    });

    expect(linksOf(kept("old").row, [draft]).claims).toEqual([]);
  });

  it("are said to be where the later one does not name the earlier", () => {
    expect(linksOf(older.row, [older, kept("new")]).replacedBy).toMatchObject([
      { isMutual: false },
    ]);
  });

  it("say nothing against a later one that is not in the list", () => {
    const [gone] = linksOf(older.row, [older]).replacedBy;

    expect(gone).toMatchObject({ title: "new", isMutual: true });
    expect(gone?.kept).toBeUndefined();
  });
});

describe("a decision that others build on", () => {
  it("stays as it is, and names them", () => {
    const base = kept("old");
    const upon = kept("new", { replaces: linkLine("builds-on", named("old")) });
    const { claims, builtOnBy } = linksOf(base.row, [base, upon]);

    expect(claims).toEqual([]);
    expect(builtOnBy.map(({ row }) => row.title)).toEqual(["new"]);
    expect(linksOf(upon.row, [base, upon]).earlier).toMatchObject([{ isMutual: true }]);
  });
});
