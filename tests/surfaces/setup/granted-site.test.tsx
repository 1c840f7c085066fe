import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { salesSite } from "../../flows/provisioning-double.ts";
import { inJsdom } from "../in-jsdom.ts";
import { openSetup } from "./open-setup.tsx";

inJsdom();

const open = (behaviour: Parameters<typeof openSetup>[0] = {}) =>
  openSetup(behaviour, salesSite.id, {}, true);

const search = () => screen.queryByRole("searchbox");
const other = () => screen.queryByRole("button", { name: "Choose another site" });

describe("setting up where an administrator granted one site", () => {
  it("has that site chosen and offers no other", async () => {
    const { button, user } = open();
    await screen.findByText("Quorate reaches this site only.", { exact: false });
    expect([search(), other()]).toEqual([null, null]);
    await user.click(screen.getByRole("button", { name: "Create both lists" }));
    await screen.findAllByText(/^Ready\. Press Save/u);

    expect(button.enabled).toBe(true);
  });

  it("says whom to ask when the site cannot be opened, and looks again", async () => {
    const { user, provisioning } = open({ site: new StoreError("forbidden", "no") });
    await screen.findByText(/you cannot open it\. Ask an owner of that site/u);
    expect(search()).toBeNull();
    provisioning.heal();
    await user.click(screen.getByRole("button", { name: "Look again" }));

    expect(await screen.findByRole("radio", { name: /Sales leadership/u })).toBeTruthy();
  });

  it("asks for the permission where that is all that is missing", async () => {
    const why = new StoreError("consent-needed", "no", { scopes: ["Sites.Selected"] });
    const { user, asked } = open({ site: why });
    await user.click(await screen.findByRole("button", { name: "Allow" }));

    expect(asked).toEqual(["Sites.Selected"]);
    expect(await screen.findByRole("radio", { name: /Sales leadership/u })).toBeTruthy();
  });

  it("sends people to their administrator when the lists may not be made from the tab", async () => {
    const { user } = open({ makeReady: new StoreError("forbidden", "no") });
    await user.click(await screen.findByRole("button", { name: "Create both lists" }));
    const text = await screen.findByLabelText("Text to send to your administrator");

    expect(text.textContent).toContain("npx quorate provision");
    expect(screen.getAllByText("Ask your administrator to make the lists.")).not.toEqual([]);
  });
});
