import { describe, expect, it } from "vitest";
import { documentText, toDocument } from "#domain/export/to-document.ts";
import { gathered } from "../meeting-fixtures.ts";
import { exported, hash, hostile, webUrl, withoutLog } from "./exported-fixtures.ts";

const keys = (value: object) => Object.keys(value);

describe("a decision as JSON", () => {
  it("says what it is, and in which version", () => {
    expect(toDocument(exported())).toMatchObject({ format: "quorate.decision", version: 1 });
  });

  it("has the keys of version 1, in this order", () => {
    const told = toDocument(exported());

    expect(keys(told).join(" ")).toBe(
      "format version decision why how table lines afterwards links log proof",
    );
    expect(keys(told.decision).join(" ")).toBe(
      "id number title status openedAt decidedAt reviewOn daysToDecide url",
    );
    expect(keys(told.how).join(" ")).toBe(
      "proposal rule result outcome decider leadFunction facilitator",
    );
    expect(keys(told.lines).join(" ")).toBe(
      "table dissent conclusions goals risks rights options conditions milestones communication",
    );
    expect(keys(told.log?.seats[0] ?? {}).join(" ")).toBe(
      "function role duty ground required insight accountability person delegate sat stance",
    );
    expect(keys(told.log?.questions[0]?.answers[0] ?? {}).join(" ")).toBe(
      "of recordedBy at afterReveal answer",
    );
  });

  it("tells the decision, with times in UTC", () => {
    expect(toDocument(exported()).decision).toEqual({
      id: "decision-1",
      number: "12",
      title: "Redesign sales forecasting",
      status: "decided",
      openedAt: "2026-11-24T09:00:10.000Z",
      decidedAt: "2026-11-24T09:11:40.000Z",
      reviewOn: "2027-06-01",
      daysToDecide: 0,
      url: webUrl,
    });
  });

  it("tells each seat's stance with its reason", () => {
    const seats = toDocument(exported()).log?.seats ?? [];

    expect(seats.map(({ sat, stance }) => [sat?.name, stance?.stance])).toEqual([
      ["Ada Moreau", "agree"],
      ["Ben Ortiz", "agree"],
      ["Chloe Diaz", "agree-with-reservation"],
      ["Dana Wolf", "disagree-and-commit"],
      ["Emil Sand", "agree"],
      ["Farah Nour", undefined],
    ]);
    expect(seats[3]?.stance).toMatchObject({ reason: "May is too early for Finance" });
  });

  it("tells each question with the answers given", () => {
    const [first] = toDocument(exported()).log?.questions ?? [];

    expect(first).toMatchObject({ id: "strategic-or-operational", conclusion: "Conclusion 1" });
    expect(first?.answers).toHaveLength(5);
  });

  it("says null where the log is not at hand, and where nothing is decided yet", () => {
    expect(toDocument(withoutLog()).log).toBeNull();
    expect(toDocument({ ...exported({ hash: "" }, gathered) })).toMatchObject({
      decision: { decidedAt: null },
      proof: { sha256: null },
    });
  });
});

describe("its text", () => {
  it("reads back as the document", () => {
    expect(JSON.parse(documentText(exported()))).toEqual(toDocument(exported()));
  });

  it("holds the proof", () => {
    expect(documentText(exported())).toContain(`"sha256": "${hash}"`);
  });

  it("may stand inside a page: no text in it opens a tag", () => {
    const title = `</script><script>alert(1)</script>\u2028${hostile.join(" ")}`;
    const text = documentText(exported({ title }));

    expect(text).not.toMatch(/[<\u2028]/u);
    expect((JSON.parse(text) as { decision: { title: string } }).decision.title).toBe(title);
  });
});
