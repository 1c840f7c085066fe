/** What decides how often a client may ask what changed. */
export interface Asking {
  /** How many people are at the table, this one included. */
  readonly audience: number;
  /** 0 ≤ n < 1, so that clients that started together drift apart. */
  readonly chance: number;
  /** How many times in a row asking has failed. */
  readonly failures: number;
  /** What SharePoint asked for, in seconds. */
  readonly retryAfterSeconds?: number | undefined;
}

/**
 * Milliseconds until this client asks again. Asking costs one resource unit; the smallest tenant
 * has 1,250 a minute for everybody, so the pause grows with the audience and stays under half of it.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export function nextAskInMs({ audience, chance, failures, retryAfterSeconds }: Asking): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000 * (1 + chance * 0.5);
  if (failures > 0) return Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + chance);
  const affordable = audience * (60_000 / 600);
  return Math.max(1000, affordable) * (0.85 + chance * 0.3);
}
