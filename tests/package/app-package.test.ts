import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildPackage } from "../../manifest/package/app-package.ts";
import { schemaProblems } from "../../manifest/package/schema.ts";
import { projectRoot } from "../house/planted.ts";
import { jsonOf, problemsAfter, rewrite, settingsWith, unpacked } from "./package-fixtures.ts";

interface Manifest {
  readonly version: string;
  readonly name: { readonly short: string };
  readonly description: { readonly full: string };
  readonly configurableTabs: readonly [
    { readonly configurationUrl: string; readonly scopes: string[]; readonly context: string[] },
  ];
  readonly staticTabs: readonly [{ readonly contentUrl: string; readonly websiteUrl: string }];
  readonly validDomains: readonly string[];
  readonly localizationInfo: {
    readonly additionalLanguages: readonly {
      readonly languageTag: string;
      readonly file: string;
    }[];
  };
  readonly webApplicationInfo: {
    readonly nestedAppAuthInfo: readonly {
      readonly redirectUri: string;
      readonly scopes: string[];
    }[];
  };
  readonly authorization: {
    readonly permissions: { readonly resourceSpecific: readonly { readonly type: string }[] };
  };
}

type Strings = Readonly<Record<string, string>>;

const translations = ["de.json", "es.json", "fr.json", "ja.json"];
const manifestOf = (settings?: string) => jsonOf(unpacked(settings), "manifest.json") as Manifest;

describe("the package made from the example settings", () => {
  it("holds the manifest, both icons and the translations, in no folder", () => {
    expect(Object.keys(unpacked()).toSorted()).toEqual([
      "color.png",
      "de.json",
      "es.json",
      "fr.json",
      "ja.json",
      "manifest.json",
      "outline.png",
    ]);
  });

  it("is what Microsoft's schema asks for, file by file", () => {
    const files = unpacked();

    expect([
      ...schemaProblems("manifest", "manifest.json", manifestOf(), projectRoot),
      ...translations.flatMap((name) =>
        schemaProblems("strings", name, jsonOf(files, name), projectRoot),
      ),
    ]).toEqual([]);
  });

  it("names every translation it brings", () => {
    const { additionalLanguages } = manifestOf().localizationInfo;

    expect(additionalLanguages.map(({ file }) => file)).toEqual(translations);
  });

  it("says every text in every language, each in its own words", () => {
    const files = unpacked();
    const strings = translations.map((name) => jsonOf(files, name) as Strings);
    const sentences = [
      manifestOf().description.full,
      ...strings.map((one) => one["description.full"]),
    ];

    expect(new Set(strings.map((one) => Object.keys(one).toSorted().join()))).toEqual(
      new Set(["description.full,description.short,name.full,name.short,staticTabs[0].name"]),
    );
    expect(new Set(sentences).size).toBe(5);
  });

  it("opens every place of a meeting, a chat and a channel with one tab", () => {
    const [tab] = manifestOf().configurableTabs;

    expect([tab.scopes.toSorted(), tab.context.toSorted()]).toEqual([
      ["groupChat", "team"],
      [
        "channelTab",
        "meetingChatTab",
        "meetingDetailsTab",
        "meetingSidePanel",
        "meetingStage",
        "privateChatTab",
      ],
    ]);
  });

  it("asks of Teams nothing that an app does without a person", () => {
    const { resourceSpecific } = manifestOf().authorization.permissions;

    expect(new Set(resourceSpecific.map(({ type }) => type))).toEqual(new Set(["Delegated"]));
  });

  it("is the same to the byte when made again", () => {
    const made = () => buildPackage({ projectRoot, settings: settingsWith() });

    expect(made()).toEqual(made());
  });
});

