import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { DecisionId } from "#domain/ids.ts";
import type { DecisionRegister } from "#flows/ports.ts";
import { closedRow, openRow } from "./decision-fixtures.ts";

/** One register, as two people see it, and what can be done to it past the port. */
export interface DecisionRegisterTrial {
  readonly ana: DecisionRegister;
  readonly ben: DecisionRegister;
  /** Somebody changes a row by hand. */
  touch(item: string): Promise<void>;
  /** Somebody changes a row by hand so that it cannot be read any more. */
  breakRow(item: string): Promise<void>;
  /** Lets time go by. */
  pass(ms: number): Promise<void>;
}

/** What every register of decisions promises. */
export function describeDecisionRegister(
  name: string,
  open: () => Promise<DecisionRegisterTrial>,
): void {
  describe(`${name}: a register of decisions`, () => {
    it("is empty at first", async () => {
      const { ana } = await open();

      expect(await ana.list()).toEqual({ decisions: [], unreadable: 0 });
      expect(await ana.find(v.parse(DecisionId, "d-1"))).toBeUndefined();
    });

    it("keeps a decision just opened, and finds it", async () => {
      const { ana, ben } = await open();
      const kept = await ana.open(openRow("d-1"));

      expect(kept.row).toEqual(openRow("d-1"));
      expect(kept.webUrl).toMatch(/^https?:/u);
      expect(await ben.find(kept.row.decision)).toEqual(kept);
    });

    it("gives back every column of a decision that closed", async () => {
      const { ana, ben } = await open();
      const opened = await ana.open(openRow("d-1"));
      const written = await ana.write(opened, closedRow("d-1"));

      expect(written.row).toEqual(closedRow("d-1"));
      expect((await ben.find(written.row.decision))?.row).toEqual(closedRow("d-1"));
    });

    it("opens a decision once, whoever opens it and however often", async () => {
      const { ana, ben } = await open();
      const [first, second] = await Promise.all([
        ana.open(openRow("d-1")),
        ben.open(openRow("d-1")),
      ]);
      const third = await ben.open(openRow("d-1", { title: "Another title" }));

      expect(second.item).toBe(first.item);
      expect(third).toEqual(first);
      expect((await ana.list()).decisions).toHaveLength(1);
    });

    it("empties columns that are empty in what is written over", async () => {
      const { ana } = await open();
      const opened = await ana.open(closedRow("d-1"));
      const written = await ana.write(opened, openRow("d-1"));

      expect(written.row).toEqual(openRow("d-1"));
      expect((await ana.find(written.row.decision))?.row).toEqual(openRow("d-1"));
    });

    it("lets one of two writers in, and tells the other", async () => {
      const { ana, ben } = await open();
      const seen = await ana.open(openRow("d-1"));
      await ana.write(seen, openRow("d-1", { title: "Ana's" }));

      await expect(ben.write(seen, openRow("d-1", { title: "Ben's" }))).rejects.toMatchObject({
        kind: "changed-meanwhile",
      });
      expect((await ben.find(seen.row.decision))?.row.title).toBe("Ana's");
    });

    it("may be written again with what the last write gave back", async () => {
      const { ana } = await open();
      const first = await ana.write(await ana.open(openRow("d-1")), closedRow("d-1"));
      const second = await ana.write(first, openRow("d-1", { title: "Third" }));

      expect(second.row.title).toBe("Third");
      expect(second.item).toBe(first.item);
    });

    it("does not write over what somebody changed by hand", async () => {
      const trial = await open();
      const seen = await trial.ana.open(openRow("d-1"));
      await trial.touch(seen.item);

      await expect(trial.ana.write(seen, closedRow("d-1"))).rejects.toMatchObject({
        kind: "changed-meanwhile",
      });
    });

    it("lists the newest first", async () => {
      const { ana, pass } = await open();
      await ana.open(openRow("d-1"));
      await ana.open(openRow("d-2"));
      await pass(5000);
      await ana.open(openRow("d-3"));

      const { decisions } = await ana.list();

      expect(decisions.map(({ row }) => row.decision)).toEqual(["d-3", "d-2", "d-1"]);
    });

    it("leaves a broken row out and counts it", async () => {
      const { ana, breakRow } = await open();
      const broken = await ana.open(openRow("d-1"));
      await ana.open(openRow("d-2"));
      await breakRow(broken.item);

      const { decisions, unreadable } = await ana.list();

      expect([decisions.map(({ row }) => row.decision), unreadable]).toEqual([["d-2"], 1]);
    });

    it("keeps text that looks like markup or a formula exactly as it is", async () => {
      const { ana } = await open();
      const title = `=1+1 <img src=x onerror="alert(1)"> it's`;
      const outcome = '{"type":"AdaptiveCard"}\n@everyone -- <b>"yes"</b>';
      const kept = await ana.open(openRow("d-1", { title, outcome }));

      expect((await ana.find(kept.row.decision))?.row).toMatchObject({ title, outcome });
    });

    it("is changed by announcing a step, and keeps everything it says", async () => {
      const { ana, ben } = await open();
      const row = openRow("d-1");
      const kept = await ana.open(row);

      await ben.announce(row.decision, "Question 3 of 6");

      const after = await ana.find(row.decision);
      expect(after?.row).toEqual(kept.row);
      expect(after?.etag).not.toBe(kept.etag);
    });

    it("lets a step of a decision it does not have pass", async () => {
      const { ana } = await open();

      await expect(ana.announce(openRow("d-9").decision, "Stances")).resolves.toBeUndefined();
    });
  });
}
