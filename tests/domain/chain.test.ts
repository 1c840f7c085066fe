import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chain, link, newestFirst, oldestFirst } from "#domain/chain.ts";

const chainOf = <T>(items: readonly T[]) =>
  items.reduce<Chain<T> | undefined>((chain, item) => link(item, chain), undefined);

describe("a chain", () => {
  it("gives back what was added, in either order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        expect(oldestFirst(chainOf(items))).toEqual(items);
        expect([...newestFirst(chainOf(items))]).toEqual(items.toReversed());
      }),
    );
  });

  it("leaves the chain it was added to as it was", () => {
    const before = chainOf([1, 2]);
    link(3, before);

    expect(oldestFirst(before)).toEqual([1, 2]);
  });
});