describe("settings in the package", () => {
  it("may put the pages into a folder of a host, with or without a slash at its end", () => {
    const { configurableTabs, staticTabs, validDomains, webApplicationInfo } = manifestOf(
      settingsWith({ HOST_URL: "https://Static.Example.com/quorate/" }),
    );

    expect(configurableTabs[0].configurationUrl).toBe(
      "https://static.example.com/quorate/setup.html",
    );
    expect(staticTabs[0].websiteUrl).toBe("https://static.example.com/quorate/log.html");
    expect(validDomains).toEqual(["static.example.com"]);
    expect(webApplicationInfo.nestedAppAuthInfo[0]?.redirectUri).toBe(
      "brk-multihub://static.example.com",
    );
  });

  it.each([
    [undefined, "Sites.ReadWrite.All"],
    ["simple", "Sites.ReadWrite.All"],
    ["tight", "Sites.Selected"],
  ])("with CONSENT %s prefetch a token for %s", (access, scope) => {
    const { nestedAppAuthInfo } = manifestOf(settingsWith({ CONSENT: access })).webApplicationInfo;

    expect(nestedAppAuthInfo.map(({ scopes }) => scopes)).toEqual([["User.Read"], [scope]]);
  });

  it("give the app another name in every language", () => {
    const files = unpacked(settingsWith({ APP_NAME: "Larkfield decides" }));

    expect((jsonOf(files, "manifest.json") as Manifest).name.short).toBe("Larkfield decides");
    expect((jsonOf(files, "ja.json") as Strings)["name.full"]).toBe("Larkfield decides");
  });

  it("come through with quotation marks in them", () => {
    const named = manifestOf(settingsWith({ APP_NAME: `Say "yes" \\ no` }));

    expect(named.name.short).toBe(`Say "yes" \\ no`);
  });

  it("say the version, else the project's own", () => {
    expect(manifestOf(settingsWith({ VERSION: "12.0.3" })).version).toBe("12.0.3");
  });

  it("that are refused make no package", () => {
    expect(buildPackage({ projectRoot, settings: settingsWith({ CLIENT_ID: "x" }) }).kind).toBe(
      "refused",
    );
  });
});

describe("parts of the package changed by hand", () => {
  const manifest = (folder: string) => join(folder, "manifest.json");

  it("are fine as they stand", () => {
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  it.each([
    [
      "lack the host among the valid domains",
      `"validDomains": ["\${{HOST_NAME}}"]`,
      `"validDomains": []`,
      /^validDomains lacks quorate\.example\.com/,
    ],
    [
      "name somebody else's domain",
      `["\${{HOST_NAME}}"]`,
      `["\${{HOST_NAME}}", "*.example.net"]`,
      /^validDomains names \*\.example\.net/,
    ],
    [
      "sign in elsewhere",
      `brk-multihub://\${{HOST_NAME}}`,
      "brk-multihub://example.net",
      /^nestedAppAuthInfo goes back to brk-multihub:\/\/example\.net/,
    ],
    [
      "use a word the schema does not have",
      `"groupChat"]`,
      `"groupchat"]`,
      /^manifest\.json, configurableTabs\.0\.scopes\.1: must be equal/,
    ],
    [
      "have a field the schema does not have",
      `"accentColor"`,
      `"accent": "", "accentColor"`,
      /^manifest\.json: .*\(accent\)/,
    ],
    [
      "have a place that nothing fills",
      "${{PUBLISHER_NAME}}",
      "${{PUBLISHER}}",
      /^manifest\.json has \$\{\{PUBLISHER\}\}/,
    ],
  ])("are refused when they %s", (_what, from, to, sentence) => {
    const problems = problemsAfter((folder) =>
      rewrite(manifest(folder), (text) => text.replace(from, () => to)),
    );

    expect(problems).toEqual([expect.stringMatching(sentence)]);
  });

  it("are refused when a translation is too long for Teams", () => {
    const problems = problemsAfter((folder) =>
      rewrite(join(folder, "strings/fr.json"), (text) =>
        text.replace("Les bonnes", "Toutes les bonnes"),
      ),
    );

    expect(problems).toEqual([
      expect.stringMatching(/^fr\.json, description\.short: .*80 characters/),
    ]);
  });

  it("are refused when a translation has a text Teams does not know", () => {
    const problems = problemsAfter((folder) =>
      rewrite(join(folder, "strings/de.json"), (text) => text.replace("name.full", "title")),
    );

    expect(problems).toEqual([expect.stringMatching(/^de\.json: .*\(title\)/)]);
  });

  it("are refused without an icon", () => {
    expect(problemsAfter((folder) => rmSync(join(folder, "color.png")))).toEqual([
      expect.stringMatching(/^color\.png is missing: put a PNG of 192 × 192/),
    ]);
  });

  it("are refused with a file that only calls itself a PNG", () => {
    expect(problemsAfter((folder) => writeFileSync(join(folder, "color.png"), "GIF89a"))).toEqual([
      expect.stringMatching(/^color\.png is no PNG/),
    ]);
  });
});
