import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./planted.ts";

/** The project's own files, as git would keep them, below the given folders or all of them. */
export function ownFiles(...folders: readonly string[]): readonly string[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...folders],
    { cwd: projectRoot, encoding: "utf8" },
  );
  // A file just moved may still be listed under its old name.
  return listed.split("\n").filter((file) => file !== "" && existsSync(join(projectRoot, file)));
}

/** The text of one of the project's files. */
export function textOf(file: string): string {
  return readFileSync(join(projectRoot, file), "utf8");
}
