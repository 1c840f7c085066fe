import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { restFailure } from "#adapters/sharepoint/rest/rest-failure.ts";
import { addressOf, inQuotes } from "#adapters/sharepoint/rest/site-rest.ts";
import { ids } from "../../tenant.ts";
import { startWithLists } from "./rest-tenant.ts";

const site = (id: string, webUrl: string) => ({ id, name: "Site", webUrl });

describe("where a site's REST is", () => {
  it("is the host of the site's id, below the path of its address", () => {
    const { base, scopes } = addressOf(
      site("contoso.sharepoint.com,1,2", "https://contoso.sharepoint.com/sites/board/"),
    );

    expect(base).toBe("https://contoso.sharepoint.com/sites/board");
    expect(scopes).toEqual(["https://contoso.sharepoint.com/AllSites.Manage"]);
  });

  it("is never another host, whatever the address says", () => {
    const { origin } = addressOf(
      site("contoso.sharepoint.com,1,2", "https://evil.example/sites/x"),
    );

    expect(origin).toBe("https://contoso.sharepoint.com");
  });

  it.each([
    ["no host", "1,2,3", "https://contoso.sharepoint.com/sites/x"],
    ["a host with a port and a path", "evil.example:80/x,1,2", "https://contoso.sharepoint.com"],
    ["no address", "contoso.sharepoint.com,1,2", ""],
  ])("is unknown with %s", (_, id, webUrl) => {
    expect(() => addressOf(site(id, webUrl))).toThrow("No address of SharePoint");
  });

  it("has text in quotes that cannot be left", () => {
    expect(inQuotes("a'b/c")).toBe("a''b%2Fc");
  });
});

describe("what SharePoint says instead of an answer", () => {
  const failure = (status: number, body: unknown) =>
    restFailure({ method: "GET", status, header: () => undefined, body, scopes: [] });

  it.each([
    [403, { "odata.error": { code: "-2147024891, System.UnauthorizedAccessException" } }],
    [403, { error: { code: "-2147024891", message: { lang: "en-US", value: "Access denied." } } }],
    [403, "<html>No.</html>"],
    [403, undefined],
  ])("%i is no access, in whatever form", (status, body) => {
    expect(failure(status, body).kind).toBe("forbidden");
  });

  it("keeps the words", () => {
    const body = {
      "odata.error": { code: "-1, X", message: { lang: "en-US", value: "No view." } },
    };

    expect(failure(400, body).message).toBe("GET 400 -1, X: No view.");
    expect(failure(401, { error_description: "Invalid audience." }).message).toContain("audience");
  });

  it("tells a missing list from a request that is wrong", () => {
    const code = "-2130575322, Microsoft.SharePoint.SPException";

    expect(failure(500, { "odata.error": { code, message: null } }).kind).toBe("not-found");
    expect(failure(400, { "odata.error": { code: "-1", message: null } }).kind).toBe("rejected");
  });
});

describe("asking SharePoint itself", () => {
  const settings = async (person: string, fetch?: (request: Request) => Promise<Response>) => {
    const { settingsOf, site: at, place, world } = await startWithLists();
    return world.until(settingsOf(person, fetch).inspect(at, place));
  };

  it("needs a permission of its own, which is named", async () => {
    await expect(settings(ids.ines)).rejects.toMatchObject({
      kind: "consent-needed",
      details: { scopes: ["https://larkfield.sharepoint.com/AllSites.Manage"] },
    });
  });

  it("is no answer where the browser may not", async () => {
    const refused = () => Promise.reject(new TypeError("Failed to fetch"));

    await expect(settings(ids.sofia, refused)).rejects.toMatchObject({ kind: "no-answer" });
  });

  it("is not mistaken for an answer when a page comes instead", async () => {
    const page = () => Promise.resolve(new Response("<html>Sign in</html>"));

    await expect(settings(ids.sofia, page)).rejects.toMatchObject({ kind: "unavailable" });
  });

  it("takes a list that is gone for not found", async () => {
    const { byHandAt } = await startWithLists();
    const gone = byHandAt(ids.sofia).get(
      v.unknown(),
      "web/lists(guid'00000000-0000-4000-8000-000000000000')",
    );

    await expect(gone).rejects.toMatchObject({ kind: "not-found" });
  });
});
