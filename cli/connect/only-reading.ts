import { StoreError } from "#flows/store-error.ts";

/**
 * A network that carries nothing but reading requests: what --dry-run promises holds even where a
 * command forgets to ask.
 *
 * @throws StoreError `rejected` for a request that would change something.
 */
export function onlyReading(
  fetch: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method === "GET") return await fetch(request);
    const { pathname } = new URL(request.url);
    throw new StoreError("rejected", `--dry-run: ${request.method} ${pathname} was not sent`);
  };
}
