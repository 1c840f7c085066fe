import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import type { CloudName } from "../src/adapters/browser/clouds.ts";
import { hostFiles } from "./files.ts";
import { headerRules, inlineStylesOf } from "./headers.ts";

/**
 * Writes the hosts' configuration after a build: what a host looks for among the pages there, the
 * rest into a folder beside them. The policy names the styles of the very pages that were built.
 */
export function hostingFiles(cloud: CloudName): Plugin {
  return {
    name: "hosting-files",
    writeBundle({ dir = "dist" }, bundle) {
      const pages = Object.keys(bundle).filter((name) => name.endsWith(".html"));
      const styles = pages.flatMap((page) => inlineStylesOf(readFileSync(join(dir, page), "utf8")));
      const beside = `${dir}-hosting`;
      mkdirSync(beside, { recursive: true });
      for (const { name, isAmongPages, text } of hostFiles(headerRules(cloud, styles)))
        writeFileSync(join(isAmongPages ? dir : beside, name), text);
    },
  };
}
