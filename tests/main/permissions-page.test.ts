import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { features } from "#adapters/browser/clouds.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { projectRoot } from "../house/planted.ts";

const read = (file: string) => readFileSync(join(projectRoot, file), "utf8");

describe("the administrator's pages", () => {
  it.each([...new Set(Object.values(scopes).flat())])("name the permission %s", (scope) => {
    expect(read("docs/permissions.md")).toContain(`\`${scope}\``);
  });

  it("name no permission on Graph that is never asked for", () => {
    const [, table = ""] = read("docs/permissions.md").split("## Every permission");
    const named = [...table.matchAll(/^\| `([A-Z]\w+\.[\w.]+)`/gm)].map(([, name]) => name);
    const asked: readonly string[] = [...Object.values(scopes).flat(), "AllSites.Manage"];

    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !asked.includes(name ?? ""))).toEqual([]);
  });

  it("name what Teams is asked for in the app's package", () => {
    const { authorization } = JSON.parse(read("manifest/manifest.json")) as {
      authorization: { permissions: { resourceSpecific: { name: string }[] } };
    };
    const names = authorization.permissions.resourceSpecific.map(({ name }) => name);
    const ofChats = names.filter((name) => name.endsWith(".Chat"));

    for (const name of ofChats) expect(read("docs/permissions.md")).toContain(`\`${name}\``);
    expect(ofChats).toHaveLength(3);
  });

  it.each(features)("explain the switch %s", (feature) => {
    expect(read("docs/configuration.md")).toContain(`| \`${feature}\``);
  });
});
