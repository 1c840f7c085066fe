import { StoreError } from "#flows/store-error.ts";
import { retryAfter } from "./failure.ts";
import { type Pauses, ownPauses } from "./pauses.ts";
import { type Clock, type Send, pause } from "./send.ts";

/** How long a call may be held back before the caller hears of it. */
export interface Patience {
  /** Waits longer than this are the caller's to decide on. */
  readonly longestWaitSeconds: number;
  readonly tries: number;
}

const firstBackoffMs = 500;
const troubled = new Set([500, 502, 503, 504]);

/**
 * Tries again what may be tried again: a throttled request of any kind, since it was not carried
 * out; a read also after trouble or silence. Never a write that may have been carried out.
 *
 * A service that asked for a pause gets it from every request of whoever shares these pauses.
 *
 * @throws StoreError `throttled` when the pause asked for is longer than the patience.
 */
export function patiently(
  send: Send,
  clock: Clock,
  patience: Patience,
  pauses: Pauses = ownPauses(),
): Send {
  const longestMs = patience.longestWaitSeconds * 1000;

  const heldBack = async (service: string) => {
    for (let round = 0; ; round += 1) {
      const waitMs = pauses.untilMs(service) - clock.now();
      if (waitMs <= 0) return;
      // While this one waited, another may have been asked to wait longer.
      if (waitMs > longestMs || round === patience.tries) throw held(service, waitMs);
      await pause(clock, waitMs);
    }
  };

  const attempt = async (request: Request, scopes: readonly string[], tried: number) => {
    const service = serviceOf(request.url);
    await heldBack(service);
    const mayGoOn = tried + 1 < patience.tries;
    const backoffMs = firstBackoffMs * 2 ** tried * (0.5 + clock.random());
    let response: Response;
    try {
      response = await send(request.clone(), scopes);
    } catch (failure) {
      if (!mayGoOn || request.method !== "GET" || !isSilence(failure)) throw failure;
      await pause(clock, backoffMs);
      return undefined;
    }
    const mayRepeat =
      response.status === 429 || (request.method === "GET" && troubled.has(response.status));
    const askedSeconds = retryAfter(response.headers.get("retry-after") ?? undefined);
    // A browser may not be allowed to read the header: then wait as if it were unknown.
    const waitMs = askedSeconds === undefined ? backoffMs : askedSeconds * 1000;
    if (askedSeconds !== undefined) pauses.hold(service, clock.now() + waitMs);
    if (!mayRepeat || !mayGoOn || waitMs > longestMs) return response;
    await pause(clock, waitMs);
    return undefined;
  };

  return async (request, scopes) => {
    for (let tried = 0; ; tried += 1) {
      const response = await attempt(request, scopes, tried);
      if (response !== undefined) return response;
    }
  };
}

function isSilence(failure: unknown): boolean {
  return failure instanceof StoreError && failure.kind === "no-answer";
}

/** Services are throttled apart: SharePoint's pause does not hold up the calendar. */
function serviceOf(url: string): string {
  const [, , first = "", second = ""] = new URL(url).pathname.split("/");
  return first === "me" ? `me/${second}` : first;
}

function held(service: string, waitMs: number): StoreError {
  const retryAfterSeconds = Math.ceil(waitMs / 1000);
  return new StoreError("throttled", `${service} asked for a pause`, { retryAfterSeconds });
}
