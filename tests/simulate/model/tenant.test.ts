import { describe, expect, it } from "vitest";
import { openTenant } from "../../../simulate/model/tenant.ts";

const minute = 60_000;

describe("a tenant's budget", () => {
  it("carries what the minute has and no more", () => {
    const tenant = openTenant(1250);
    const waits = Array.from({ length: 626 }, () => tenant.charge(1000, 2));

    expect(waits.filter((wait) => wait !== undefined)).toEqual([59]);
  });

  it("asks to wait until the minute ends, and begins again then", () => {
    const tenant = openTenant(2);

    expect([tenant.charge(0, 2), tenant.charge(40_500, 1), tenant.charge(minute, 2)]).toEqual([
      undefined,
      20,
      undefined,
    ]);
  });

  it("charges what it turns down", () => {
    const tenant = openTenant(2);
    tenant.charge(0, 2);
    tenant.charge(1, 2);

    expect([tenant.unitsByMinute(), tenant.refusals(), tenant.requests()]).toEqual([[4], [1], 2]);
  });
});
