import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { inJsdom } from "../in-jsdom.ts";
import { openSetup } from "./open-setup.tsx";
import { salesSite } from "../../flows/provisioning-double.ts";

inJsdom();

const line = (list: string) =>
  within(screen.getByText(list, { selector: "li span" }).closest("li")!);

describe("setting up with a recommended site", () => {
  it("has it chosen already and keeps Save closed until both lists are ready", async () => {
    const { button, user } = openSetup({}, salesSite.id);

    expect(await screen.findByRole("radio", { name: /Sales leadership/u })).toHaveProperty(
      "checked",
      true,
    );
    expect(line("Decisions").getByText("will be created")).toBeTruthy();
    expect(button.enabled).toBe(false);

    await user.click(screen.getByRole("button", { name: "Create both lists" }));

    expect(await line("Decision events").findByText("ready")).toBeTruthy();
    expect(button.enabled).toBe(true);
    expect(button.settings?.()).toEqual({
      place: {
        siteId: salesSite.id,
        decisionsListId: "list-of-Decisions",
        eventsListId: "list-of-Decision events",
      },
      questionListId: "technology-decision",
    });
  });

  it("says what differs in a list changed by hand, and repairs it", async () => {
    const differences = [{ sentence: "Column Kind is missing.", repairable: true }];
    const { button, user } = openSetup({ eventsDiffer: differences }, salesSite.id);

    expect(await screen.findByText("Column Kind is missing.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Repair Decision events" }));

    expect(await line("Decision events").findByText("ready")).toBeTruthy();
    expect(button.enabled).toBe(true);
  });

  it("offers no repair where only a person can change it back", async () => {
    openSetup(
      { eventsDiffer: [{ sentence: "Column Kind holds a number.", repairable: false }] },
      salesSite.id,
    );

    expect(await screen.findByText("Column Kind holds a number.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Repair/u })).toBeNull();
  });

  it("tells whoever may not make lists whom to ask, with a text to send", async () => {
    const { button } = openSetup({ inspect: new StoreError("forbidden", "no") }, salesSite.id);

    expect(await screen.findByText("You may not make lists on Sales leadership")).toBeTruthy();
    expect(
      screen.getByText(/Could you help me keep our decisions on Sales leadership/u),
    ).toBeTruthy();
    expect(button.enabled).toBe(false);
  });

  it("offers another try when SharePoint does not answer", async () => {
    openSetup({ inspect: new StoreError("unavailable", "503") }, salesSite.id);

    expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
    expect(screen.getAllByText(/SharePoint does not answer/u).length).toBeGreaterThan(0);
  });
});

describe("setting up without the permission to", () => {
  it("asks for it with one click and goes on where it stopped", async () => {
    const why = new StoreError("consent-needed", "no", { scopes: ["Sites.Manage.All"] });
    const { user, asked } = openSetup({ inspect: why }, salesSite.id);

    await user.click(await screen.findByRole("button", { name: "Allow" }));

    expect(asked).toEqual(["Sites.Manage.All"]);
    expect(await line("Decisions").findByText("will be created")).toBeTruthy();
  });
});

describe("setting up without a recommended site", () => {
  it("finds sites by name with the keyboard alone", async () => {
    const { user } = openSetup();

    await user.click(screen.getByLabelText("Find a site by its name"));
    await user.keyboard("board{Enter}");
    await user.click(await screen.findByRole("radio", { name: /Architecture board/u }));

    expect(await line("Decisions").findByText("will be created")).toBeTruthy();
  });

  it("says so when no site fits, and shows what was searched for as text", async () => {
    const { user } = openSetup();

    await user.click(screen.getByLabelText("Find a site by its name"));
    await user.keyboard("<b>x</b>{Enter}");

    expect(await screen.findByText(/No site you can open is called “<b>x<\/b>”/u)).toBeTruthy();
  });

  it("opens the chosen site outside the tab", async () => {
    const { user, links } = openSetup({}, salesSite.id);

    await user.click(
      await screen.findByRole("button", { name: "Open Sales leadership in SharePoint" }),
    );

    expect(links).toEqual([salesSite.webUrl]);
  });
});
