// Files of the project by folder and ending, on any Node that is new enough to run it.
import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Paths below the given folders that end as asked, relative to the root, sorted, with "/" between. */
export function globFiles(root, folders, ending = "") {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .toSorted();
}
