import { join } from "node:path";
import { defineConfig } from "vite";

/** The sandbox's server as one file for Node; its packages stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: join(import.meta.dirname, "sandbox/server/main.ts"),
    outDir: join(import.meta.dirname, "dist-sandbox"),
    // The host pages are built into a folder of it.
    emptyOutDir: false,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "server.js" } },
  },
});
