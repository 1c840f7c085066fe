import react from "@vitejs/plugin-react";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig, type Plugin } from "vite";

const root = join(import.meta.dirname, "src/main");

/**
 * Moves style sheets behind the skeleton in the body. In the head they would hold back the first
 * picture; there they only hold back the scripts, which is what they are for.
 */
const skeletonFirst: Plugin = {
  name: "skeleton-first",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      const sheets = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const bare = sheets.reduce((rest, sheet) => rest.replace(sheet, ""), html);
      return bare.replace("</body>", `${sheets.join("\n")}</body>`);
    },
  },
};

/** The product: one HTML entry per surface, relative addresses, so that any static host serves it. */
export default defineConfig({
  root,
  base: "./",
  plugins: [react(), skeletonFirst],
  build: {
    outDir: join(import.meta.dirname, "dist"),
    emptyOutDir: true,
    target: "es2022",
    // Side panels run in current browsers; the polyfill would be bytes in front of the first paint.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // React alone is larger than the usual limit; the budget that counts is held by a test.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      input: readdirSync(root)
        .filter((name) => name.endsWith(".html"))
        .map((name) => join(root, name)),
    },
  },
});
