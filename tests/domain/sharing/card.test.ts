import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionCard } from "#domain/sharing/card.ts";
import { cleanText, oneLine } from "#domain/text.ts";
import { exported, hostile, webUrl } from "../export/exported-fixtures.ts";

interface Part {
  readonly type: string;
  readonly text?: string;
  readonly inlines?: readonly { readonly type: string; readonly text: string }[];
  readonly facts?: readonly { readonly title: string; readonly value: string }[];
}
interface Card {
  readonly body: readonly Part[];
  readonly actions: readonly { readonly type: string; readonly url: string }[];
}

const parsed = (text: string) => JSON.parse(text) as Card;
/** What people wrote: the runs, which no client reads as Markdown. */
const runs = ({ body }: Card) => body.flatMap(({ inlines = [] }) => inlines.map((one) => one.text));
/** What clients do read as Markdown. */
const read = ({ body }: Card) =>
  body.flatMap(({ text, facts = [] }) => [
    ...(text === undefined ? [] : [text]),
    ...facts.flatMap(({ title, value }) => [title, value]),
  ]);

/** The message a card travels in, as bytes. */
function bytesOf(card: string): number {
  const attachment = { id: "decision", contentType: "application/vnd", content: card };
  return Buffer.byteLength(JSON.stringify({ body: {}, attachments: [attachment] }));
}

describe("a decision as a card", () => {
  const card = parsed(decisionCard(exported()));

  it("says what, how, by whom and when", () => {
    expect(read(card)[0]).toBe("Decision 12 · Decided");
    expect(runs(card)).toEqual(
      expect.arrayContaining([
        "Redesign sales forecasting",
        "Decided: Move the forecast into one shared model by May.",
        "Decider: Ada Moreau",
      ]),
    );
    expect(card.body.find(({ type }) => type === "FactSet")?.facts).toEqual([
      { title: "Decided on", value: "2026-11-24" },
      { title: "Review on", value: "2027-06-01" },
      { title: "Drivers present", value: "5 of 5" },
      { title: "Dissent", value: "1 by name" },
    ]);
  });

  it("leads to the record, and to Teams where the way is known", () => {
    const both = parsed(
      decisionCard(exported(), { tab: "https://teams.microsoft.com/l/entity/x" }),
    );

    expect(card.actions).toEqual([
      { type: "Action.OpenUrl", title: "Open the record", url: webUrl },
    ]);
    expect(both.actions.map(({ type }) => type)).toEqual(["Action.OpenUrl", "Action.OpenUrl"]);
  });

  it.each(["javascript:alert(1)", "http://larkfield.example", 'https://x.example/ "', ""])(
    "leads nowhere where the address is %j",
    (url) => {
      expect(parsed(decisionCard({ ...exported(), webUrl: url })).actions).toEqual([]);
    },
  );

  it("counts the lines that find no room", () => {
    const goals = Array.from({ length: 5 }, (_, at) => `Goal ${at}`).join("\n");

    expect(read(parsed(decisionCard(exported({ goals }))))).toContain("2 more in the record.");
  });

  it("says where it is shortened", () => {
    const [, title] = runs(parsed(decisionCard(exported({ title: "Long ".repeat(200) }))));

    expect(title?.length).toBeLessThan(900);
    expect(runs(parsed(decisionCard(exported({ title: "Long ".repeat(200) }))))[0]).toMatch(
      /… \(shortened\)$/u,
    );
  });
});

describe("whatever people write", () => {
  const nasty = fc.array(
    fc.constantFrom(
      ...hostile,
      "{{DATE(2026-01-01T00:00:00Z, SHORT)}}",
      "{{{TIME(",
      "\n- item",
      "\u2028",
      "\ud800",
      '"',
      "\\",
      "𝌆",
    ),
    { maxLength: 400 },
  );
  const text = nasty.map((pieces) => pieces.join(" "));
  const row = fc.record({
    title: text,
    outcome: text,
    result: text,
    goals: text,
    conditions: text,
    milestones: text,
    dissentByName: text,
    reviewOn: text,
  });

  it("stays out of everything a client reads as Markdown, and on one line", () => {
    fc.assert(
      fc.property(row, (change) => {
        const card = parsed(decisionCard(exported(change)));
        const ours = /^[\w ·–:.-]*$/u;
        for (const one of read(card)) expect(one).toMatch(ours);
        for (const run of runs(card)) expect(run).not.toMatch(/[\n\r]|\{\{(?:DATE|TIME)/u);
        expect(card.actions.map(({ url }) => url)).toEqual([webUrl]);
      }),
      { numRuns: 60 },
    );
  });

  it("fits into a message of 28 KB", () => {
    fc.assert(
      fc.property(row, (change) => {
        expect(bytesOf(decisionCard(exported(change)))).toBeLessThan(27_000);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['"', "\\", "𝌆", "漢", "\ud800x"])("fits also where it is %j all through", (char) => {
    const long = `${char.repeat(3000)}\n`.repeat(10);
    const change = Object.fromEntries(
      ["title", "outcome", "result", "goals", "conditions", "milestones", "dissentByName"].map(
        (column) => [column, long],
      ),
    );

    expect(bytesOf(decisionCard(exported(change)))).toBeLessThan(27_000);
  });

  it("stands there as it was written, where it has room", () => {
    const title = hostile.join(" ").slice(0, 200);

    expect(runs(parsed(decisionCard(exported({ title }))))[0]).toBe(oneLine(cleanText(title)));
  });
});
