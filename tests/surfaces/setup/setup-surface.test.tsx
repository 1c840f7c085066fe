import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { SetupHost } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { SetupSurface } from "#surfaces/setup/setup-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { inJsdom } from "../in-jsdom.ts";
import { provisioningOf, salesSite } from "../../flows/provisioning-double.ts";

inJsdom();

/** Teams' Save button, as far as the page sees it. */
function saveButton() {
  const button = {
    enabled: false,
    settings: undefined as Parameters<SetupHost["onSave"]>[0] | undefined,
  };
  const host: SetupHost = {
    setSaveEnabled: (enabled) => {
      button.enabled = enabled;
    },
    onSave: (settings) => {
      button.settings = settings;
    },
  };
  return { button, host };
}

function open(behaviour: Parameters<typeof provisioningOf>[0] = {}, recommendedSiteId?: string) {
  const { button, host } = saveButton();
  const links: string[] = [];
  const asked: string[] = [];
  const provisioning = provisioningOf(behaviour);
  render(
    <LiveRegion>
      <SetupSurface
        provisioning={provisioning}
        host={host}
        recommendedSiteId={recommendedSiteId}
        openLink={(url) => links.push(url)}
        askConsent={async (scopes) => {
          await Promise.resolve();
          asked.push(...scopes);
          provisioning.heal();
        }}
      />
    </LiveRegion>,
  );
  return { button, links, asked, provisioning, user: userEvent.setup() };
}

const line = (list: string) =>
  within(screen.getByText(list, { selector: "li span" }).closest("li")!);

describe("setting up with a recommended site", () => {
  it("has it chosen already and keeps Save closed until both lists are ready", async () => {
    const { button, user } = open({}, salesSite.id);

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
    const { button, user } = open({ eventsDiffer: differences }, salesSite.id);

    expect(await screen.findByText("Column Kind is missing.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Repair Decision events" }));

    expect(await line("Decision events").findByText("ready")).toBeTruthy();
    expect(button.enabled).toBe(true);
  });

  it("offers no repair where only a person can change it back", async () => {
    open(
      { eventsDiffer: [{ sentence: "Column Kind holds a number.", repairable: false }] },
      salesSite.id,
    );

    expect(await screen.findByText(/Change it back in SharePoint/u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Repair/u })).toBeNull();
  });

  it("tells whoever may not make lists whom to ask, with a text to send", async () => {
    const { button } = open({ inspect: new StoreError("forbidden", "no") }, salesSite.id);

    expect(await screen.findByText("You may not make lists on Sales leadership")).toBeTruthy();
    expect(
      screen.getByText(/Could you help me keep our decisions on Sales leadership/u),
    ).toBeTruthy();
    expect(button.enabled).toBe(false);
  });

  it("offers another try when SharePoint does not answer", async () => {
    open({ inspect: new StoreError("unavailable", "503") }, salesSite.id);

    expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
    expect(screen.getAllByText(/SharePoint does not answer/u).length).toBeGreaterThan(0);
  });
});

describe("setting up without the permission to", () => {
  it("asks for it with one click and goes on where it stopped", async () => {
    const why = new StoreError("consent-needed", "no", { scopes: ["Sites.Manage.All"] });
    const { user, asked } = open({ inspect: why }, salesSite.id);

    await user.click(await screen.findByRole("button", { name: "Allow" }));

    expect(asked).toEqual(["Sites.Manage.All"]);
    expect(await line("Decisions").findByText("will be created")).toBeTruthy();
  });
});

describe("setting up without a recommended site", () => {
  it("finds sites by name with the keyboard alone", async () => {
    const { user } = open();

    await user.click(screen.getByLabelText("Find a site by its name"));
    await user.keyboard("board{Enter}");
    await user.click(await screen.findByRole("radio", { name: /Architecture board/u }));

    expect(await line("Decisions").findByText("will be created")).toBeTruthy();
  });

  it("says so when no site fits, and shows what was searched for as text", async () => {
    const { user } = open();

    await user.click(screen.getByLabelText("Find a site by its name"));
    await user.keyboard("<b>x</b>{Enter}");

    expect(await screen.findByText(/No site you can open is called “<b>x<\/b>”/u)).toBeTruthy();
  });

  it("opens the chosen site outside the tab", async () => {
    const { user, links } = open({}, salesSite.id);

    await user.click(
      await screen.findByRole("button", { name: "Open Sales leadership in SharePoint" }),
    );

    expect(links).toEqual([salesSite.webUrl]);
  });
});
