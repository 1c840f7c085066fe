import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { domainProblems } from "./domains.ts";
import { type Strings, fill, renamed, valuesOf } from "./fill.ts";
import { iconProblems } from "./icons.ts";
import { schemaProblems } from "./schema.ts";
import { readSettings } from "./settings.ts";

/** A package ready to upload, or one sentence for each thing to mend. */
export type PackageBuilt =
  | { readonly kind: "built"; readonly zip: Uint8Array; readonly version: string }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

/** Where the parts of a package lie, and what goes into their places. */
export interface PackageParts {
  /** For Microsoft's schemas and the version in package.json. */
  readonly projectRoot: string;
  /** The template, the icons and the texts; `manifest/` of the project unless told otherwise. */
  readonly folder?: string;
  /** KEY=value lines or JSON. */
  readonly settings: string;
}

interface Manifest {
  readonly version: string;
  readonly icons: Readonly<Record<"color" | "outline", string>>;
  readonly localizationInfo: { readonly defaultLanguageTag: string };
}

// Zip keeps local time without a zone: a fixed one makes the same package from the same parts.
const packedAt = new Date(2000, 0, 1);

/** Builds the Teams app package and holds it against Microsoft's schema; the same parts, the same bytes. */
export function buildPackage(parts: PackageParts): PackageBuilt {
  const read = readSettings(parts.settings);
  if (read.kind === "refused") return read;
  const { projectRoot, folder = join(projectRoot, "manifest") } = parts;
  const languages = languagesIn(join(folder, "strings"), (strings) =>
    renamed(strings, read.settings),
  );
  const values = new Map([
    ...valuesOf(read.settings, versionOf(projectRoot)),
    ...Object.entries(languages.get("en") ?? {}),
  ]);
  const template = fill(readFileSync(join(folder, "manifest.json"), "utf8"), values) as Manifest;
  const others = [...languages].filter(
    ([tag]) => tag !== template.localizationInfo.defaultLanguageTag,
  );
  const additionalLanguages = others.map(([tag]) => ({ languageTag: tag, file: `${tag}.json` }));
  const manifest = {
    ...template,
    localizationInfo: { ...template.localizationInfo, additionalLanguages },
  };
  const icons = (["color", "outline"] as const).map((kind) => {
    const name = template.icons[kind];
    const file = join(folder, name);
    return { kind, name, bytes: existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined };
  });
  const problems = [
    ...unfilledPlaces(manifest),
    ...schemaProblems("manifest", "manifest.json", manifest, projectRoot),
    ...domainProblems(manifest),
    ...icons.flatMap(({ kind, name, bytes }) => iconProblems(kind, name, bytes)),
    ...others.flatMap(([tag, strings]) =>
      schemaProblems("strings", `${tag}.json`, strings, projectRoot),
    ),
  ];
  if (problems.length > 0) return { kind: "refused", problems };
  const files = {
    "manifest.json": asFile(manifest),
    ...Object.fromEntries(icons.map(({ name, bytes = new Uint8Array() }) => [name, bytes])),
    ...Object.fromEntries(others.map(([tag, strings]) => [`${tag}.json`, asFile(strings)])),
  };
  const zip = zipSync(files, { level: 9, mtime: packedAt });
  return { kind: "built", zip, version: manifest.version };
}

function unfilledPlaces(manifest: unknown): readonly string[] {
  const places = new Set(JSON.stringify(manifest).match(/\$\{\{[^}]*\}\}/g));
  return [...places].map(
    (place) => `manifest.json has ${place}, which nothing fills: name a setting or a text.`,
  );
}

function asFile(content: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(content, undefined, 2)}\n`);
}

function languagesIn(folder: string, name: (strings: Strings) => Strings): Map<string, Strings> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.toSorted().map((file) => {
      const strings = JSON.parse(readFileSync(join(folder, file), "utf8")) as Strings;
      return [basename(file, ".json"), name(strings)];
    }),
  );
}

function versionOf(projectRoot: string): string {
  const text = readFileSync(join(projectRoot, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
