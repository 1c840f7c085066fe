import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { closedRow, openRow } from "../../contracts/decision-fixtures.ts";
import type { room } from "../../flows/meeting/room.ts";
import { inJsdom } from "../in-jsdom.ts";
import { ana, ben, framed, opened, prepare } from "./preparing-fixtures.tsx";

inJsdom();

/** A list in which forecasting was decided on before. */
async function hasHistory({ register }: ReturnType<typeof room>) {
  await register.open({ ...closedRow("older"), title: "Buy one model for forecasting" });
  await register.open(openRow("other", { title: "Stop paper invoices" }));
}
const found = () => screen.getByRole("list", { name: "Earlier decisions on the same matter" });
const framing = async () => {
  const hands = await prepare([opened], undefined, ana, hasHistory);
  const links = () => [...hands.live.picture().meeting.links.values()];
  return { ...hands, linked: links };
};

describe("framing what the site has decided on before", () => {
  it("shows the earlier decision, how it ended, and the words in common", async () => {
    await framing();

    expect(within(found()).getByText("Buy one model for forecasting")).toBeTruthy();
    expect(within(found()).getByText(/^Decided · /u)).toBeTruthy();
    expect(within(found()).getByText("Both speak of forecasting and model.")).toBeTruthy();
    expect(within(found()).queryByText("Stop paper invoices")).toBeNull();
  });

  it("opens it in SharePoint", async () => {
    const { user, links } = await framing();

    await user.click(
      within(found()).getByRole("button", { name: "Buy one model for forecasting" }),
    );

    expect(links).toEqual(["https://larkfield.sharepoint.com/Lists/Decisions/1_.000"]);
  });

  it("says that this one supersedes it, and takes that back", async () => {
    const { user, linked } = await framing();

    await user.click(screen.getByRole("button", { name: /^Supersedes it/u }));
    expect(linked()).toMatchObject([{ relation: "supersedes", to: "older" }]);
    await user.click(screen.getByRole("button", { name: /^Take the link away/u }));

    expect(linked()).toEqual([]);
  });

  it("reopens it only with what is new", async () => {
    const { user, linked } = await framing();

    await user.click(screen.getByRole("button", { name: /^Reopen with what is new/u }));
    await user.click(screen.getByRole("button", { name: "Reopen it" }));
    expect(linked()).toEqual([]);
    await user.type(screen.getByLabelText("What is new since then"), "The vendor left.");
    await user.click(screen.getByRole("button", { name: "Reopen it" }));

    expect(linked()).toMatchObject([{ relation: "reopens", news: "The vendor left." }]);
  });

  it("lets what is new be said of any link later", async () => {
    const { user, linked } = await framing();

    await user.click(screen.getByRole("button", { name: /^Builds on it/u }));
    await user.click(screen.getByRole("button", { name: /^Say what is new/u }));
    await user.type(screen.getByLabelText("What is new since then"), "A third region.");
    await user.click(screen.getByRole("button", { name: "Keep this" }));

    expect(linked()).toMatchObject([{ relation: "builds-on", news: "A third region." }]);
  });
});

describe("a list that tells nothing", () => {
  it("says that nobody has been here", async () => {
    await prepare([opened]);

    expect(screen.getByText("No earlier decision of this site speaks of this.")).toBeTruthy();
  });

  it("says why it cannot be read, and looks again when asked", async () => {
    const { user, settle } = await prepare([opened], undefined, ana, async (table) => {
      await hasHistory(table);
      table.register.failNext("list", "forbidden");
    });
    const section = screen.getByRole("region", { name: "Have we been here?" });

    expect(within(section).getByText(/You have no access to the site/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Look again for earlier decisions" }));
    await settle();

    expect(found()).toBeTruthy();
  });
});

describe("somebody who may look but not change", () => {
  it("reads the frame and what the decision speaks of, without a button that changes it", async () => {
    const link = { relation: "supersedes", to: "older", title: "Buy a tool" } as const;
    const { user } = await prepare(
      [opened, framed, { kind: "decision-linked", link } as never],
      [],
      ben,
      hasHistory,
    );
    await user.click(screen.getByRole("button", { name: "Show: Decision" }));

    expect(screen.getByText("Forecast error down 30 % by Q3")).toBeTruthy();
    expect(screen.getByText("Supersedes:")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Take the link away|Supersedes it/u })).toBeNull();
  });
});
