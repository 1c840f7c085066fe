import type { Settings } from "./settings.ts";

/** The translatable texts of one language, by the path Teams knows them by, such as `name.short`. */
export type Strings = Readonly<Record<string, string>>;

const siteScopes = { simple: "Sites.ReadWrite.All", tight: "Sites.Selected" } as const;

/** What goes into the manifest's places: the settings, and what follows from them. */
export function valuesOf(settings: Settings, version: string): ReadonlyMap<string, string> {
  const host = new URL(settings.get("HOST_URL") ?? "");
  return new Map([
    ["VERSION", version],
    ...settings,
    ["HOST_URL", host.href.replace(/\/+$/, "")],
    ["HOST_NAME", host.host],
    ["SITE_SCOPE", settings.get("CONSENT") === "tight" ? siteScopes.tight : siteScopes.simple],
  ]);
}

/** A language's texts, under the name the administrator chose if they chose one. */
export function renamed(strings: Strings, settings: Settings): Strings {
  const short = settings.get("APP_NAME");
  const full = settings.get("APP_FULL_NAME") ?? short;
  return {
    ...strings,
    ...(short !== undefined && { "name.short": short }),
    ...(full !== undefined && { "name.full": full }),
  };
}

/** The template with every `${{place}}` filled; a place nobody fills stays, and the schema shows it. */
export function fill(template: string, values: ReadonlyMap<string, string>): unknown {
  const text = template.replaceAll(/\$\{\{([^}]+)\}\}/g, (place, name: string) => {
    const value = values.get(name);
    return value === undefined ? place : JSON.stringify(value).slice(1, -1);
  });
  return JSON.parse(text);
}
