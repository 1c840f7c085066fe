/** Dates and times in the language of the interface, so that a sentence stays one language. */
const language = "en-GB";

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const stamp = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const longDay = new Intl.DateTimeFormat(language, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });

/** "5,000". */
export function wholeNumber(count: number): string {
  return whole.format(count);
}

/** "14:02", in this browser's time zone. */
export function clockTime(ms: number): string {
  return clock.format(ms);
}

/** "31 Mar 2027, 14:02", in this browser's time zone. */
export function dateAndTime(ms: number): string {
  return stamp.format(ms);
}

const localDay = new Intl.DateTimeFormat(language, { dateStyle: "long" });

/** "31 March 2027", the day of a moment in this browser's time zone. */
export function dayOf(ms: number): string {
  return localDay.format(ms);
}

/** "31 March 2027", of a calendar day YYYY-MM-DD; the text itself where it is no such day. */
export function calendarDay(day: string): string {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(ms) ? day : longDay.format(ms);
}
