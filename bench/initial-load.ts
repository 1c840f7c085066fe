import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { projectRoot } from "../tests/house/planted.ts";

/** One file that a page loads, with what it weighs on the wire. */
export interface LoadedFile {
  readonly name: string;
  readonly text: string;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

const builtFiles = join(projectRoot, "dist");

/** Scripts and styles a page loads for its first picture: its tags, and what those scripts import at once. */
export function initialLoad(page: string, dist = builtFiles): readonly LoadedFile[] {
  return withImports(tagsOf(page, dist));
}

/**
 * The same with the surface itself, which its page asks for at once and shows when the log has been
 * read. What remains are MSAL, the Graph client and what adapts them.
 */
export function surfaceLoad(page: string, dist = builtFiles): readonly LoadedFile[] {
  const [entry = "", ...tags] = tagsOf(page, dist);
  return withImports([entry, ...tags, ...preloads(entry)]);
}

function tagsOf(page: string, dist: string): readonly string[] {
  const html = readFileSync(join(dist, page), "utf8");
  const tags = html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g);
  const scripts = Array.from(tags, ([, address]) => join(dist, address ?? ""));
  const entry = /<script[^>]*src="(\.\/[^"]+)"/.exec(html)?.[1];
  // The page's own script first; the other tags only announce what it imports.
  return entry === undefined ? scripts : [join(dist, entry), ...scripts];
}

function withImports(files: readonly string[]): readonly LoadedFile[] {
  const found = new Map<string, LoadedFile>();
  const queue = [...files];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    const bytes = readFileSync(file);
    const text = bytes.toString("utf8");
    found.set(file, {
      name: basename(file),
      text,
      gzipBytes: gzipSync(bytes, { level: 9 }).length,
      brotliBytes: brotliCompressSync(bytes).length,
    });
    if (file.endsWith(".js")) queue.push(...staticImports(text, dirname(file)));
  }
  return [...found.values()];
}

/** What a built module imports before it runs; `import("…")` comes later and is not among it. */
function staticImports(text: string, folder: string): readonly string[] {
  const imports = text.matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g);
  return Array.from(imports, ([, address]) => join(folder, address ?? ""));
}

/** The sum over files, in KB of 1,024 bytes. */
export function kilobytes(files: readonly LoadedFile[], by: "gzipBytes" | "brotliBytes"): number {
  return files.reduce((sum, file) => sum + file[by], 0) / 1024;
}

/** What the bundler lists in a page's own script as needed for the surface it imports later. */
function preloads(script: string): readonly string[] {
  const list = /m\.f=\[([^\]]*)\]/.exec(readFileSync(script, "utf8"))?.[1] ?? "";
  const files = list.matchAll(/"(\.\/[^"]+)"/g);
  return Array.from(files, ([, address]) => join(dirname(script), address ?? ""));
}
