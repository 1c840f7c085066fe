/**
 * A calendar day as it is sent: noon UTC, which is the same day from UTC−11 to UTC+11.
 */
export function fromDay(day: string): string {
  return `${day}T12:00:00Z`;
}

const thirteenHoursMs = 13 * 3_600_000;

/**
 * The calendar day, YYYY-MM-DD, of a date column's value. SharePoint keeps a day as the midnight of
 * the site's own time zone, told in UTC: thirteen hours later it is that day in UTC too, for every
 * zone from UTC−10 to UTC+13. Undefined for what is no date.
 */
export function toDay(value: string): string | undefined {
  const ms = Date.parse(value);
  if (Number.isNaN(ms)) return undefined;
  const isNoon = value.endsWith("T12:00:00Z");
  return new Date(isNoon ? ms : ms + thirteenHoursMs).toISOString().slice(0, 10);
}
