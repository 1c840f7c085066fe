import { describe, expect, it } from "vitest";
import { complaints, holdMany } from "./many.ts";

const blocks = [1, 11, 21, 31, 41];

describe("meetings while everything goes wrong", () => {
  it.each(blocks)(
    "lose nothing and double nothing (ten from seed %i)",
    { timeout: 120_000 },
    async (from) => {
      const reports = await holdMany({ from, count: 10, isBrief: true });

      expect(reports.flatMap((report) => complaints(report, true))).toEqual([]);
    },
  );
});
