import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser } from "./browser.ts";
import { type Item, itemsOf } from "./graph.ts";
import { type Name, drivers, nameOf, people } from "./people.ts";
import { forecasting } from "./prepare-steps.ts";
import { recordHashOf } from "./record-hash.ts";
import { type Sandbox, startSandbox } from "./sandbox.ts";
import { openSidePanels, prepareMeeting } from "./story.ts";
import type { Tab } from "./tab.ts";
import { answers, conclude, giveAnswer, propose, reaches, rule, takeStance } from "./walk-steps.ts";

/** What stands in SharePoint once five people have held one meeting, each in a browser of their own. */
let sandbox: Sandbox;
let browser: Browser;
let screens: readonly string[];
let decisions: readonly Item[];
let events: readonly Item[];

beforeAll(async () => {
  [sandbox, browser] = await Promise.all([startSandbox(), openBrowser()]);
  await prepareMeeting(browser, sandbox);
  screens = await holdMeeting(await openSidePanels(browser, sandbox, drivers));
  decisions = await itemsOf(sandbox, people.sofia, "Decisions");
  events = await itemsOf(sandbox, people.sofia, "Decision events");
});
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

/** Walks all six questions, decides with one who disagrees and commits; what each screen says at the end. */
async function holdMeeting(
  tabs: Readonly<Record<(typeof drivers)[number], Tab>>,
): Promise<readonly string[]> {
  const { sofia, kwame, ines, meiling, tomasz } = tabs;
  await sofia.app.getByRole("button", { name: "Start the walk" }).click();
  for (const [index, answer] of answers.entries()) {
    await Promise.all(
      drivers.map(async (name) => {
        await reaches(tabs[name], `Question ${index + 1} of 6`);
        await answer(tabs[name], name);
        await giveAnswer(tabs[name]);
      }),
    );
    await reaches(sofia, "5 of 5 answered");
    await conclude(sofia, `The table agrees on question ${index + 1}.`);
  }
  await propose(sofia, "Build one shared forecasting model, owned by Sales Operations.");
  await Promise.all([
    ...[sofia, kwame, meiling, tomasz].map((tab) => takeStance(tab, "Agree")),
    takeStance(ines, "Disagree and commit", "Reps lose a say in their own numbers."),
  ]);
  await rule(sofia, "Accept the proposal");
  await sofia.app.getByRole("button", { name: "Close", exact: true }).click();
  return Promise.all(
    drivers.map(async (name) => {
      await tabs[name].app.getByText(/^Recorded in SharePoint/).waitFor();
      return tabs[name].app.getByRole("region", { name: "Result" }).ariaSnapshot();
    }),
  );
}

/** How many rows of a kind each person wrote. */
function authorsOf(kind: string): Partial<Record<Name, number>> {
  const counts: Partial<Record<Name, number>> = {};
  for (const { createdBy } of events.filter(({ fields }) => fields["Kind"] === kind)) {
    const name = nameOf(createdBy.user.id);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe("five people, one meeting", () => {
  it("leaves one row in Decisions, with typed values", () => {
    expect(decisions).toHaveLength(1);
    expect(decisions[0]?.fields).toMatchObject({
      Title: forecasting.title,
      Status: "decided",
      Outcome: "Decided: Build one shared forecasting model, owned by Sales Operations.",
      Drivers: 5,
      DriversPresent: 5,
      FunctionsNeeded: 5,
      FunctionsCovered: 5,
      Dissent: 1,
    });
    expect(decisions[0]?.fields["DissentByName"]).toContain("Inés Navarro");
  });

  it("names the decider as a person of SharePoint", () => {
    const lookupOfSofia = events.find(
      ({ createdBy }) => createdBy.user.id === people.sofia,
    )?.fields;

    expect(decisions[0]?.fields["DeciderLookupId"]).toBe(lookupOfSofia?.["AuthorLookupId"]);
  });

  it("says when it was decided", () => {
    const decidedOn = Date.parse(String(decisions[0]?.fields["DecidedOn"]));

    expect(Math.abs(Date.now() - decidedOn)).toBeLessThan(10 * 60_000);
  });

  it("has one row for each answer, written by who gave it", () => {
    expect(authorsOf("question-answered")).toEqual({
      sofia: 6,
      kwame: 6,
      ines: 6,
      meiling: 6,
      tomasz: 6,
    });
  });

  it("has one row for each stance, written by who took it", () => {
    expect(authorsOf("stance-taken")).toEqual({
      sofia: 1,
      kwame: 1,
      ines: 1,
      meiling: 1,
      tomasz: 1,
    });
  });

  it.each([
    ["decision-opened", 1],
    ["walk-started", 1],
    ["answers-revealed", 6],
    ["question-concluded", 6],
    ["proposal-made", 1],
    ["proposal-ruled", 1],
    ["decision-closed", 1],
  ])("has the facilitator's rows %s, %i of them", (kind, times) => {
    expect(authorsOf(kind)).toEqual({ sofia: times });
  });

  it("has the record written once", () => {
    const counts = Object.values(authorsOf("record-written"));

    expect(counts).toEqual([1]);
  });

  it("has every event id once, and no row that was changed", () => {
    expect(new Set(events.map(({ fields }) => fields["EventId"])).size).toBe(events.length);
    expect(events.filter(({ eTag }) => !eTag.endsWith(`,1"`))).toEqual([]);
  });

  it("carries the hash that its rows give", () => {
    expect(decisions[0]?.fields["RecordHash"]).toBe(recordHashOf(events));
  });

  it("shows all five the same result, with dissent by name", () => {
    expect(new Set(screens).size).toBe(1);
    expect(screens[0]).toContain("Reps lose a say in their own numbers.");
  });
});
