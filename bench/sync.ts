import type { Browser } from "playwright-core";
import { askGraph, decisionSite } from "../tests/e2e/graph.ts";
import { drivers, people } from "../tests/e2e/people.ts";
import type { Sandbox } from "../tests/e2e/sandbox.ts";
import { openSidePanels, prepareMeeting } from "../tests/e2e/story.ts";
import { answers, conclude, reaches } from "../tests/e2e/walk-steps.ts";
import { type Figure, quantile } from "./figures.ts";

const floorRuns = 60;
const graphBase = "https://graph.microsoft.com/v1.0";
const events = `/sites/${decisionSite}/lists/Decision events/items`;

/** Milliseconds from pressing the button in one browser until all others show the answer. */
export async function timeAnswers(browser: Browser, sandbox: Sandbox): Promise<readonly number[]> {
  const organizer = await prepareMeeting(browser, sandbox);
  await organizer.close();
  const tabs = await openSidePanels(browser, sandbox, drivers);
  await tabs.sofia.app.getByRole("button", { name: "Start the walk" }).click();
  const times: number[] = [];
  for (const [index, answer] of answers.entries()) {
    for (const [given, name] of drivers.entries()) {
      await reaches(tabs[name], `Question ${index + 1} of 6`);
      await answer(tabs[name], name);
      const others = drivers.filter((other) => other !== name);
      const started = performance.now();
      await tabs[name].app.getByRole("button", { name: "Give my answer" }).click();
      await Promise.all(others.map((other) => reaches(tabs[other], `${given + 1} of 5 answered`)));
      times.push(performance.now() - started);
    }
    await conclude(tabs.sofia, `The table agrees on question ${index + 1}.`);
  }
  await Promise.all(drivers.map((name) => tabs[name].close()));
  return times;
}

/** Milliseconds for one bare append by one person and the delta that shows it to another. */
export async function timeFloor(sandbox: Sandbox): Promise<readonly number[]> {
  let cursor = await follow(sandbox, `${events}/delta?token=latest`);
  const times: number[] = [];
  for (let run = 0; run < floorRuns; run += 1) {
    const id = `floor-${run}-${process.pid}`;
    const started = performance.now();
    const fields = { Title: "floor", EventId: id, MeetingKey: "bench", Kind: "bench" };
    const made = await askGraph(sandbox, people.sofia, events, {
      method: "POST",
      body: { fields },
    });
    if (made.status !== 201) throw new Error(`The bare append was refused: ${made.status}`);
    let isSeen = false;
    while (!isSeen) {
      const seen = await follow(sandbox, cursor.next);
      isSeen = seen.rows > 0;
      cursor = seen;
    }
    times.push(performance.now() - started);
  }
  return times;
}

interface DeltaPage {
  readonly value: readonly unknown[];
  readonly "@odata.deltaLink"?: string;
  readonly "@odata.nextLink"?: string;
}

async function follow(sandbox: Sandbox, path: string) {
  const answer = await askGraph(sandbox, people.kwame, path);
  const page = (await answer.json()) as DeltaPage;
  const next = page["@odata.deltaLink"] ?? page["@odata.nextLink"] ?? "";
  return { rows: page.value.length, next: next.slice(graphBase.length) };
}

/** The figures of both. */
export function syncFigures(seen: readonly number[], floor: readonly number[]): readonly Figure[] {
  const note = `n = ${seen.length}, until all four others show it`;
  const bare = `n = ${floor.length}, no browser`;
  return [
    {
      what: "answer given → visible to all others, p50",
      value: quantile(seen, 0.5),
      unit: "ms",
      note,
    },
    {
      what: "answer given → visible to all others, p95",
      value: quantile(seen, 0.95),
      unit: "ms",
      note,
    },
    { what: "bare append + delta, p50", value: quantile(floor, 0.5), unit: "ms", note: bare },
    { what: "bare append + delta, p95", value: quantile(floor, 0.95), unit: "ms", note: bare },
  ];
}
