import { describe, expect, it } from "vitest";
import { keepOffset } from "#main/tenant/clock-offset.ts";

describe("a browser's clock", () => {
  it("is taken as right until the server has said anything", () => {
    expect(keepOffset().value()).toBe(0);
  });

  it("is taken as right when it differs by no more than a date and its journey blur", () => {
    const offset = keepOffset();
    offset.learn(-1400);

    expect(offset.value()).toBe(0);
  });

  it.each([600_000, -600_000])("is put right when it is %i ms off", (offMs) => {
    const offset = keepOffset();
    for (const blur of [-900, -40, -2500]) offset.learn(offMs + blur);

    expect(offset.value()).toBe(offMs - 40);
  });
});
