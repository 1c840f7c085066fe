import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findAll, reportOf } from "./findings/find-all.ts";
import type { Finding } from "./findings/finding.ts";
import { startTrial } from "./given.ts";
import { type Trial, openTrial } from "./trial.ts";

/** A tenant takes its time; milliseconds. */
const slow = 300_000;

let trial: Trial;
let findings: readonly Finding[];
let close: () => Promise<void>;
beforeAll(async () => {
  const needs = await startTrial();
  close = () => needs.close();
  trial = await openTrial(needs);
  findings = await findAll(trial);
}, slow);
afterAll(async () => {
  await trial.clear();
  await close();
}, slow);

const about = (word: RegExp) => findings.find(({ question }) => word.test(question));

describe("trying out what only a tenant can tell", () => {
  it("finds an answer, or who can, to each of the ten questions", () => {
    expect(findings).toHaveLength(10);
    expect(findings.filter(({ found }) => found === "it failed")).toEqual([]);
  });

  it("measures how soon word of a row comes", () => {
    expect(about(/^Push/u)?.found).toMatch(/^word came \d+ ms after a row was added/u);
  });

  it("tells what a second item of the same value is answered with", () => {
    expect(about(/unique column/u)?.found).toMatch(/^the same value: 4\d\d; /u);
  });

  it("sees every row of two people who write at once", () => {
    expect(about(/at once/u)?.found).toMatch(/^16 of 16 rows seen; \d+ came after a higher id/u);
  });

  it("tells what a guest may read", () => {
    expect(about(/guest/u)?.found).toMatch(/^the site's lists: \d+; chats: /u);
  });

  it("says them as Markdown that can be pasted, with request ids and no token", () => {
    const report = reportOf(trial, findings, "2026-11-24");

    expect(report.match(/^### \d+\. /gmu)).toHaveLength(10);
    expect(report.match(/^finding: /gmu)).toHaveLength(10);
    expect(report).toMatch(/request [0-9a-f-]{36}/u);
    expect(report).not.toMatch(/ey[JI]\w{10}/u);
  });
});
