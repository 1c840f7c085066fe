import { array, assert, constantFrom, property } from "fast-check";
import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { bullets, inline, quotation } from "#domain/export/markdown.ts";
import { madr } from "#domain/export/madr.ts";
import { minutes } from "#domain/export/minutes.ts";
import { cleanText, oneLine } from "#domain/text.ts";
import { exported, hostile } from "./exported-fixtures.ts";

const rendered = (markdown: string) => marked.parse(markdown, { async: false }).trim();

/** HTML as it is read: without the links, which say where they lead, and with braces as such. */
const unlinked = (html: string) =>
  html.replace(/<a href="[^"]*">|<\/a>/gu, "").replaceAll("&#123;", "{");

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML shows it. */
const asText = (text: string) =>
  oneLine(cleanText(text)).replace(/[&<>"']/gu, (char) => entities[char] ?? "");

const pieces = (
  "< > & &lt; &copy; &#60; * ** _ __ ` ``` ~~ ~ [ ]( ) ![ ] (javascript:x) a é # - + 1. 1) = --- | " +
  "\\ {{ {% $ ^ : [^1]: <!-- --> <script> https://x.example/a_b www.x.example a@x.example ! % @ \" '"
).split(" ");
const text = array(constantFrom(...pieces, " ", "\n", "\t", "    "), { maxLength: 12 })
  .map((some) => some.join(""))
  .filter((one) => oneLine(cleanText(one)) !== "");

describe("whatever people write", () => {
  it.each([
    ["a paragraph", inline, (shown: string) => `<p>${shown}</p>`],
    ["a heading", (one: string) => `# ${inline(one)}`, (shown: string) => `<h1>${shown}</h1>`],
    [
      "strong",
      (one: string) => `**${inline(one)}**`,
      (s: string) => `<p><strong>${s}</strong></p>`,
    ],
    ["a list", (one: string) => bullets([one]), (s: string) => `<ul>\n<li>${s}</li>\n</ul>`],
  ] as const)("reads as that text in %s", (_place, write, shown) => {
    assert(
      property(text, (one) => {
        expect(unlinked(rendered(write(one)))).toBe(shown(asText(one)));
      }),
      { numRuns: 500 },
    );
  });

  it("reads as that text in a quotation", () => {
    assert(
      property(text, (one) => {
        const line = oneLine(one);
        expect(unlinked(rendered(quotation(line)))).toBe(
          `<blockquote>\n<p>${asText(line)}</p>\n</blockquote>`,
        );
      }),
    );
  });
});

describe("a hostile decision, read as Markdown", () => {
  const all = hostile.join("\n");
  const attacked = exported({ title: all, outcome: all, context: all, goals: all, table: all });

  it.each([
    ["minutes", minutes],
    ["MADR", madr],
  ] as const)("has no picture, script, code or table in its %s", (_name, write) => {
    const html = rendered(write(attacked));

    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toMatch(/<(?:img|script|code|pre|table|del|em|iframe)\b/u);
  });

  it.each([
    ["minutes", minutes],
    ["MADR", madr],
  ] as const)("has only links that say where they lead in its %s", (_name, write) => {
    const links = [...rendered(write(attacked)).matchAll(/<a href="([^"]*)">([^<]*)<\/a>/gu)];

    expect(links.length).toBeGreaterThan(0);
    expect(links.filter(([, href, shown]) => href !== shown)).toEqual([]);
  });
});

describe("MADR's front matter, taken for Markdown", () => {
  it("leaves the list of status, deciders and date the first thing under the title", () => {
    const html = rendered(madr(exported()));
    const [beforeTitle = "", afterTitle = ""] = html.split(/<h1>.*<\/h1>/u);

    expect(beforeTitle).not.toMatch(/<(?:h\d|ul)\b/u);
    expect(afterTitle.trimStart()).toMatch(/^<ul>\n<li>Status: accepted<\/li>/u);
  });
});
