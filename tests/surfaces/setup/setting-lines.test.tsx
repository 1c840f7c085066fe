import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { salesSite } from "../../flows/provisioning-double.ts";
import { inJsdom } from "../in-jsdom.ts";
import { openSetup } from "./open-setup.tsx";

inJsdom();

const there = { eventsDiffer: [] } as const;
const refused = new StoreError("no-answer", "The browser may not ask");

const line = (name: string) =>
  within(screen.getByText(name, { selector: "li span" }).closest("li")!);

describe("what only SharePoint can set", () => {
  it("is applied together with the lists, and Save waits for none of it", async () => {
    const { user, button } = openSetup({}, salesSite.id);
    await screen.findByText("Views and formatting");
    expect(line("Views and formatting").getByText("will be applied")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Create both lists" }));

    expect(await line("Views and formatting").findByText("ready")).toBeTruthy();
    expect(line("Only authors may change their rows").getByText("ready")).toBeTruthy();
    expect(button.enabled).toBe(true);
  });

  it("is told to whoever does not see the lines change", async () => {
    const { user } = openSetup(there, salesSite.id);

    await user.click(await screen.findByRole("button", { name: "Apply: Views and formatting" }));
    await user.click(screen.getByRole("button", { name: /^Apply: Only authors/u }));

    expect(await screen.findByText(/The lists look as they should/u)).toBeTruthy();
  });

  it("keeps the keyboard where it was when a button is done", async () => {
    const { user } = openSetup(there, salesSite.id);
    const apply = await screen.findByRole("button", { name: "Apply: Views and formatting" });
    apply.focus();

    await user.keyboard("{Enter}");
    await line("Views and formatting").findByText("ready");

    expect(document.activeElement?.textContent).toContain("Views and formatting");
  });

  it("says what people changed by hand, and repairs it only when asked", async () => {
    const viewsDiffer = ["The view “Deferred” is missing."];
    const { user } = openSetup(there, salesSite.id, { viewsDiffer });
    expect(await screen.findByText("The view “Deferred” is missing.")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Repair: Views and formatting" }));

    expect(await line("Views and formatting").findByText("ready")).toBeTruthy();
  });

  it("is left to a person where Quorate may not, with what is lost and the steps", async () => {
    const { button } = openSetup(there, salesSite.id, { inspect: refused });

    expect(await screen.findByText(/does not take this from a tab/u)).toBeTruthy();
    expect(line("Views and formatting").getByText("needs a person")).toBeTruthy();
    expect(screen.getByText(/reviewers see one plain table/u)).toBeTruthy();
    expect(screen.getByText(/Create items and edit items/u)).toBeTruthy();
    expect(button.enabled).toBe(true);
  });

  it("can be tried again", async () => {
    const { user, listSettings } = openSetup(there, salesSite.id, { inspect: refused });
    await screen.findByText(/does not take this from a tab/u);
    listSettings.heal();

    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(await line("Views and formatting").findByText("ready")).toBeTruthy();
  });

  it("asks for its permission with one click, and goes on with it", async () => {
    const scopes = ["https://larkfield.sharepoint.com/AllSites.Manage"];
    const why = new StoreError("consent-needed", "no", { scopes });
    const { user, asked } = openSetup(there, salesSite.id, { inspect: why });

    await user.click(await screen.findByRole("button", { name: "Allow" }));

    expect(asked).toEqual(scopes);
    expect(await line("Views and formatting").findByText("ready")).toBeTruthy();
  });

  it("puts the site script on the clipboard, or says that it may not", async () => {
    const { user, listSettings } = openSetup(there, salesSite.id, { inspect: refused });
    await user.click(await screen.findByText("Do it by hand instead"));

    await user.click(screen.getByRole("button", { name: "Copy the site script" }));

    expect(await screen.findByText("Copied.")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(listSettings.script);
  });
});

describe("the optional list of standing roles", () => {
  it("joins the others when it is ticked", async () => {
    const { user, provisioning } = openSetup({}, salesSite.id);

    await user.click(await screen.findByRole("checkbox", { name: /Keep standing roles too/u }));
    await user.click(screen.getByRole("button", { name: "Create all lists" }));

    expect(await line("Decision roles").findByText("ready")).toBeTruthy();
    expect(provisioning.made).toContain("Decision roles");
  });
});
