import type { LogEntry } from "#domain/log/entry.ts";
import { inOrder } from "#domain/meeting.ts";

/**
 * The log as one text that is the same for everyone: canonical JSON (RFC 8785) of its entries in
 * order, each once, up to and with the position `upTo`. What the record's hash is over.
 */
export function canonicalLog(entries: Iterable<LogEntry>, upTo = Infinity): string {
  const settled = inOrder(entries).filter(({ position }) => position <= upTo);
  return `[${settled.map(canonicalEntry).join(",")}]`;
}

/** The record's hash: over the canonical log up to and with the close, by the function given. */
export function recordHash<H>(
  entries: Iterable<LogEntry>,
  closePosition: number,
  hash: (text: string) => H,
): H {
  return hash(canonicalLog(entries, closePosition));
}

/** One entry as canonical JSON: what the next entry's `previous` is the hash of. */
export function canonicalEntry(entry: LogEntry): string {
  const { position, id, decision, meeting, by, atMs, previous, event } = entry;
  // The name is how somebody is called today; the id is who said it.
  return canonical({ position, id, decision, meeting, author: by.id, at: atMs, previous, event });
}

type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

// JSON.stringify already writes numbers and strings as RFC 8785 wants them; left are the order of
// keys (by UTF-16 units, which is how strings compare) and the blanks.
function canonical(value: Json): string {
  if (isList(value)) return `[${value.map((item) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${parts.join(",")}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
