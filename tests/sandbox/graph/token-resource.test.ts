import { describe, expect, it } from "vitest";
import { issueToken, readToken } from "../../../sandbox/graph/tokens.ts";
import { sharePointResource } from "../../../sandbox/graph/token-resource.ts";
import { startGraph } from "./graph-fixtures.ts";

const HOST = "https://larkfield.sharepoint.com";

function startSignIn() {
  const bench = startGraph();
  const ask = (name: string, scopes: readonly string[]) =>
    issueToken(bench.graph.world, bench.person(name), scopes);
  return { ...bench, ask };
}

const bearer = (token: string) => new Headers({ authorization: `Bearer ${token}` });

describe("a token for SharePoint's own address", () => {
  it("carries its scopes in full where it is named, bare where SharePoint reads them", () => {
    const { ask, graph, directory } = startSignIn();
    const token = ask("Sofia", ["openid", `${HOST}/AllSites.Manage`]);
    if ("error" in token) throw new Error(token.error);

    const { scopes } = readToken(
      graph.world,
      bearer(token.access_token),
      sharePointResource(directory),
    );

    expect(token.scope).toBe(`${HOST}/AllSites.Manage`);
    expect([...scopes]).toEqual(["AllSites.Manage"]);
  });

  it("is refused by Graph", async () => {
    const { ask, graph } = startSignIn();
    const token = ask("Sofia", [`${HOST}/.default`]);
    if ("error" in token) throw new Error(token.error);

    expect(() => readToken(graph.world, bearer(token.access_token))).toThrow("Invalid audience");
  });

  it("is not mixed with scopes of Graph", () => {
    const { ask } = startSignIn();

    expect(ask("Sofia", ["User.Read", `${HOST}/AllSites.Manage`])).toMatchObject({
      error: "invalid_scope",
    });
  });

  it("needs consent of its own, for everything an administrator's", () => {
    const { ask } = startSignIn();

    expect(ask("Inés", [`${HOST}/AllSites.Manage`])).toMatchObject({ error: "consent_required" });
    expect(ask("Inés", [`${HOST}/AllSites.FullControl`])).toMatchObject({
      error: "admin_consent_required",
    });
  });
});
