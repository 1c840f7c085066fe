import type { World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import type { TokenSource } from "./token-source.ts";

/** One request on its way to Graph, with the permission it needs. */
export type Send = (request: Request, scopes: readonly string[]) => Promise<Response>;

/** What sending needs of the world. */
export type Clock = Pick<World, "now" | "random" | "after">;

/** Waits by the world's clock. */
export function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => void clock.after(ms, resolve));
}

/**
 * Sends over the network and gives up after a time.
 *
 * @throws StoreError `no-answer`: offline, refused by the browser, or silent for too long.
 */
export function overNetwork(
  fetch: (request: Request) => Promise<Response>,
  clock: Clock,
  timeoutMs: number,
): Send {
  return async (request) => {
    const giveUp = new AbortController();
    const cancel = clock.after(timeoutMs, () => giveUp.abort());
    const late = new Promise<never>((_, reject) => {
      giveUp.signal.addEventListener("abort", () => reject(noAnswer(request, "timed out")));
    });
    try {
      const whole = fetch(new Request(request, { signal: giveUp.signal })).then(readToTheEnd);
      return await Promise.race([whole, late]);
    } catch (cause) {
      throw noAnswer(request, "broke off", cause);
    } finally {
      cancel();
    }
  };
}

/** The answer with its body in memory: a connection that breaks off half-way is no answer. */
async function readToTheEnd(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  return new Response(bytes.byteLength === 0 ? null : bytes, response);
}

/** Tells what time it is at Microsoft, wherever the answer says so and the browser may read it. */
export function tellingTime(send: Send, onServerTime: (ms: number) => void): Send {
  return async (request, scopes) => {
    const response = await send(request, scopes);
    const ms = Date.parse(response.headers.get("date") ?? "");
    if (!Number.isNaN(ms)) onServerTime(ms);
    return response;
  };
}

/**
 * Puts the token on the request; when Graph turns it down, asks for another one once. The token
 * goes to Graph's own host only: addresses of next pages come from answers and are not trusted.
 */
export function authenticated(send: Send, tokens: TokenSource, graphOrigin: string): Send {
  return async (request, scopes) => {
    if (new URL(request.url).origin !== graphOrigin) {
      throw new StoreError("rejected", `Not an address of Graph: ${new URL(request.url).origin}`);
    }
    const again = request.clone();
    const response = await send(withToken(request, await tokens.token(scopes)), scopes);
    if (response.status !== 401) return response;
    const claims = claimsChallenge(response.headers.get("www-authenticate"));
    const wish = { fresh: true, ...(claims !== undefined && { claims }) };
    return await send(withToken(again, await tokens.token(scopes, wish)), scopes);
  };
}

function withToken(request: Request, token: string): Request {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${token}`);
  return new Request(request, { headers });
}

/**
 * The claims a refused token lacks, as JSON, from a continuous access evaluation challenge.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
function claimsChallenge(header: string | null): string | undefined {
  const encoded = /claims="([\w+/=-]+)"/u.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    return atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return undefined;
  }
}

function noAnswer(request: Request, how: string, cause?: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  const path = new URL(request.url).pathname;
  return new StoreError("no-answer", `${request.method} ${path} ${how}`, { cause });
}
