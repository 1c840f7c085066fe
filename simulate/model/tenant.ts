/** SharePoint's resource units a minute for one app in one tenant, by the tenant's licences. */
export const tiers = [
  { licences: "up to 1,000", unitsPerMinute: 1250 },
  { licences: "1,000 to 5,000", unitsPerMinute: 2500 },
  { licences: "5,000 to 15,000", unitsPerMinute: 3750 },
  { licences: "15,000 to 50,000", unitsPerMinute: 5000 },
  { licences: "over 50,000", unitsPerMinute: 6250 },
] as const;

/**
 * What a request costs, in resource units.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online
 */
export const units = {
  /** Delta with a token; a page of it. */
  delta: 1,
  /** A single item, or the address of a list's web socket. */
  item: 1,
  /** A page of a query. */
  query: 2,
  /** Creating or changing a row. */
  write: 2,
} as const;

const minuteMs = 60_000;

/** The app's budget in one tenant, for all of its meetings together. */
export interface Tenant {
  readonly unitsPerMinute: number;
  /**
   * Charges a request; answers the seconds to wait when the minute's budget is spent. A request
   * that is turned down is charged all the same.
   */
  charge(atMs: number, cost: number): number | undefined;
  /** Units asked for, minute by minute. */
  unitsByMinute(): readonly number[];
  /** When requests were turned down, in milliseconds. */
  refusals(): readonly number[];
  requests(): number;
}

/** A tenant that nobody has asked anything yet. */
export function openTenant(unitsPerMinute: number): Tenant {
  const minutes: number[] = [];
  const refused: number[] = [];
  let asked = 0;
  return {
    unitsPerMinute,
    charge(atMs, cost) {
      const minute = Math.floor(atMs / minuteMs);
      while (minutes.length <= minute) minutes.push(0);
      const spent = (minutes[minute] ?? 0) + cost;
      minutes[minute] = spent;
      asked += 1;
      if (spent <= unitsPerMinute) return undefined;
      refused.push(atMs);
      return Math.ceil(((minute + 1) * minuteMs - atMs) / 1000);
    },
    unitsByMinute: () => minutes,
    refusals: () => refused,
    requests: () => asked,
  };
}
