// npm run bench: measures what docs/performance.md tells, and writes it again.
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { ensureReady, fail } from "./ready.mjs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

await ensureReady();
await ensureBuilt();
await ensureBrowser().catch((error) => fail(error.message));
const { build } = await import("vite");
process.env["NODE_ENV"] = "production";
await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: "warn",
  build: {
    ssr: join(root, "bench/main.ts"),
    // Two folders deep, as the files it is made of: they find the project from where they are.
    outDir: join(root, ".cache/bench"),
    target: "node20",
    rolldownOptions: { output: { entryFileNames: "main.js" } },
  },
});
const { bench } = await import(pathToFileURL(join(root, ".cache/bench/main.js")).href);
await bench();
