import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
import type { Person } from "#domain/table/person.ts";
import { LogSurface } from "#surfaces/log/log-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { amendment, site } from "../../flows/afterwards/decided.ts";
import { ben } from "../../flows/meeting/room.ts";
import { inJsdom } from "../in-jsdom.ts";
import { nothingToShare, openingOf } from "./opening.ts";

inJsdom();

const zoe: Person = { id: toPersonId("zoe"), name: "Zoe Ando" };
type Site = Awaited<ReturnType<typeof site>>;

async function show(at: Site, title: string, me: Person = ben) {
  const user = userEvent.setup();
  const openDecision = openingOf(at, me);
  render(
    <LiveRegion>
      <LogSurface
        register={at.register}
        openDecision={openDecision}
        sharing={nothingToShare}
        sha256={at.world.sha256}
        now={at.world.now}
        openLink={() => undefined}
      />
    </LiveRegion>,
  );
  await user.click(await screen.findByRole("button", { name: title }));
  await screen.findByRole("heading", { name: "Verify" });
  const press = async (name: string) => await user.click(screen.getByRole("button", { name }));
  const section = (name: string) => screen.getByRole("region", { name });
  return { user, press, section };
}

describe("a decision that was taken", () => {
  it("is amended, and says so at once", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const { user, press, section } = await show(at, "Move forecasting");

    await press("Amend…");
    await user.type(screen.getByLabelText("What is different from now on"), "It starts in June.");
    await user.type(screen.getByLabelText("Why it changes"), "The vendor is late.");
    await press("Add the amendment");

    await screen.findAllByText(/^Saved /u);
    expect(section("Amendments").textContent).toMatch(
      /· Ben Okafor: It starts in June\. \(because: The vendor is late\.\)/u,
    );
    expect(at.rowOf(decision).status).toBe("amended");
    expect(screen.getByText(/· Amended$/u)).toBeTruthy();
  });

  it("asks for what is missing, and gives the focus back when cancelled", async () => {
    const at = await site();
    await at.decide("Move forecasting");
    const { user, press } = await show(at, "Move forecasting");

    await press("Amend…");
    expect(document.activeElement?.textContent).toBe("Amend this decision");
    await press("Add the amendment");
    expect(screen.getByText("Say what changes.")).toBeTruthy();
    await user.keyboard("{Escape}");

    expect(document.activeElement?.textContent).toBe("Amend…");
  });

  it("is reviewed: what came beside what was expected, and when to look again", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const { user, press, section } = await show(at, "Move forecasting");

    await press("Hold the review…");
    await user.type(screen.getByLabelText("What came of it"), "Two regions use it.");
    await user.click(screen.getByLabelText("It stands"));
    await user.type(screen.getByLabelText(/^Review it again on/u), "2028-01-10");
    await press("Record the review");

    await screen.findAllByText(/^Saved /u);
    expect(section("Review").textContent).toMatch(/Reviewed by Ben Okafor: Two regions use it\./u);
    expect(at.rowOf(decision).reviewOn).toBe("2028-01-10");
  });

  it("offers nothing to add to somebody who has no part in it", async () => {
    const at = await site();
    await at.decide("Move forecasting");
    await show(at, "Move forecasting", zoe);

    expect(screen.queryByRole("button", { name: "Amend…" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Hold the review…" })).toBeNull();
    expect(screen.getByRole("button", { name: "Start a new decision on this…" })).toBeTruthy();
  });

  it("shows amended words as text", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const open = await at.look(decision, ben);
    open.say({ ...amendment, text: "<img src=x>" } as typeof amendment);
    await at.world.settle();
    await show(at, "Move forecasting");

    expect(screen.getByText(/<img src=x>/u)).toBeTruthy();
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("linked decisions", () => {
  async function linked() {
    const at = await site();
    const older = await at.decide("Keep three forecasts");
    await at.decide("Move to one forecast", [["supersedes", older]]);
    return { at, older };
  }

  it("show a claim nobody has confirmed, and confirm it", async () => {
    const { at, older } = await linked();
    const { press, section } = await show(at, "Keep three forecasts");
    expect(section("Linked decisions").textContent).toMatch(
      /^Linked decisionsMove to one forecast says that it supersedes this decision\. Nobody has/u,
    );

    await press("Confirm: Move to one forecast");
    await screen.findAllByText(/^Saved /u);

    expect(section("Linked decisions").textContent).toBe(
      "Linked decisionsSuperseded by Move to one forecast",
    );
    expect(at.rowOf(older).status).toBe("superseded");
  });

  it("leave the confirming to those who may", async () => {
    const { at } = await linked();
    await show(at, "Keep three forecasts", zoe);

    expect(screen.getByText(/says that it supersedes this decision/u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Confirm/u })).toBeNull();
  });

  it("lead to each other", async () => {
    const { at } = await linked();
    const { user, section } = await show(at, "Move to one forecast");
    expect(section("Linked decisions").textContent).toMatch(
      /Supersedes Keep three forecasts\. The earlier decision does not say so yet\.$/u,
    );

    await user.click(
      within(section("Linked decisions")).getByRole("button", { name: "Keep three forecasts" }),
    );

    expect(await screen.findByRole("heading", { level: 1, name: "Keep three forecasts" })).toBe(
      document.activeElement,
    );
  });
});

describe("a row that somebody changed by hand", () => {
  it("is said to be, and put right when asked", async () => {
    const at = await site();
    const decision = await at.decide("Move forecasting");
    const kept = (await at.register.find(decision))!;
    await at.register.write(kept, { ...kept.row, status: "reversed" });
    const { press } = await show(at, "Move forecasting");
    await at.world.advance(10_000);

    await screen.findByText(/^Somebody changed what the list says/u, { selector: "p" });
    await press("Write what the log tells");
    await screen.findByText(/· Decided$/u);

    expect(at.rowOf(decision).status).toBe("decided");
  });
});
