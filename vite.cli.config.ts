import { join } from "node:path";
import { defineConfig } from "vite";

/** The command-line tool as one file for Node; its packages stay in node_modules. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  build: {
    ssr: join(import.meta.dirname, "cli/main.ts"),
    outDir: join(import.meta.dirname, "dist-cli"),
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "quorate.js" } },
  },
});
