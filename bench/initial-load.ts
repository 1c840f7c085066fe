import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { projectRoot } from "../tests/house/planted.ts";

/** One file that a page needs before its first script has run, with what it weighs on the wire. */
export interface InitialFile {
  readonly name: string;
  readonly kind: "script" | "style";
  readonly text: string;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

/** Scripts and styles that `dist/PAGE` loads by itself: its tags, and what those scripts import at once. */
export function initialLoad(
  page: string,
  dist = join(projectRoot, "dist"),
): readonly InitialFile[] {
  const html = readFileSync(join(dist, page), "utf8");
  const tagged = Array.from(
    html.matchAll(/(?:src|href)="(\.\/[^"]+\.(?:js|css))"/g),
    (tag) => tag[1],
  );
  const found = new Map<string, InitialFile>();
  const queue = tagged.map((address) => join(dist, address ?? ""));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file)) continue;
    const bytes = readFileSync(file);
    const text = bytes.toString("utf8");
    const kind = file.endsWith(".css") ? "style" : "script";
    found.set(file, {
      name: basename(file),
      kind,
      text,
      gzipBytes: gzipSync(bytes, { level: 9 }).length,
      brotliBytes: brotliCompressSync(bytes).length,
    });
    if (kind === "script") queue.push(...staticImports(text, dirname(file)));
  }
  return [...found.values()];
}

/** What a built module imports before it runs; `import("…")` comes later and is not among it. */
function staticImports(text: string, folder: string): readonly string[] {
  const imports = text.matchAll(/(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g);
  return Array.from(imports, ([, address]) => join(folder, address ?? ""));
}

/** The sum over files, in KB of 1,024 bytes. */
export function kilobytes(files: readonly InitialFile[], by: "gzipBytes" | "brotliBytes"): number {
  return files.reduce((sum, file) => sum + file[by], 0) / 1024;
}
