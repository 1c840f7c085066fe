// TypeScript that scripts need: bundled for this Node, then imported.
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles a module of bench/ and answers what it exports. */
export async function importBench(name) {
  const { build } = await import("vite");
  process.env["NODE_ENV"] = "production";
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    build: {
      ssr: join(root, `bench/${name}.ts`),
      // Two folders deep, as the files it is made of: they find the project from where they are.
      outDir: join(root, ".cache/bench"),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return import(pathToFileURL(join(root, `.cache/bench/${name}.js`)).href);
}
