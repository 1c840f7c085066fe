import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Builds the host pages and the worker; all addresses relative, so that any path will do. */
export default defineConfig({
  root,
  base: "./",
  build: {
    outDir: fileURLToPath(new URL("../../dist-sandbox/host", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: `${root}index.html`,
        room: `${root}room.html`,
        outside: `${root}outside.html`,
        sw: `${root}sw.ts`,
      },
      output: {
        // A worker's address is its identity: it must not change with its content.
        entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js"),
      },
    },
  },
});
