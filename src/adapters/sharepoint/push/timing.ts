import { StoreError } from "#flows/store-error.ts";

const second = 1000;
const minute = 60 * second;

/** What an address lasts at least, as observed; assumed where nothing credible was said. */
const usualLifeMs = 20 * minute;
const longestLifeMs = 60 * minute;
const renewedBeforeMs = 120 * second;

/**
 * How long an address is used before another is asked for: until two to three minutes before it
 * expires, half its life where that is short, and never less than a minute.
 */
export function renewAfterMs(lifeMs: number | undefined, chance: number): number {
  const isCredible = lifeMs !== undefined && lifeMs > 0;
  const ms = isCredible ? Math.min(lifeMs, longestLifeMs) : usualLifeMs;
  // Everybody in a meeting came at once; the spread keeps them from coming back at once.
  const early = Math.min(renewedBeforeMs + chance * minute, ms / 2);
  return Math.max(minute, ms - early);
}

/** How soon to connect again to an address that worked: 1 to 5 seconds. */
export function reconnectAfterMs(chance: number): number {
  return second + chance * 4 * second;
}

/** How soon to ask for another address when one could not be connected to: 5 seconds and up. */
export function afterRefusalMs(failures: number, chance: number): number {
  return backoff(5 * second, failures, chance);
}

/**
 * How soon to ask again after a question failed. Push is a convenience: what Graph does not have
 * at present is left alone for a minute at least, what a person may not have for ten.
 */
export function askAgainAfterMs(failure: unknown, failures: number, chance: number): number {
  const { kind, details } =
    failure instanceof StoreError ? failure : new StoreError("rejected", "not Graph's answer");
  switch (kind) {
    case "no-answer":
      return backoff(10 * second, failures, chance);
    case "throttled":
      // What was asked for, and then not everybody at once.
      return (details.retryAfterSeconds ?? 0) * second + backoff(minute, failures, chance);
    case "consent-needed":
    case "forbidden":
      return backoff(10 * minute, failures, chance);
    case "signed-out":
    case "not-found":
    case "rejected":
    case "unavailable":
    case "already-exists":
    case "changed-meanwhile":
    case "resync":
    case "read-only":
      return backoff(minute, failures, chance);
  }
}

/** From `firstMs` on doubling to a quarter of an hour, and up to as much again by chance. */
function backoff(firstMs: number, failures: number, chance: number): number {
  return Math.min(firstMs * 2 ** failures, 15 * minute) * (1 + chance);
}
