import { describe, expect, it } from "vitest";
import { openIdentity } from "#adapters/graph/identity.ts";
import { ids, startTenant } from "../tenant.ts";

describe("who is signed in", () => {
  it("is told by Graph, with name and mail", async () => {
    const me = await openIdentity(startTenant().graphOf(ids.sofia)).me();

    expect(me).toEqual({
      id: ids.sofia,
      name: "Sofia Brandt",
      mail: "sofia.brandt@larkfield.example",
    });
  });

  it("is marked as external for a guest", async () => {
    expect(await openIdentity(startTenant().graphOf(ids.daniel)).me()).toMatchObject({
      external: true,
    });
  });

  it("has a name also where the directory gives none", async () => {
    const fetch = () =>
      Promise.resolve(Response.json({ id: ids.ines.toUpperCase(), displayName: null }));

    expect(await openIdentity(startTenant().graphOf(ids.ines, { fetch })).me()).toEqual({
      id: ids.ines,
      name: "Unnamed person",
    });
  });
});
