import { describe, expect, it } from "vitest";
import { recordDecision, site } from "./recorded.ts";
import { openTerminal } from "./terminal.ts";

const sofia = "10000000-0000-4000-8000-000000000001";
const at = ["--site", site];

async function recorded(options: { readonly isOpen?: boolean } = {}) {
  const terminal = openTerminal();
  return { terminal, ...(await recordDecision(terminal, options)) };
}

describe("verifying a decision", () => {
  it.each(["1", "decision-forecasting", "redesign SALES forecasting"])(
    "finds it by %s and recomputes its hash",
    async (named) => {
      const { terminal, hash } = await recorded();
      const { code, out } = await terminal.type("Tomasz", "verify", named, ...at);

      expect(code).toBe(0);
      expect(out).toContain("✓ Decision 1 “Redesign sales forecasting” is what its log tells.");
      expect(out).toContain(`SHA-256 of the log:    ${hash}`);
    },
  );

  it("shows what somebody changed in the row, with both versions", async () => {
    const { terminal, lists, items } = await recorded();
    const fields = `${items(lists.decisions)}/1/fields`;
    await terminal.byHand(sofia, "PATCH", fields, { Outcome: "Decided: buy it." });
    const { code, out } = await terminal.type("Tomasz", "verify", "1", ...at);

    expect(code).toBe(1);
    expect(out).toContain("! outcome\n    in the row: Decided: buy it.\n    by the log: ");
  });

  it("shows an event that somebody edited, and who", async () => {
    const { terminal, lists, items } = await recorded();
    const fields = `${items(lists.events)}/2/fields`;
    await terminal.byHand(sofia, "PATCH", fields, { Payload: "{}" });
    const { code, out } = await terminal.type("Tomasz", "verify", "1", ...at);

    expect(code).toBe(1);
    expect(out).toMatch(/! Row 2: gate-answered edited later; .*, by Sofia Brandt, /u);
  });

  it("says so where an event is gone that led to the close", async () => {
    const { terminal, lists, items } = await recorded();
    await terminal.byHand(sofia, "DELETE", `${items(lists.events)}/2`);
    const { code, out } = await terminal.type("Tomasz", "verify", "1", ...at);

    expect(code).toBe(1);
    expect(out).toContain("is recorded as deferred, and its log no longer tells so");
  });

  it("compares with a hash that was kept elsewhere", async () => {
    const { terminal, hash } = await recorded();
    const same = await terminal.type("Tomasz", "verify", "1", ...at, "--hash", hash);
    const other = await terminal.type("Tomasz", "verify", "1", ...at, "--hash", "0".repeat(64));

    expect([same.code, other.code]).toEqual([0, 1]);
  });

  it("says of an open decision that there is nothing to verify", async () => {
    const { terminal } = await recorded({ isOpen: true });
    const { code, out } = await terminal.type("Tomasz", "verify", "1", ...at);

    expect([code, out]).toEqual([1, expect.stringContaining("is still open")]);
  });

  it.each([
    [["verify", ...at], "Say which decision"],
    [["verify", "9", ...at], "There is no decision 9 among the 1 of this site."],
    [["verify", "1"], "Say which site"],
    [["verify", "1", ...at, "--hash", "abc"], "--hash takes 64"],
  ])("refuses %j with a sentence", async (words, sentence) => {
    const { terminal } = await recorded();
    const { code, notes } = await terminal.type("Tomasz", ...words);

    expect([code, notes]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe("exporting decisions", () => {
  it.each([
    ["md", /^# Redesign sales forecasting\n/u],
    ["madr", /^---\nstatus: "proposed"\n/u],
    ["json", /^\{\n {2}"format": "quorate.decision"/u],
    ["csv", /Position.*decision-opened/su],
  ])("prints one as %s", async (format, beginning) => {
    const { terminal } = await recorded();
    const { code, out } = await terminal.type("Tomasz", "export", "1", ...at, "--format", format);

    expect(code).toBe(0);
    expect(out).toMatch(beginning);
  });

  it("writes all of them into a file, and says so", async () => {
    const { terminal } = await recorded();
    const words = ["export", "--log", ...at, "--out", "decisions.csv"];
    const { out } = await terminal.type("Tomasz", ...words);

    expect(out).toBe("Wrote decisions.csv.");
    expect(terminal.files.get("decisions.csv")).toContain("Redesign sales forecasting");
  });

  it("writes no file in a dry run", async () => {
    const { terminal } = await recorded();
    await terminal.type("Tomasz", "export", "1", ...at, "--out", "d.md", "--dry-run");

    expect(terminal.files.size).toBe(0);
  });

  it.each([
    [["export", ...at], "or --log for all of them"],
    [["export", "1", "--log", ...at], "not both"],
    [["export", "--log", "--format", "md", ...at], "--log comes as csv or json"],
    [["export", "1", "--format", "docx", ...at], "There is no format docx"],
    [["export", "1", "2", ...at], "2 was not expected here"],
  ])("refuses %j with a sentence", async (words, sentence) => {
    const { code, notes } = await openTerminal().type("Tomasz", ...words);

    expect([code, notes]).toEqual([2, expect.stringContaining(sentence)]);
  });

  it("is refused where somebody is not in the site", async () => {
    const { terminal } = await recorded();
    const { code, notes } = await terminal.type("Priya", "export", "1", ...at);

    expect([code, notes]).toEqual([1, expect.stringContaining("You may not do this.")]);
  });
});
