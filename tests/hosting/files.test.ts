import { describe, expect, it } from "vitest";
import { type HostFile, hostFiles } from "../../hosting/files.ts";
import { headerRules } from "../../hosting/headers.ts";

type Sent = Readonly<Record<string, string>>;

const rules = headerRules("global", ["a{}"]);
const files = hostFiles(rules);

function textOf(name: string): string {
  const file = files.find((one: HostFile) => one.name === name);
  if (!file) throw new Error(`There is no ${name}.`);
  return file.text;
}

function pairs(text: string, line: RegExp): Sent {
  return Object.fromEntries(
    Array.from(text.matchAll(line), ([, name = "", value = ""]) => [name, value]),
  );
}

/** What each host would send with a page, and with a file in assets, by the rules of that host. */
const sentBy: Readonly<Record<string, () => { readonly page: Sent; readonly asset: Sent }>> = {
  "Azure Static Web Apps": () => {
    const { globalHeaders, routes } = JSON.parse(textOf("staticwebapp.config.json")) as {
      readonly globalHeaders: Sent;
      readonly routes: readonly [{ readonly route: string; readonly headers: Sent }];
    };
    expect(routes.map(({ route }) => route)).toEqual(["/assets/*"]);
    return { page: globalHeaders, asset: { ...globalHeaders, ...routes[0].headers } };
  },
  "Cloudflare Pages": () => {
    const [everywhere = "", assets = ""] = textOf("_headers").split("\n\n");
    expect([everywhere, assets].map((block) => block.split("\n")[0])).toEqual(["/*", "/assets/*"]);
    const detached = Array.from(assets.matchAll(/^ {2}! (.+)$/gm), ([, name]) => name);
    const line = /^ {2}([\w-]+): (.+)$/gm;
    const page = pairs(everywhere, line);
    const kept = Object.entries(page).filter(([name]) => !detached.includes(name));
    return { page, asset: { ...Object.fromEntries(kept), ...pairs(assets, line) } };
  },
  nginx: () => {
    const [server = "", assets = ""] = textOf("quorate.nginx.conf").split("location /assets/");
    const line = /^ +add_header ([\w-]+) "(.+?)"(?: always)?;$/gm;
    return { page: pairs(server, line), asset: pairs(assets, line) };
  },
  Caddy: () => {
    const parts = textOf("Caddyfile").split(
      /@others not path \/assets\/\*|@assets path \/assets\/\*/,
    );
    const line = /^\t\t([\w-]+) "(.+)"$/gm;
    const [shared = {}, others = {}, assets = {}] = parts.map((part) =>
      pairs(part.split("handle_errors")[0] ?? "", line),
    );
    // Nothing may be said twice: Caddy, not the order of the file, decides who is last.
    expect(Object.keys(shared).filter((name) => name in others || name in assets)).toEqual([]);
    return { page: { ...shared, ...others }, asset: { ...shared, ...assets } };
  },
};

describe.each(Object.entries(sentBy))("%s", (_host, sent) => {
  it("sends the same headers with a page as every other host", () => {
    expect(sent().page).toEqual(rules.everywhere);
  });

  it("sends the same headers with a hashed file as every other host", () => {
    expect(sent().asset).toEqual({ ...rules.everywhere, ...rules.assets });
  });
});

describe("the files for the hosts", () => {
  it("stand among the pages only where their host looks for them there", () => {
    expect(files.filter(({ isAmongPages }) => isAmongPages).map(({ name }) => name)).toEqual([
      "staticwebapp.config.json",
      "_headers",
    ]);
  });

  it("keep every line within what Cloudflare reads", () => {
    const longest = Math.max(
      ...textOf("_headers")
        .split("\n")
        .map((line) => line.length),
    );

    expect(longest).toBeLessThanOrEqual(2000);
  });

  it.each(["quorate.nginx.conf", "Caddyfile"])("close every brace they open: %s", (name) => {
    const braces = textOf(name).replaceAll(/"[^"\n]*"/g, "");

    expect(braces.split("{").length).toBe(braces.split("}").length);
  });

  it("do not let a missing file be remembered for a year", () => {
    expect(textOf("quorate.nginx.conf")).toMatch(/immutable";$/m);
    expect(textOf("Caddyfile")).toMatch(/handle_errors \{[^}]*Cache-Control "no-store"/);
  });
});
