import { describe, expect, it } from "vitest";
import type { World } from "#flows/ports.ts";

/** What every world promises. `pass` lets at least so much of its time go by. */
export function describeWorld(
  name: string,
  open: () => { readonly world: World; readonly pass: (ms: number) => Promise<void> },
): void {
  describe(`${name}: a world`, () => {
    it("makes ids that differ, are ASCII and at most 36 long", () => {
      const { world } = open();
      const ids = Array.from({ length: 100 }, () => world.newId());

      expect(new Set(ids).size).toBe(100);
      expect(ids.every((id) => /^[\x21-\x7e]{1,36}$/u.test(id))).toBe(true);
    });

    it("gives chance between 0 and 1, and not always the same", () => {
      const { world } = open();
      const chances = Array.from({ length: 100 }, () => world.random());

      expect(chances.every((chance) => chance >= 0 && chance < 1)).toBe(true);
      expect(new Set(chances).size).toBeGreaterThan(90);
    });

    it("hashes the bytes of UTF-8", async () => {
      const { world } = open();

      expect(await world.sha256("abc")).toBe(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      );
      expect(await world.sha256("Zieliński 😀")).toBe(
        "c9eff4dc50c40bb7671e9cf6926142f6a99f3b4036ffd094fd34bf821401e7a9",
      );
    });

    it("calls back once the time is up, not before and not again", async () => {
      const { world, pass } = open();
      const begin = world.now();
      const calls: number[] = [];
      world.after(20, () => calls.push(world.now() - begin));
      expect(calls).toEqual([]);
      await pass(60);

      expect(calls).toHaveLength(1);
      expect(calls[0]).toBeGreaterThanOrEqual(19);
    });

    it("does not call back what was cancelled", async () => {
      const { world, pass } = open();
      const calls: string[] = [];
      const cancel = world.after(5, () => calls.push("called"));
      cancel();
      await pass(30);

      expect(calls).toEqual([]);
    });
  });
}
