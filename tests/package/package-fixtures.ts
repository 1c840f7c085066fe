import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { onTestFinished } from "vitest";
import { buildPackage } from "../../manifest/package/app-package.ts";
import { textOf } from "../house/files.ts";
import { projectRoot } from "../house/planted.ts";

/** The settings that come with the project, some of them changed; undefined takes a line out. */
export function settingsWith(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const kept = textOf("manifest/example.env")
    .split("\n")
    .filter((line) => !Object.keys(changes).some((key) => line.startsWith(`${key}=`)));
  const added = Object.entries(changes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  return [...kept, ...added].join("\n");
}

/** The files of the package that these settings make, by name. */
export function unpacked(settings = settingsWith()): Readonly<Record<string, Uint8Array>> {
  const built = buildPackage({ projectRoot, settings });
  if (built.kind === "refused") throw new Error(built.problems.join("\n"));
  return unzipSync(built.zip);
}

/** One of its JSON files, read. */
export function jsonOf(files: Readonly<Record<string, Uint8Array>>, name: string): unknown {
  const bytes = files[name];
  if (!bytes) throw new Error(`The package has no ${name}.`);
  return JSON.parse(strFromU8(bytes)) as unknown;
}

/** What is said against a package whose parts were changed by hand. */
export function problemsAfter(change: (folder: string) => void): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "quorate-manifest-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(projectRoot, "manifest"), folder, { recursive: true });
  change(folder);
  const built = buildPackage({ projectRoot, folder, settings: settingsWith() });
  return built.kind === "refused" ? built.problems : [];
}

/** Changes the text of one file. */
export function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
