import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const styleSheet = join(import.meta.dirname, "../src/main/skeleton.css");

/**
 * Puts the styles of the first picture into every page, and moves style sheets behind it in the
 * body. In the head they would hold it back; there they only hold back the scripts, which is what
 * they are for.
 */
export const skeletonFirst: Plugin = {
  name: "skeleton-first",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const sheets = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const bare = sheets.reduce((rest, sheet) => rest.replace(sheet, ""), html);
      return bare
        .replace("</head>", `<style>${squeezed(readFileSync(styleSheet, "utf8"))}</style></head>`)
        .replace("</body>", `${sheets.join("\n")}</body>`);
    },
  },
};

/** The rules without their comments and the space between them. */
function squeezed(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/ ?([{}:;,]) ?/g, "$1")
    .trim();
}
