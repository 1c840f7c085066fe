import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { toDecisionId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { DecisionRegister } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { LogSurface } from "#surfaces/log/log-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { ana, ben, deferred, room, started } from "../../flows/meeting/room.ts";
import { nothingToShare, openingOf } from "./opening.ts";
import { inJsdom } from "../in-jsdom.ts";

inJsdom();

/** A site with one deferred decision, taken by Ana and Ben, and its log. */
async function site() {
  const table = room();
  const live = await table.enter(ana);
  for (const event of [...started, deferred]) {
    live.say(event);
    await table.world.advance(2000);
  }
  await table.world.advance(30_000);
  live.close();
  return table;
}

type Table = Awaited<ReturnType<typeof site>>;

function show(table: Table, register: DecisionRegister = table.register) {
  const links: string[] = [];
  render(
    <LiveRegion>
      <LogSurface
        register={register}
        openDecision={openingOf(table)}
        sharing={nothingToShare}
        sha256={(text) => table.world.sha256(text)}
        now={() => table.world.now()}
        openLink={(url) => links.push(url)}
      />
    </LiveRegion>,
  );
  return { links, user: userEvent.setup() };
}

async function more(table: Table, id: string, change: Partial<DecisionRow>) {
  const [kept] = (await table.register.list()).decisions;
  await table.register.open({ ...kept!.row, decision: toDecisionId(id), ...change });
}

const titles = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);

describe("the decisions of a site", () => {
  it("stand newest first, each with its outcome and the table at its smallest", async () => {
    const table = await site();
    await more(table, "d-2", { title: "Replace the planner" });
    show(table);

    const entry = (await screen.findAllByRole("listitem"))[1]!;

    expect(titles()).toEqual(["Replace the planner", "Move forecasting to one model"]);
    expect(within(entry).getByText("Deferred: The pilot is not finished.")).toBeTruthy();
    expect(within(entry).getByText(/^1 of 2 drivers present/u)).toBeTruthy();
  });

  it("are filtered by a sentence whose words can be changed", async () => {
    const table = await site();
    await more(table, "d-2", { title: "Replace the planner", status: "decided" });
    await more(table, "d-3", { title: "Buy a scanner", status: "decided", functions: ["Legal"] });
    const { user } = show(table);

    await user.selectOptions(await screen.findByLabelText("Which decisions"), "decided");
    await user.selectOptions(screen.getByLabelText("Which function"), "Legal");

    expect(titles()).toEqual(["Buy a scanner"]);
  });

  it("say when a review is overdue", async () => {
    const table = await site();
    await more(table, "d-2", { status: "decided", reviewOn: "2026-11-01" });
    const { user } = show(table);

    expect(await screen.findByText("Review overdue since 1 November 2026")).toBeTruthy();
    await user.selectOptions(screen.getByLabelText("When reviewed"), "overdue");

    expect(titles()).toHaveLength(1);
  });

  it("say what to do when they cannot be read, and are read again", async () => {
    const table = await site();
    let isDown = true;
    const { user } = show(table, {
      ...table.register,
      list: async () => {
        if (isDown) throw new StoreError("unavailable", "503");
        return await table.register.list();
      },
    });

    await screen.findByText(/SharePoint does not answer/u);
    isDown = false;
    await user.click(screen.getByRole("button", { name: "Try again" }));

    expect(
      await screen.findByRole("button", { name: "Move forecasting to one model" }),
    ).toBeTruthy();
  });
});

async function opened(table: Table) {
  const { user, links } = show(table);
  await user.click(await screen.findByRole("button", { name: "Move forecasting to one model" }));
  await screen.findByRole("heading", { name: "Verify" });
  return { user, links };
}

