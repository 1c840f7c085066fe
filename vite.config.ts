import react from "@vitejs/plugin-react";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vite";
import { cloudNamed } from "./hosting/clouds.ts";
import { hostingFiles } from "./hosting/plugin.ts";
import { skeletonFirst } from "./hosting/skeleton.ts";

const root = join(import.meta.dirname, "src/main");
/** Whose hosts the policy names; the pages themselves are the same for every cloud. */
const cloud = cloudNamed(process.env["QUORATE_CLOUD"] ?? "global");

/** The product: one HTML entry per surface, relative addresses, so that any static host serves it. */
export default defineConfig({
  root,
  base: "./",
  plugins: [react(), skeletonFirst, hostingFiles(cloud)],
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
