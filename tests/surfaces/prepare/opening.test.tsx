import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { toMeetingKey } from "#domain/ids.ts";
import { newMeeting } from "#domain/meeting-state.ts";
import { closedRow, openRow } from "../../contracts/decision-fixtures.ts";
import { deferred, type room, started } from "../../flows/meeting/room.ts";
import { inJsdom } from "../in-jsdom.ts";
import { ana, opened, prepare } from "./preparing-fixtures.tsx";

inJsdom();

const elsewhere = toMeetingKey("19:meeting_before@thread.v2");

/** Ana defers a decision in another meeting. */
async function deferredElsewhere({ enter, world }: ReturnType<typeof room>) {
  const live = await enter(ana, { meeting: elsewhere });
  for (const event of started) {
    const isOpening = event.kind === "decision-opened";
    live.say(
      isOpening ? { ...event, meeting: { key: elsewhere, subject: "The first round" } } : event,
    );
  }
  live.say(deferred);
  await world.advance(10_000);
  live.close();
}

describe("a decision that another meeting deferred", () => {
  it("is offered first, and taken up here with all that was said", async () => {
    const { user, live, settle } = await prepare([], undefined, ana, deferredElsewhere);
    const offered = screen.getByRole("region", { name: "Deferred on this site" });

    await user.click(within(offered).getByRole("button", { name: /^Take it up here/u }));
    await settle();

    expect(live.picture().meeting).toMatchObject({ status: "proposed", seats: { size: 2 } });
    expect(screen.getByText(/^Deferred in “The first round” on .* finished\.$/u)).toBeTruthy();
  });

  it("says why it cannot be taken up, and can be tried again", async () => {
    const { user, settle, list } = await prepare([], undefined, ana, deferredElsewhere);
    list.failNext("readDecision", "unavailable");

    await user.click(screen.getByRole("button", { name: /^Take it up here/u }));
    await settle();

    expect(screen.getByRole("alert").textContent).toMatch(/SharePoint does not answer/u);
    expect(screen.getByRole("button", { name: /^Take it up here/u })).toBeTruthy();
  });
});

describe("a decision that this meeting deferred", () => {
  it("can be taken up again, beside framing another one", async () => {
    const { user, live, settle } = await prepare([...started, deferred]);
    expect(screen.getByRole("button", { name: "Frame a decision" })).toBeTruthy();

    await user.click(screen.getByRole("button", { name: /^Take it up again/u }));
    await settle();

    expect(live.picture().meeting.status).toBe("proposed");
  });

  it("keeps what was concluded, and has time only for what is left", async () => {
    const { questions } = newMeeting.list;
    const { user, settle } = await prepare([
      ...started,
      { kind: "answers-revealed", question: questions[0]!.id },
      { kind: "question-concluded", question: questions[0]!.id, conclusion: "It is strategic." },
      deferred,
    ]);
    await user.click(screen.getByRole("button", { name: /^Take it up again/u }));
    await settle();

    expect(screen.getByText(/5 of 6 questions left/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Preview: Questions" }));
    expect(screen.getByText("It is strategic.")).toBeTruthy();
  });
});

describe("typing the next decision", () => {
  it("shows what the site decided on the same matter, before anything is opened", async () => {
    const { user, kinds } = await prepare([], undefined, ana, async ({ register }) => {
      await register.open({ ...closedRow("older"), title: "Buy one model for forecasting" });
      await register.open(openRow("other", { title: "Stop paper invoices" }));
    });

    await user.type(screen.getByLabelText("What would be done"), "Redo the forecasting model");

    const before = screen.getByRole("region", { name: "Have we been here?" });
    expect(within(before).getByText("Buy one model for forecasting")).toBeTruthy();
    expect(within(before).queryByText("Stop paper invoices")).toBeNull();
    expect(kinds()).toEqual([]);
  });

  it("shows the latest of the site until then, newest first", async () => {
    await prepare([], undefined, ana, async ({ register, world }) => {
      await register.open(closedRow("older"));
      await world.advance(5000);
      await register.open({ ...closedRow("newer"), title: "Stop paper invoices" });
    });
    const last = screen.getByRole("region", { name: "Last framed on this site" });

    expect(
      within(last)
        .getAllByRole("listitem")
        .map((line) => line.firstChild?.textContent),
    ).toEqual(["Stop paper invoices", "Redesign sales forecasting"]);
  });
});

describe("a decision prepared for this meeting", () => {
  it("has been nowhere before", async () => {
    await prepare([opened]);

    expect(screen.queryByRole("complementary", { name: "Where it was before" })).toBeNull();
  });
});
