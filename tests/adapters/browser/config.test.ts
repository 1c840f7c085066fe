import { describe, expect, it } from "vitest";
import { readConfig } from "#adapters/browser/config.ts";

const clientId = "90000000-0000-4000-8000-000000000001";
const page = "https://tab.example/quorate/walk.html?site=x";

const reading = (body: unknown, status = 200) =>
  readConfig(page, () =>
    Promise.resolve(
      new Response(typeof body === "string" ? body : JSON.stringify(body), { status }),
    ),
  );

describe("the configuration", () => {
  it("lies beside the page", async () => {
    const asked: string[] = [];
    await readConfig(page, (url) => {
      asked.push(url);
      return Promise.resolve(Response.json({ clientId }));
    });

    expect(asked).toEqual(["https://tab.example/quorate/config.json"]);
  });

  it("needs no more than the app's id: the rest is Microsoft's public cloud", async () => {
    expect(await reading({ clientId })).toEqual({
      clientId,
      authority: "https://login.microsoftonline.com/common",
      graphBaseUrl: "https://graph.microsoft.com/v1.0",
    });
  });

  it("may name another cloud and a site to recommend", async () => {
    const config = {
      clientId,
      authority: "https://login.microsoftonline.us/common",
      graphBaseUrl: "https://graph.microsoft.us/v1.0",
      siteId: "larkfield.sharepoint.com,a,b",
    };

    expect(await reading(config)).toEqual(config);
  });

  it.each([
    [{}, "clientId"],
    [{ clientId: "mine" }, "clientId: must be a GUID"],
    [{ clientId, graphBaseUrl: "graph" }, "graphBaseUrl: must be a web address"],
    [{ clientId, graphBaseUrl: "http://graph.example/v1.0" }, "graphBaseUrl"],
    [{ clientId, siteId: "" }, "siteId"],
    ["7", "the file"],
    ["{", "is not JSON"],
  ])("that is wrong says where: %j", async (body, words) => {
    const asked = reading(body);

    await expect(asked).rejects.toMatchObject({ kind: "rejected" });
    await expect(asked).rejects.toThrow(words);
  });

  it.each([
    [404, "not-found"],
    [503, "unavailable"],
  ])("that is answered with %d is %s", async (status, kind) => {
    await expect(reading("", status)).rejects.toMatchObject({ kind });
  });

  it("that cannot be reached is no answer", async () => {
    const asked = readConfig(page, () => Promise.reject(new TypeError("Failed to fetch")));

    await expect(asked).rejects.toMatchObject({ kind: "no-answer" });
  });
});
