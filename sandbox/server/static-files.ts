import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { Context } from "hono";
import { decoded } from "../graph/router.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".svg", ".webmanifest"]);

/** Only pages of the sandbox frame its own. */
const framedByOurselves = { "content-security-policy": "frame-ancestors 'self'" };

/**
 * Serves a folder of built files below a path; a page is found without its ending too. `pageHeaders`
 * go with every page.
 */
export function staticFiles(
  folder: string,
  below: string,
  pageHeaders: () => Promise<Readonly<Record<string, string>>> = async () => framedByOurselves,
) {
  const zipped = new Map<string, { readonly of: Buffer; readonly bytes: Buffer }>();
  return async (c: Context): Promise<Response> => {
    const path = new URL(c.req.url).pathname.slice(below.length);
    const found = await find(folder, decoded(path));
    if (!found) return c.text(`Nothing is built at ${below}${path}.`, 404);
    const ending = extname(found.file);
    const headers: Record<string, string> = {
      "content-type": TYPES[ending] ?? "application/octet-stream",
      // Hashed names never change their content; everything else may with the next build.
      "cache-control": path.startsWith("assets/")
        ? "public, max-age=31536000, immutable"
        : "no-store",
      "x-content-type-options": "nosniff",
      ...(ending === ".html" && (await pageHeaders())),
    };
    const accepts = c.req.header("accept-encoding")?.includes("gzip") ?? false;
    if (!accepts || !COMPRESSED.has(ending))
      return new Response(new Uint8Array(found.bytes), { headers });
    const kept = zipped.get(found.file);
    const bytes = kept?.of.equals(found.bytes) ? kept.bytes : gzipSync(found.bytes, { level: 9 });
    zipped.set(found.file, { of: found.bytes, bytes });
    return new Response(new Uint8Array(bytes), {
      headers: { ...headers, "content-encoding": "gzip", vary: "accept-encoding" },
    });
  };
}

async function find(folder: string, path: string) {
  const wanted = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  for (const name of [wanted, `${wanted}.html`]) {
    const file = normalize(join(folder, name));
    if (!file.startsWith(folder + sep)) return undefined;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes) return { file, bytes };
  }
  return undefined;
}
