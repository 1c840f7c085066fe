/**
 * The moment SharePoint keeps for a date without a time: midnight of that day where the site is,
 * which in UTC may lie on the day before.
 */
export function toSiteDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(at);
  const midnightAsUtc = Date.parse(`${parts}T00:00:00Z`);
  return midnightAsUtc - offsetMs(midnightAsUtc, timeZone);
}

/** How far a place's clocks are ahead of UTC at a moment. */
export function offsetMs(at: number, timeZone: string): number {
  const local = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  })
    .format(at)
    .replace(", ", "T");
  return Date.parse(`${local}Z`) - Math.floor(at / 1000) * 1000;
}
