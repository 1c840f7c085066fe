import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { KeptDecision } from "#flows/ports.ts";
import { LogSurface } from "#surfaces/log/log-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { exported } from "../../domain/export/exported-fixtures.ts";
import { room } from "../../flows/meeting/room.ts";
import { inJsdom } from "../in-jsdom.ts";
import { nothingToShare, openingOf } from "./opening.ts";

inJsdom();

function show(count: number) {
  const table = room();
  const { row } = exported();
  const decisions = Array.from({ length: count }, (_, at): KeptDecision => ({
    item: String(count - at),
    etag: "",
    row: { ...row, title: `Decision no. ${count - at}` },
    webUrl: "",
    createdAtMs: 1_760_000_000_000 - at,
  }));
  const openDecision = openingOf(table);
  render(
    <LiveRegion>
      <LogSurface
        register={{ ...table.register, list: () => Promise.resolve({ decisions, unreadable: 0 }) }}
        openDecision={openDecision}
        sharing={nothingToShare}
        sha256={table.world.sha256}
        now={table.world.now}
        openLink={() => undefined}
      />
    </LiveRegion>,
  );
  return userEvent.setup();
}

describe("a list of many decisions", () => {
  it("shows the newest, and more when asked", async () => {
    const user = show(2000);

    expect(await screen.findByText("100 of 2000 shown")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Show more" }));

    expect(screen.getByText("200 of 2000 shown")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Decision no. 1801" })).toBeTruthy();
  });

  it("shows a short list whole", async () => {
    show(3);

    await screen.findByRole("button", { name: "Decision no. 1" });
    expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
  });

  it("draws figures of all in view when asked, each with a table beside it", async () => {
    const user = show(120);

    await user.click(await screen.findByRole("button", { name: "Show the figures" }));
    const chart = await screen.findByRole("region", { name: "Time to decide" });

    expect(within(chart).getAllByRole("listitem")[0]?.textContent).toBe("Within a week120");
    expect(within(chart).getByRole("row", { name: "Within a week 120 120" })).toBeTruthy();
  });
});
