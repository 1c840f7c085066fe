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

/** How long whoever hears every row trusts push before asking anyway, in case word was lost. */
const safetyMs = 90_000;

/** The same for those who hear of steps only: there are many of them, and they miss less. */
const stepSafetyMs = 120_000;

/** However patient a client is, and whatever the pressure. */
const longestGapMs = 300_000;

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
  const waitMs = Math.min(longestGapMs, gapMs * patience);
  return (
    Math.max(0, waitMs - sinceLastAskMs) + Math.min(longestGapMs, spreadMs * patience) * chance
  );
}

/** The least time between two asks, and the time over which those who ask are spread. */
function pace({ audience, hearsFirst, isPushed, hasNews }: Asking): {
  readonly gapMs: number;
  readonly spreadMs: number;
} {
  const isRound = audience <= roundTable;
  if (isPushed && !hasNews) {
    const restMs = isRound || hearsFirst ? safetyMs : stepSafetyMs;
    return { gapMs: restMs * 0.7, spreadMs: restMs * 0.6 };
  }
  if (isPushed) {
    // The fewer share the budget, the sooner each of them may look.
    if (isRound) return { gapMs: audience * 80, spreadMs: audience * 16 };
    if (hearsFirst) return { gapMs: 2000, spreadMs: 500 };
    // One step costs a unit a person, however it is spread: steps in quick succession share one ask.
    return { gapMs: Math.max(2000, audience * 40), spreadMs: Math.min(30_000, audience * 10) };
  }
  // However many sit at a round table, it takes a fifth of the smallest tenant's budget.
  if (isRound) return { gapMs: Math.max(900, audience * 220), spreadMs: audience * 40 };
  if (hearsFirst) return { gapMs: 3500, spreadMs: 1000 };
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
  const times = 2 ** Math.min(failures, 6);
  if (retryAfterSeconds === undefined) return Math.min(60_000, 1000 * times) * (0.5 + chance);
  // All were told the same moment. What comes back at once is turned down at once, and is charged
  // all the same: so the more often it happened, the longer the time they come back over.
  const spreadMs = Math.max(retryAfterSeconds * 500, Math.min(120_000, 7500 * times));
  return retryAfterSeconds * 1000 + spreadMs * chance;
}

/**
 * The pressure after one more ask. One refusal in a crowd that joins is soon forgiven; refused
 * again and again, meetings that know nothing of each other settle on what their tenant carries.
 */
export function pressureAfter(pressure: number, wasThrottled: boolean): number {
  return wasThrottled ? Math.min(16, pressure * 3 - 1.7) : Math.max(1, pressure - 0.02);
}
