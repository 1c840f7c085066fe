import { describe, expect, it } from "vitest";
import { admit } from "#main/tenant/admit.ts";

const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";
const another = "b2160000-0000-4000-8000-00000000f2e2";

describe("a deployment for one tenant", () => {
  it("lets its own people in, and its guests, whom Teams shows under its tenant", () => {
    expect(() => admit({ tenantId }, { tenantId })).not.toThrow();
  });

  it("turns people of another tenant away before anything is asked for them", () => {
    expect(() => admit({ tenantId: another }, { tenantId })).toThrow(
      expect.objectContaining({ kind: "forbidden", details: { code: "other-tenant" } }) as Error,
    );
  });

  it("lets the sign-in decide where Teams does not say whose people they are", () => {
    expect(() => admit({}, { tenantId })).not.toThrow();
  });
});

describe("a deployment for whichever tenant", () => {
  it("lets the sign-in decide", () => {
    expect(() => admit({ tenantId: another }, {})).not.toThrow();
  });
});
