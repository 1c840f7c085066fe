/** What decides how long a client waits before it asks the list what changed. Times in milliseconds. */
export interface Asking {
  /** How many people are at the table, this one included. */
  readonly audience: number;
  /** Drivers and the facilitator hear first: the meeting waits for them. */
  readonly hearsFirst: boolean;
  /** Whether word of changes is pushed at present. */
  readonly isPushed: boolean;
  /** Whether word came since this client last asked. */
  readonly hasNews: boolean;
  /** Whether nobody is looking at this tab. */
  readonly isHidden: boolean;
  readonly sinceLastAskMs: number;
  /** 1 in calm; grows with every refusal for asking too much, and shrinks again. */
  readonly pressure: number;
  /** 0 ≤ n < 1, so that clients that heard the same word do not all ask at once. */
  readonly chance: number;
}

/**
 * Up to here everybody hears of every row. Above it, whoever does not decide is told of the
 * facilitator's steps only: nothing else changes what they may see.
 */
export const roundTable = 12;

/** Units a minute that reading may take: half of what the smallest tenant has for everything. */
const readingUnitsPerMinute = 500;

/** People who hear first, as far as the budget plans for them. */
const firstHearers = 8;

/** What a client asks in a calm meeting while push is up, in case word was lost. */
const safetyMs = 90_000;

/**
 * Milliseconds until this client asks again. Asking costs one resource unit; the smallest tenant
 * has 1,250 a minute for everybody.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export function nextAskInMs(asking: Asking): number {
  const { chance, pressure, sinceLastAskMs, isHidden } = asking;
  const { gapMs, spreadMs } = pace(asking);
  const patience = pressure * (isHidden ? 4 : 1);
  return Math.max(0, gapMs * patience - sinceLastAskMs) + spreadMs * patience * chance;
}

/** The least time between two asks, and the time over which those who ask are spread. */
function pace({ audience, hearsFirst, isPushed, hasNews }: Asking): {
  readonly gapMs: number;
  readonly spreadMs: number;
} {
  const isRound = audience <= roundTable;
  if (isPushed && !hasNews) return { gapMs: safetyMs * 0.7, spreadMs: safetyMs * 0.6 };
  if (isPushed) {
    if (isRound) return { gapMs: 1000, spreadMs: 200 };
    if (hearsFirst) return { gapMs: 1500, spreadMs: 500 };
    // Word of a step reaches all at once; asking is spread so that a minute's budget carries it.
    const spreadMs = Math.min(60_000, Math.max(1500, audience * 50));
    return { gapMs: 2000, spreadMs };
  }
  if (isRound) return { gapMs: 900, spreadMs: 300 };
  if (hearsFirst) return { gapMs: 4000, spreadMs: 1000 };
  const left = readingUnitsPerMinute - firstHearers * 15;
  const gapMs = (audience / left) * 60_000;
  return { gapMs: gapMs * 0.9, spreadMs: gapMs * 0.2 };
}

/**
 * Milliseconds until something that failed is tried again: as long as Microsoft asked, else twice as
 * long each time, and never all at once.
 */
export function tryAgainInMs({
  failures,
  chance,
  retryAfterSeconds,
}: {
  readonly failures: number;
  readonly chance: number;
  readonly retryAfterSeconds?: number | undefined;
}): number {
  if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1000 * (1 + chance * 0.5);
  return Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + chance);
}

/** The pressure after one more ask: twice as much when it was too much, a tenth less when not. */
export function pressureAfter(pressure: number, wasThrottled: boolean): number {
  return wasThrottled ? Math.min(8, pressure * 2) : Math.max(1, pressure * 0.9);
}
