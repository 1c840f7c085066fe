import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { FailureKind } from "#flows/store-error.ts";
import { StoreError } from "#flows/store-error.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import { SharePanel } from "#surfaces/log/sharing/share-panel.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { exported } from "../../domain/export/exported-fixtures.ts";
import { closed, gathered } from "../../domain/meeting-fixtures.ts";
import { mishaps } from "../../doubles/mishaps.ts";
import { inJsdom } from "../in-jsdom.ts";

inJsdom();

const details: ProposalDetails = {
  milestones: [{ what: "Pilot in one region", by: "2027-02-01", owner: "Ada Moreau" }],
  conditions: ["Train people first"],
};
const decided = exported(
  {},
  closed.map((saying) =>
    saying.event.kind === "proposal-made"
      ? { ...saying, event: { ...saying.event, ...details } }
      : saying,
  ),
);

/** A chat and a plan in memory that fail as they are told to, and a person who says yes or no. */
function show(failing: readonly (readonly [call: string, kind: FailureKind])[] = [], says = true) {
  const cards: string[] = [];
  const tasks: string[] = [];
  const asked: string[] = [];
  const { around, failNext } = mishaps();
  for (const [call, kind] of failing) failNext(call, kind);
  const sharing: Sharing = {
    chat: { post: (_, card) => around("post", () => void cards.push(card)) },
    plans: {
      plans: () => around("plans", () => [{ id: "plan", title: "Forecasting" }]),
      tasks: () =>
        around("tasks", () => tasks.map((title) => ({ id: title, title, hasDescription: true }))),
      add: (_, { title }) =>
        around("add", () => {
          tasks.push(title);
          return { id: title, title, hasDescription: false };
        }),
      describe: () => around("describe", () => undefined),
    },
    askConsent: (scopes) => {
      asked.push(...scopes);
      return says ? Promise.resolve() : Promise.reject(new StoreError("consent-needed", "no"));
    },
  };
  render(
    <LiveRegion>
      <SharePanel exported={decided} sharing={sharing} />
    </LiveRegion>,
  );
  const user = userEvent.setup();
  const press = async (name: string) => await user.click(screen.getByRole("button", { name }));
  const way = (name: string) => within(screen.getByRole("region", { name }));
  return { cards, tasks, asked, press, way };
}

const card = "Card in the meeting chat";

describe("a card in the meeting chat", () => {
  it("is posted when pressed, once", async () => {
    const { cards, press, way } = show();

    await press("Post the card");

    expect(await way(card).findByText(/^Posted\./u)).toBeTruthy();
    expect(cards).toHaveLength(1);
    expect(way(card).queryByRole("button")).toBeNull();
  });

  it("says why it asks for a permission, then goes on by itself", async () => {
    const { cards, press, way } = show([["post", "consent-needed"]]);

    await press("Post the card");
    expect(await way(card).findByText(/needs your permission to send chat messages/u)).toBeTruthy();
    await press("Allow and post");

    expect(await way(card).findByText(/^Posted\./u)).toBeTruthy();
    expect(cards).toHaveLength(1);
  });

  it("gives the text to send instead where somebody says no", async () => {
    const { cards, press, way } = show([["post", "consent-needed"]], false);

    await press("Post the card");
    await press("Allow and post");

    expect(await way(card).findByText(/^Without your permission nothing is posted/u)).toBeTruthy();
    expect(way(card).getByLabelText("Text to send instead").textContent).toMatch(/^For /u);
    expect(cards).toEqual([]);
  });

  it("is not posted again by itself where no answer came", async () => {
    const { cards, press, way } = show([["post", "no-answer"]]);

    await press("Post the card");

    expect(await way(card).findByText(/^No answer came\. The card may be/u)).toBeTruthy();
    expect(cards).toEqual([]);
    expect(way(card).getByRole("button", { name: "Post it again" })).toBeTruthy();
  });
});

describe("tasks in Planner", () => {
  it("are those somebody answers for, unless others are ticked", async () => {
    const { tasks, press, way } = show();
    const user = userEvent.setup();

    await press("Choose a plan");
    await user.click(await screen.findByLabelText(/^Condition: Train people first/u));
    await press("Add 2 tasks");

    expect(await way("Tasks in Planner").findByText("2 tasks added.")).toBeTruthy();
    expect(tasks).toEqual([
      "Pilot in one region (decision 12)",
      "Condition: Train people first (decision 12)",
    ]);
  });

  it("are not doubled when it is pressed again after silence", async () => {
    const { tasks, press, way } = show([["describe", "no-answer"]]);

    await press("Choose a plan");
    await press("Add 1 task");
    await way("Tasks in Planner").findByText(/^No answer came\. Press again/u);
    await press("Add 1 task");

    expect(await way("Tasks in Planner").findByText(/1 task was there already\./u)).toBeTruthy();
    expect(tasks).toHaveLength(1);
  });

  it("can be copied where Planner cannot be read", async () => {
    const { press, way } = show([["plans", "forbidden"]]);

    await press("Choose a plan");

    expect((await way("Tasks in Planner").findByLabelText("Tasks as text")).textContent).toBe(
      "– Pilot in one region (decision 12), by 2027-02-01, Ada Moreau\n– Condition: Train people first (decision 12)",
    );
  });
});

describe("a deployment without cards and plans", () => {
  it("has the summary for those who were not there", () => {
    const open = exported({}, gathered);
    render(<SharePanel exported={open} sharing={{ askConsent: () => Promise.resolve() }} />);

    expect(screen.getByLabelText("Summary for those who were not there")).toBeTruthy();
    expect(screen.queryByRole("region", { name: card })).toBeNull();
  });
});
