/**
 * Where the sandbox's pages begin as the caller sees them, behind a reverse proxy or not.
 * A proxy that says nothing of itself is seen in the Referer: only our own pages ask for Graph.
 */
export function pagesUrlOf(request: Request): string {
  const { headers } = request;
  const url = new URL(request.url);
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? url.host;
  const referer = /^(https?:\/\/[^/]+\/(?:.*?\/)?sandbox)\//.exec(headers.get("referer") ?? "");
  const prefix = headers.get("x-forwarded-prefix");
  if (prefix === null && referer?.[1]) return referer[1];
  const protocol = headers.get("x-forwarded-proto")?.split(",")[0] ?? url.protocol.replace(":", "");
  return `${protocol}://${host}${(prefix ?? "").replace(/\/$/, "")}/sandbox`;
}