describe("one decision", () => {
  it("is a record to read: what, who, how, with the focus on its title", async () => {
    await opened(await site());

    expect(document.activeElement?.textContent).toBe("Move forecasting to one model");
    const table = screen.getByRole("table", { name: "The table" });
    expect(within(table).getByText("Ben Okafor")).toBeTruthy();
    expect(screen.getByText(/Single decider: the decider rules/u)).toBeTruthy();
  });

  it("says why a group was needed, or was not", async () => {
    const table = await site();
    const [kept] = (await table.register.list()).decisions;
    await table.register.write(kept!, { ...kept!.row, gateReasons: "This can stay with IT." });
    await opened(table);

    expect(screen.getByText("This can stay with IT.")).toBeTruthy();
  });

  it("has no heading above nothing", async () => {
    const { register, ...table } = await site();
    const empty = { context: "", wantedOutcome: "", withoutIt: "", gateReasons: "" };
    const list = async () => {
      const { decisions, ...rest } = await register.list();
      const without = decisions.map((kept) => ({ ...kept, row: { ...kept.row, ...empty } }));
      return { ...rest, decisions: without };
    };
    await opened({ ...table, register: { ...register, list } });

    expect(screen.queryByRole("heading", { name: "Why" })).toBeNull();
    expect(screen.getByRole("heading", { name: "How" })).toBeTruthy();
  });

  it("leads to its row in SharePoint", async () => {
    const table = await site();
    const { user, links } = await opened(table);

    await user.click(screen.getByRole("button", { name: "Open in SharePoint" }));

    expect(links).toEqual([(await table.register.list()).decisions[0]?.webUrl]);
  });

  it("gives the focus back to where one came from", async () => {
    const { user } = await opened(await site());

    await user.click(screen.getByRole("button", { name: "All decisions" }));

    expect(document.activeElement?.textContent).toBe("Move forecasting to one model");
    expect(document.activeElement?.tagName).toBe("BUTTON");
  });

  it("shows what people wrote as text", async () => {
    const table = await site();
    const [kept] = (await table.register.list()).decisions;
    await table.register.write(kept!, { ...kept!.row, outcome: "<img src=x> =1+1" });
    await opened(table);

    expect(screen.getByText("<img src=x> =1+1")).toBeTruthy();
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("verifying", () => {
  it("says that record and log match", async () => {
    const { user } = await opened(await site());

    await user.click(screen.getByRole("button", { name: "Verify this record" }));

    expect(
      (await screen.findAllByText("The record matches its log of 6 events.")).length,
    ).toBeGreaterThan(0);
  });

  it("shows both versions of a column that was changed by hand", async () => {
    const table = await site();
    const [kept] = (await table.register.list()).decisions;
    await table.register.write(kept!, { ...kept!.row, result: "Passed by all." });
    const { user } = await opened(table);

    await user.click(screen.getByRole("button", { name: "Verify this record" }));
    const row = await screen.findByRole("row", { name: /^Result Passed by all\./u });

    expect(within(row).getByText("(nothing)")).toBeTruthy();
  });

  it("keeps events without right and rows changed by hand in view", async () => {
    const table = await site();
    const log = table.list.as(ben);
    const [{ decision, meeting }] = table.list.rows() as [Awaited<ReturnType<typeof log.append>>];
    await log.append({
      eventId: "late" as never,
      decision: decision as never,
      meeting: meeting as never,
      kind: "seat-removed",
      previous: "",
      payload: JSON.stringify({ kind: "seat-removed", seat: "seat-ana" }),
    });
    table.list.edit(4, { payload: "{}" });
    const { user } = show(table);
    await user.click(await screen.findByRole("button", { name: "Move forecasting to one model" }));

    const rows = (await screen.findByRole("heading", { name: "Audit" })).parentElement!;
    const flagged = within(rows).getByRole("row", { name: /^4 / });
    const refused = within(rows).getByRole("row", { name: /^8 / });

    expect(within(rows).getByText(/^8 rows in the log, 2 of them flagged/u)).toBeTruthy();
    expect(flagged.textContent).toMatch(
      /Eva Lundseat set, by Ana FerreiraChanged after it was written\. What was said first counts\./u,
    );
    expect(flagged.querySelector("code")?.textContent).toBe("{}");
    expect(refused.textContent).toMatch(
      /Ben Okaforseat removedThis decision is closed\. Nothing can be added to it\.$/u,
    );
  });

  it("goes through the record line by line", async () => {
    const { user } = await opened(await site());

    await user.click(screen.getByRole("button", { name: "Verify this record" }));
    const hash = await screen.findByRole("row", { name: /^SHA-256 [0-9a-f]{64} The same$/u });
    const [head, ...lines] = within(hash.closest("table")!).getAllByRole("row");

    expect(head?.textContent).toBe("LineIn SharePointBy the log");
    expect(lines.length).toBeGreaterThan(25);
    for (const line of lines) expect(line.textContent).toMatch(/The same$/u);
    expect(screen.getByRole("row", { name: /^Chain of events/u })).toBeTruthy();
  });

  it("names the events that follow a row that is gone", async () => {
    const table = await site();
    table.list.remove(3);
    const { user } = await opened(table);

    await user.click(screen.getByRole("button", { name: "Verify this record" }));

    expect(
      await screen.findByRole("row", { name: /^Chain of events Gaps before row 4/u }),
    ).toBeTruthy();
    expect(screen.getByText(/had seen a row before it that is gone/u)).toBeTruthy();
  });
});
