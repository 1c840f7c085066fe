import { describe, expect, it } from "vitest";
import { decisionFile, decisionsFile, madrFile } from "#domain/export/file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["Redesign sales forecasting", "decision-12-redesign-sales-forecasting.md"],
    ["Été: où & quand ?", "decision-12-ete-ou-quand.md"],
    ["../../etc/passwd\u0000", "decision-12-etc-passwd.md"],
    ['CON|<>:"\\*?', "decision-12-con.md"],
    ["売上予測を見直す", "decision-12-売上予測を見直す.md"],
    ["???", "decision-12.md"],
  ])("is made of number and title: %j", (title, expected) => {
    expect(decisionFile("12", title, ".md")).toBe(expected);
  });

  it("ends between words where the title is long", () => {
    const title = "Move the whole of our forecasting into one shared model before the end of May";

    expect(decisionFile("3", title, ".json")).toBe(
      "decision-3-move-the-whole-of-our-forecasting-into-one-shared-model.json",
    );
  });

  it("stays short without any gap", () => {
    expect(decisionFile("3", "x".repeat(300), ".md")).toHaveLength("decision-3-.md".length + 60);
  });

  it("is as MADR numbers them", () => {
    expect(madrFile("12", "Redesign forecasting")).toBe("0012-redesign-forecasting.md");
  });

  it("carries the day for all decisions", () => {
    expect(decisionsFile("2026-11-24")).toBe("decisions-2026-11-24.csv");
  });
});
