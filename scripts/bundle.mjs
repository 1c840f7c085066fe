// TypeScript that scripts need: bundled for this Node, then imported.
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles a module of bench/ and answers what it exports. */
export function importBench(name) {
  return importBundled("bench", name);
}

/** Bundles a module of one of the root's folders and answers what it exports. */
export async function importBundled(folder, name) {
  const { build } = await import("vite");
  process.env["NODE_ENV"] = "production";
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: "warn",
    build: {
      ssr: join(root, `${folder}/${name}.ts`),
      // Two folders deep, as the files it is made of: they find the project from where they are.
      outDir: join(root, `.cache/${folder}`),
      emptyOutDir: false,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return import(pathToFileURL(join(root, `.cache/${folder}/${name}.js`)).href);
}
