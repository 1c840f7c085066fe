import { describe, expect, it } from "vitest";
import { readConfig } from "#adapters/browser/config.ts";

const clientId = "90000000-0000-4000-8000-000000000001";
const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";
const siteId =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";
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
      consent: "simple",
      features: {
        chat: true,
        people: true,
        calendar: true,
        departments: true,
        push: true,
        card: true,
        planner: true,
      },
    });
  });

  it("may name addresses of its own, a site and the lists on it", async () => {
    const config = {
      clientId,
      authority: "https://login.example/common",
      graphBaseUrl: "https://graph.example/v1.0",
      siteId,
      lists: { decisions: clientId, events: tenantId },
    };

    expect(await reading(config)).toMatchObject(config);
  });

  it("may switch off what a deployment does not want", async () => {
    const { features } = await reading({ clientId, features: { calendar: false, push: false } });

    expect(Object.entries(features).filter(([, isOn]) => !isOn)).toEqual([
      ["calendar", false],
      ["push", false],
    ]);
  });
});

describe("a cloud", () => {
  it.each([
    ["global", "https://login.microsoftonline.com/common", "https://graph.microsoft.com/v1.0"],
    ["gcc-high", "https://login.microsoftonline.us/common", "https://graph.microsoft.us/v1.0"],
    ["dod", "https://login.microsoftonline.us/common", "https://dod-graph.microsoft.us/v1.0"],
    [
      "china",
      "https://login.chinacloudapi.cn/common",
      "https://microsoftgraph.chinacloudapi.cn/v1.0",
    ],
  ])("named %s signs in and reads where it lives", async (cloud, authority, graphBaseUrl) => {
    expect(await reading({ clientId, cloud })).toMatchObject({ authority, graphBaseUrl });
  });

  it("takes the tenant where one is named", async () => {
    expect(await reading({ clientId, cloud: "gcc-high", tenantId })).toMatchObject({
      authority: `https://login.microsoftonline.us/${tenantId}`,
      tenantId,
    });
  });

  it("without Planner has it switched off", async () => {
    expect((await reading({ clientId, cloud: "china" })).features.planner).toBe(false);
  });

  it("without Planner does not let it be switched on", async () => {
    const asked = reading({ clientId, cloud: "china", features: { planner: true } });

    await expect(asked).rejects.toThrow("features.planner: the cloud china does not have it");
  });
});

describe("a configuration that is wrong", () => {
  it.each([
    [{}, "clientId"],
    [{ clientId: "mine" }, "clientId: must be a GUID"],
    [{ clientId: "00000000-0000-0000-0000-000000000000" }, "clientId: is still the placeholder"],
    [{ clientId, tenantId: "larkfield" }, "tenantId: must be a GUID"],
    [{ clientId, cloud: "moon" }, "cloud: must be one of global, gcc-high, dod, china"],
    [{ clientId, graphBaseUrl: "graph" }, "graphBaseUrl: must be a web address"],
    [{ clientId, graphBaseUrl: "http://graph.example" }, "graphBaseUrl: must begin with https://"],
    [{ clientId, authority: 7 }, "authority: must be a web address"],
    [{ clientId, siteId: "" }, "siteId: must be host,collection-id,web-id"],
    [{ clientId, siteId: "https://larkfield.sharepoint.com/sites/x" }, "siteId: must be host"],
    [{ clientId, siteId, lists: { decisions: clientId } }, "lists.events"],
    [{ clientId, lists: { decisions: clientId, events: tenantId } }, "lists: need the siteId"],
    [{ clientId, consent: "loose" }, "consent: must be one of simple, tight"],
    [{ clientId, consent: "tight" }, "siteId: consent tight needs the granted site"],
    [{ clientId, tenantId, authority: "https://login.example/x" }, "tenantId: is part of"],
    [{ clientId, features: { push: "no" } }, "features.push: must be true or false"],
    [{ clientId, features: { pull: true } }, "features.pull: is not a setting; known ones are"],
    [{ clientId, features: [] }, "features"],
    [{ clientId, siteID: siteId }, "siteID: is not a setting; known ones are clientId"],
    [{ clientId: "mine", colour: "red" }, "; colour: is not a setting"],
    ["7", "the file: must be an object"],
    ["{", "is not JSON"],
  ])("says where and why: %j", async (body, words) => {
    const asked = reading(body);

    await expect(asked).rejects.toMatchObject({ kind: "rejected", details: { code: "config" } });
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
