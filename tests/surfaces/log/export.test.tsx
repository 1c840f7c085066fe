import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LogSurface } from "#surfaces/log/log-surface.tsx";
import { LiveRegion } from "#surfaces/shared/live-region.tsx";
import { ana, deferred, room, started } from "../../flows/meeting/room.ts";
import { nothingToShare, openingOf } from "./opening.ts";
import { inJsdom } from "../in-jsdom.ts";

inJsdom();

/** What the browser was handed to keep: jsdom has no downloads of its own. */
const files: { name: string; blob: Blob }[] = [];
let restore = () => {};
beforeEach(() => {
  files.length = 0;
  const made = new Map<string, Blob>();
  const { createObjectURL, revokeObjectURL } = URL;
  const click = HTMLAnchorElement.prototype.click;
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:${made.size}`;
    made.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function keep(this: HTMLAnchorElement) {
    const blob = made.get(this.href);
    if (blob !== undefined) files.push({ name: this.download, blob });
  };
  restore = () => {
    Object.assign(URL, { createObjectURL, revokeObjectURL });
    HTMLAnchorElement.prototype.click = click;
  };
});
afterEach(() => restore());

/** The bytes of a file, as text with its byte order mark. */
async function textOf(file: { blob: Blob } | undefined): Promise<string> {
  const reader = new FileReader();
  const read = new Promise((resolve) => reader.addEventListener("load", resolve));
  reader.readAsArrayBuffer(file?.blob ?? new Blob());
  await read;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(reader.result as ArrayBuffer);
}

/** A site with one deferred decision of Ana's and Ben's, opened by Ben. */
async function site({ isLogRead = true } = {}) {
  const table = room();
  const live = await table.enter(ana);
  for (const event of [...started, deferred]) {
    live.say(event);
    await table.world.advance(2000);
  }
  await table.world.advance(30_000);
  live.close();
  const user = userEvent.setup();
  if (!isLogRead) table.list.failNext("readDecision", "forbidden");
  render(
    <LiveRegion>
      <LogSurface
        register={table.register}
        openDecision={openingOf(table)}
        sharing={nothingToShare}
        sha256={(text) => table.world.sha256(text)}
        now={() => table.world.now()}
        openLink={() => {}}
      />
    </LiveRegion>,
  );
  const title = await screen.findByRole("button", { name: "Move forecasting to one model" });
  const openExports = async () => {
    await user.click(title);
    await user.click(screen.getByRole("button", { name: "Export" }));
    await screen.findByRole("button", { name: "Download: Minutes" });
  };
  return { user, openExports };
}

describe("exporting one decision", () => {
  it("is folded away until it is asked for", async () => {
    const { user, openExports } = await site();
    await openExports();
    const toggle = screen.getByRole("button", { name: "Export", expanded: true });

    await user.click(toggle);

    expect(screen.queryByRole("region", { name: "Export" })).toBeNull();
    expect(toggle.getAttribute("aria-expanded")).toBe("false");
  });

  it.each([
    ["Minutes", /^decision-1-move-forecasting-to-one-model\.md$/u, /^# Move forecasting/u],
    ["Decision record", /^0001-move-forecasting-to-one-model\.md$/u, /^---\nstatus: "proposed"/u],
    ["Document", /^decision-1-move-forecasting-to-one-model\.json$/u, /"Ben Okafor"/u],
    ["Log", /^decision-1-move-forecasting-to-one-model-log\.csv$/u, /"decision-closed","yes"/u],
  ])("saves %s as a file with a name that says what it is", async (name, file, start) => {
    const { user, openExports } = await site();
    await openExports();

    await user.click(screen.getByRole("button", { name: `Download: ${name}` }));

    expect(files).toHaveLength(1);
    expect(files[0]?.name).toMatch(file);
    expect(await textOf(files[0])).toMatch(start);
  });

  it("says where to look, and what to do where no file comes", async () => {
    const { user, openExports } = await site();
    await openExports();

    await user.click(screen.getByRole("button", { name: "Download: Minutes" }));

    // Once to be seen, once to be heard.
    expect(screen.getAllByText(/among your downloads\. If it is not there, copy/u)).toHaveLength(2);
  });

  it("copies the same text", async () => {
    const { user, openExports } = await site();
    await openExports();

    await user.click(screen.getByRole("button", { name: "Copy: Minutes" }));
    await user.click(screen.getByRole("button", { name: "Download: Minutes" }));

    expect(await navigator.clipboard.readText()).toBe(await textOf(files[0]));
  });

  it("selects the text where the client refuses to copy", async () => {
    const { user, openExports } = await site();
    await openExports();
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));

    await user.click(screen.getByRole("button", { name: "Copy: Minutes" }));
    const box = await screen.findByRole<HTMLTextAreaElement>("textbox", {
      name: "Text to copy: Minutes",
    });

    expect(document.activeElement).toBe(box);
    expect(box.value.slice(box.selectionStart, box.selectionEnd)).toMatch(/^# Move forecasting/u);
  });

  it("goes on without the log, and says what is missing", async () => {
    const { openExports } = await site({ isLogRead: false });
    await openExports();

    expect(screen.getByText(/everybody’s answers are missing here/u)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Download: Log" })).toBeNull();
  });
});

describe("exporting the decisions in view", () => {
  it("saves them as one table", async () => {
    const { user } = await site();

    await user.click(screen.getByRole("button", { name: "Download: Table" }));

    expect(files[0]?.name).toMatch(/^decisions-\d{4}-\d\d-\d\d\.csv$/u);
    expect(await textOf(files[0])).toMatch(/^\uFEFF"Number","Title","Status"/u);
  });

  it("is not offered where none is in view", async () => {
    const { user } = await site();

    await user.selectOptions(screen.getByLabelText("Which decisions"), "rejected");

    expect(within(document.body).queryByRole("button", { name: /^Download/u })).toBeNull();
  });
});
