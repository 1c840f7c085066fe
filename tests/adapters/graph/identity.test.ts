import { describe, expect, it } from "vitest";
import { openIdentity, readName } from "#adapters/graph/identity.ts";
import { toPersonId } from "#domain/ids.ts";
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

describe("somebody's name", () => {
  const sofia = toPersonId(ids.sofia);

  it("is read from the directory", async () => {
    expect(await readName(startTenant().graphOf(ids.ines), sofia)).toBe("Sofia Brandt");
  });

  it.each([ids.daniel, ids.ines])("is unknown where it may not be read, to %s", async (reader) => {
    const tenant = startTenant();
    tenant.service.faults.set([{ path: "/users/", action: "status", status: 403 }]);

    expect(await readName(tenant.graphOf(reader), sofia)).toBeUndefined();
  });

  it("is unknown for somebody who is not in the directory", async () => {
    const nobody = toPersonId("10000000-0000-4000-8000-00000000dead");

    expect(await readName(startTenant().graphOf(ids.ines), nobody)).toBeUndefined();
  });
});
