import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { addressesOf, cloudNamed } from "../../hosting/clouds.ts";
import { headerRules, inlineStylesOf } from "../../hosting/headers.ts";
import { clouds } from "#adapters/browser/clouds.ts";

const cloudNames = Object.keys(clouds).map(cloudNamed);

/** The sources of each directive of a cloud's policy. */
function directives(cloud = cloudNamed("global"), styles: readonly string[] = []) {
  const policy = headerRules(cloud, styles).everywhere["Content-Security-Policy"] ?? "";
  return new Map(
    policy.split("; ").map((directive) => {
      const [name = "", ...sources] = directive.split(" ");
      return [name, sources] as const;
    }),
  );
}

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

describe("the policy", () => {
  it("allows nothing that is not named", () => {
    expect(directives().get("default-src")).toEqual(["'none'"]);
  });

  it("takes scripts from the deployment's own files alone", () => {
    expect(directives().get("script-src")).toEqual(["'self'"]);
  });

  it("knows the pages' own styles by their hash, each once, and empty ones", () => {
    const styles = directives(cloudNamed("global"), ["a{}", "b{}", "a{}"]).get("style-src");

    expect(styles).toEqual(["'self'", hashOf("a{}"), hashOf("b{}"), hashOf("")]);
  });

  it.each(cloudNames)("has no way around itself in %s", (cloud) => {
    const policy = headerRules(cloud, []).everywhere["Content-Security-Policy"];

    expect(policy).not.toMatch(/unsafe-|http:|ws:|(^| )\*( |;|$)|data: *;.*script/);
  });

  it.each(cloudNames)("asks only Microsoft in %s, over encrypted connections", (cloud) => {
    const [own, ...others] = directives(cloud).get("connect-src") ?? [];

    expect(own).toBe("'self'");
    for (const source of others)
      expect(source).toMatch(
        /^(https|wss):\/\/(\*\.)?([\w-]+\.)*(microsoft\.(com|us)|microsoftonline\.(com|us|cn)|chinacloudapi\.cn|sharepoint(-mil)?\.(com|us|cn)|svc\.ms|office\.net)$/,
      );
  });

  it.each(cloudNames)("reaches Graph and sign-in of %s as config.json names them", (cloud) => {
    const { graph, login } = clouds[cloud];

    expect(directives(cloud).get("connect-src")).toEqual(
      expect.arrayContaining([`https://${graph}`, `https://${login}`]),
    );
  });

  it("reaches the second name that sign-in has in China", () => {
    for (const name of ["connect-src", "form-action"]) {
      expect(directives("china").get(name)).toContain("https://login.partner.microsoftonline.cn");
    }
  });

  it("is framed by every host that Microsoft's page on tabs names", () => {
    expect(directives().get("frame-ancestors")).toEqual([
      "'self'",
      "https://*.cloud.microsoft",
      "https://teams.microsoft.com",
      "https://*.teams.microsoft.com",
      "https://*.microsoft365.com",
      "https://*.office.com",
      "https://outlook.office.com",
      "https://outlook.office365.com",
      "https://outlook-sdf.office.com",
      "https://outlook-sdf.office365.com",
    ]);
  });

  it("frames nothing: sign-in leaves the page and comes back", () => {
    expect(directives().get("default-src")).toEqual(["'none'"]);
    expect([...directives().keys()]).not.toContain("frame-src");
  });

  it.each(cloudNames)("is framed by Teams in %s and by nobody over http", (cloud) => {
    const { ancestors } = addressesOf(cloud);

    expect(ancestors.some((host) => /teams\.microsoft/.test(host))).toBe(true);
    expect(ancestors.filter((host) => !host.startsWith("https://"))).toEqual([]);
  });
});

describe("the other headers", () => {
  const { everywhere, assets } = headerRules("global", []);

  it("tell no other site which site and lists a tab is about", () => {
    expect(everywhere["Referrer-Policy"]).toBe("same-origin");
  });

  it("do not forbid frames outright, as an older header would", () => {
    expect(Object.keys(everywhere).map((name) => name.toLowerCase())).not.toContain(
      "x-frame-options",
    );
  });

  it("have pages and config.json asked for again, and hashed files kept for a year", () => {
    expect(everywhere["Cache-Control"]).toBe("no-cache");
    expect(assets["Cache-Control"]).toBe("public, max-age=31536000, immutable");
  });

  it("carry nothing that breaks a header or a configuration file", () => {
    for (const value of Object.values({ ...everywhere, ...assets }))
      expect(value).not.toMatch(/["\n\r{}$\\]/);
  });
});

describe("the styles inside a page", () => {
  it("are found as they stand, to the last space", () => {
    expect(inlineStylesOf(`<style>a {}\n</style><p></p><style media="print">b{}</style>`)).toEqual([
      "a {}\n",
      "b{}",
    ]);
  });
});

describe("a cloud that does not exist", () => {
  it.each(["gcchigh", "constructor", ""])("is refused by name: %j", (name) => {
    expect(() => cloudNamed(name)).toThrow("choose global, gcc-high, dod, china");
  });
});
