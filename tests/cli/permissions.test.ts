import { describe, expect, it } from "vitest";
import { scopes } from "#adapters/graph/token-source.ts";
import { permissions, permissionsFor } from "../../cli/register/permissions.ts";
import { textOf } from "../house/files.ts";

const named = permissions.map(({ scope }) => scope);

describe("the permissions of the registration", () => {
  it("are all that the adapters ask for, and no more than that and SharePoint's own", () => {
    const asked = Object.values(scopes).flat();

    expect(named.toSorted()).toEqual([...asked, "AllSites.Manage"].toSorted());
  });

  it.each(named)("%s is in the administrator's table", (scope) => {
    expect(textOf("docs/permissions.md")).toMatch(new RegExp(`^\\|[^|]*\`${scope}\``, "mu"));
  });

  it("reach one site only where the consent is tight", () => {
    const tight = permissionsFor("tight").map(({ scope }) => scope);

    expect(tight.filter((scope) => /Sites/u.test(scope))).toEqual(["Sites.Selected"]);
  });
});
