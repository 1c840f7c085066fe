import { describe, expect, it } from "vitest";
import { readSettings } from "../../manifest/package/settings.ts";
import { settingsWith } from "./package-fixtures.ts";

function problems(changes: Readonly<Record<string, string | undefined>>): readonly string[] {
  const read = readSettings(settingsWith(changes));
  return read.kind === "refused" ? read.problems : [];
}

describe("the example settings", () => {
  it("are complete", () => {
    expect(problems({})).toEqual([]);
  });
});

describe("settings that the command-line tool wrote", () => {
  it("are not in the package's way", () => {
    expect(problems({ TENANT_ID: "contoso.onmicrosoft.com", CONSENT: "tight" })).toEqual([]);
    expect(problems({ SITE: "https://contoso.sharepoint.com", CLOUD: "global" })).toEqual([]);
  });
});

describe("settings that cannot be", () => {
  it.each([
    [
      "an id that is no GUID",
      { CLIENT_ID: "quorate" },
      /^CLIENT_ID is "quorate", which is no GUID/,
    ],
    [
      "an id that is a GUID in braces",
      { TEAMS_APP_ID: "{3f1c2a54-6d0e-4b7b-9a35-0c1f5f7c9e21}" },
      /^TEAMS_APP_ID .*no GUID/,
    ],
    [
      "an id of zeros",
      { CLIENT_ID: "00000000-0000-0000-0000-000000000000" },
      /^CLIENT_ID is all zeros/,
    ],
    [
      "a host without encryption",
      { HOST_URL: "http://quorate.example.com" },
      /^HOST_URL begins with http:/,
    ],
    [
      "a host without https in front",
      { HOST_URL: "quorate.example.com" },
      /^HOST_URL .*no address/,
    ],
    [
      "a host with a query",
      { HOST_URL: "https://quorate.example.com/?a=1" },
      /^HOST_URL carries a \?/,
    ],
    [
      "a host with an empty fragment",
      { HOST_URL: "https://quorate.example.com/#" },
      /^HOST_URL carries a \? or #/,
    ],
    [
      "a host that names a page",
      { HOST_URL: "https://quorate.example.com/walk.html" },
      /^HOST_URL names a page/,
    ],
    [
      "a host with a user name",
      { HOST_URL: "https://me@quorate.example.com" },
      /^HOST_URL carries a user/,
    ],
    [
      "a privacy page without encryption",
      { PRIVACY_URL: "http://www.example.com" },
      /^PRIVACY_URL begins/,
    ],
    [
      "a publisher of 33 characters",
      { PUBLISHER_NAME: "x".repeat(33) },
      /^PUBLISHER_NAME has 33 .* at most 32/,
    ],
    ["a name of 31 characters", { APP_NAME: "x".repeat(31) }, /^APP_NAME has 31 .* at most 30/],
    ["a full name of 101 characters", { APP_FULL_NAME: "x".repeat(101) }, /^APP_FULL_NAME has 101/],
    ["a version of two numbers", { VERSION: "1.0" }, /^VERSION is "1.0"/],
    ["a consent nobody knows", { CONSENT: "some" }, /^CONSENT is "some"/],
    ["a key nobody knows", { CLIENTID: "x" }, /^CLIENTID is not known: known are TEAMS_APP_ID/],
    ["a key that every object has", { constructor: "x" }, /^constructor is not known/],
    ["no client id", { CLIENT_ID: undefined }, /^CLIENT_ID is missing/],
    ["an empty client id", { CLIENT_ID: "" }, /^CLIENT_ID is missing/],
  ])("refuse %s in one sentence", (_what, changes, sentence) => {
    expect(problems(changes)).toEqual([expect.stringMatching(sentence)]);
  });

  it("refuse a line that is none, by its number", () => {
    const read = readSettings(`${settingsWith()}\nhost`);

    expect(read).toMatchObject({ problems: [expect.stringMatching(/^Line \d+ is not KEY=value/)] });
  });

  it("refuse a key that is there twice", () => {
    const read = readSettings(`${settingsWith()}\nPUBLISHER_NAME=Other`);

    expect(read).toMatchObject({
      problems: [expect.stringMatching(/^PUBLISHER_NAME is there twice/)],
    });
  });

  it("name everything there is to mend at once", () => {
    expect(problems({ CLIENT_ID: "x", HOST_URL: "x" })).toHaveLength(2);
  });
});

describe("settings written in other ways", () => {
  it("are read from JSON", () => {
    const read = readSettings(`{ "HOST_URL": 5, "CLIENT_ID": "x" }`);

    expect(read).toMatchObject({
      problems: expect.arrayContaining([
        expect.stringMatching(/^HOST_URL is not a text/),
        expect.stringMatching(/^CLIENT_ID .*no GUID/),
      ]) as unknown,
    });
  });

  it("are refused as JSON that is broken", () => {
    expect(readSettings("{ broken")).toMatchObject({
      problems: expect.arrayContaining([expect.stringMatching(/not JSON/)]) as unknown,
    });
  });

  it("may stand between quotation marks, as shells want them", () => {
    const read = readSettings(settingsWith({ PUBLISHER_NAME: `"Larkfield Ltd"` }));

    expect(read.kind === "read" && read.settings.get("PUBLISHER_NAME")).toBe("Larkfield Ltd");
  });
});
