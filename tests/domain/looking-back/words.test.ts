import { describe, expect, it } from "vitest";
import { folded, likeness, stemOf, tellingWords } from "#domain/looking-back/words.ts";

describe("telling what a text is about", () => {
  it("leaves out words that every text has", () => {
    const words = tellingWords("We should decide whether to move the data to Frankfurt in 2027");

    expect([...words.values()]).toEqual(["move", "data", "frankfurt"]);
  });

  it("keeps a word as it was first written, under its stem", () => {
    const words = tellingWords("Forecasts: how forecasting works");

    expect([...words]).toEqual([
      ["forecast", "forecasts"],
      ["work", "works"],
    ]);
  });

  it("finds nothing in an empty text and in signs alone", () => {
    expect(tellingWords("").size).toBe(0);
    expect(tellingWords("— 30 % (?!)").size).toBe(0);
  });
});

describe("folding", () => {
  it("takes accents, case and ligatures away", () => {
    expect(folded("Décision Straße SØREN Łódź")).toBe("decision strasse soren lodz");
  });
});

describe("stemming", () => {
  it.each([
    ["forecasts", "forecast"],
    ["forecasting", "forecast"],
    ["forecasters", "forecast"],
    ["models", "model"],
    ["automation", "automat"],
    ["automated", "automat"],
  ])("sends %s to %s", (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });

  it("leaves short words and double s alone", () => {
    expect(["data", "news", "process", "sales", "crm"].map(stemOf)).toEqual([
      "data",
      "news",
      "process",
      "sale",
      "crm",
    ]);
  });
});

describe("how alike two titles look", () => {
  it("is one for the same title in another case", () => {
    expect(likeness("Buy a tool", "BUY A TOOL")).toBe(1);
  });

  it("is high for a slip of the pen and low for another matter", () => {
    expect(likeness("Redesign sales forecasting", "Redesing sales forcasting")).toBeGreaterThan(
      0.6,
    );
    expect(likeness("Redesign sales forecasting", "Replace the laptops")).toBeLessThan(0.2);
  });

  it("is nothing where a title is empty", () => {
    expect(likeness("", "Buy a tool")).toBe(0);
  });
});
