import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { initialLoad, kilobytes, surfaceLoad } from "../../bench/initial-load.ts";
import { projectRoot } from "./planted.ts";

const dist = join(projectRoot, "dist");
const surfaces = ["setup", "prepare", "walk", "stage", "log"];

/** A sentence or name that stays in the built code of each package that must wait. */
const latecomers = { MSAL: "msal.js.browser", "the Graph client": "graph-js" };

/** Words that only one part of the walk says; each part comes once the log is read. */
const laterMoments = {
  "the answers revealed": "Answer after the reveal",
  "the stances": "Give my stance",
  "the end": "The record is being written.",
  "the proposal's form": "Write what would be done.",
  "the facilitator's sheets": "Whose words do you write down?",
};

function scriptsWith(words: string): readonly string[] {
  return readdirSync(join(dist, "assets")).filter((file) =>
    readFileSync(join(dist, "assets", file), "utf8").includes(words),
  );
}

beforeAll(() => {
  execFileSync(process.execPath, [join(projectRoot, "scripts/build.mjs"), "--if-needed"]);
});

function bodyText(page: string): string {
  const html = readFileSync(join(dist, `${page}.html`), "utf8");
  const body = html.slice(html.indexOf("<body"), html.indexOf("</body>"));
  return body.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, " ").trim();
}

describe("what the side panel loads at first", () => {
  it("is at most 125 KB of scripts and styles, gzipped", () => {
    expect(kilobytes(initialLoad("walk.html"), "gzipBytes")).toBeLessThanOrEqual(125);
  });

  it("is at most 165 KB with the walk itself, which follows beside the sign-in", () => {
    const whole = surfaceLoad("walk.html");

    expect(whole.some(({ name }) => name.startsWith("walk-surface"))).toBe(true);
    expect(kilobytes(whole, "gzipBytes")).toBeLessThanOrEqual(165);
  });

  it.each(Object.entries(laterMoments))("leaves %s for a quiet moment", (_part, words) => {
    const early = surfaceLoad("walk.html").filter(({ text }) => text.includes(words));

    expect(early.map(({ name }) => name)).toEqual([]);
    expect(scriptsWith(words)).not.toEqual([]);
  });

  it.each(Object.entries(latecomers))("leaves %s for after the first paint", (_name, mark) => {
    const initial = surfaceLoad("walk.html").filter(({ text }) => text.includes(mark));
    const isShipped = scriptsWith(mark).length > 0;

    expect({ initial: initial.map(({ name }) => name), isShipped }).toEqual({
      initial: [],
      isShipped: true,
    });
  });
});

describe.each(surfaces)("the page of %s", (surface) => {
  const html = () => readFileSync(join(dist, `${surface}.html`), "utf8");

  it("says something before any script has run", () => {
    expect(bodyText(surface)).not.toBe("");
  });

  it("brings the styles of its first picture in itself", () => {
    expect(html()).toMatch(/<style>/);
  });

  it("holds no style sheet in front of its first picture", () => {
    expect(html().slice(0, html().indexOf("<body"))).not.toContain(`rel="stylesheet"`);
  });

  it("asks for its files by relative addresses", () => {
    expect(html()).not.toMatch(/(?:src|href)="\//);
  });
});
