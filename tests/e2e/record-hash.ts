import { createHash } from "node:crypto";
import { readEntry } from "#domain/log/entry.ts";
import { recordHash } from "#domain/record/canonical.ts";
import type { Item } from "./graph.ts";

/** The hash a record must carry, from the rows as Graph tells them to anybody who may read the list. */
export function recordHashOf(events: readonly Item[]): string {
  const entries = events.flatMap(({ id, createdBy, createdDateTime, fields }) => {
    const read = readEntry({
      position: Number(id),
      authorId: createdBy.user.id,
      authorName: createdBy.user.displayName,
      atMs: Date.parse(createdDateTime),
      eventId: String(fields["EventId"]),
      decision: String(fields["DecisionKey"]),
      meeting: String(fields["MeetingKey"]),
      kind: String(fields["Kind"]),
      previous: String(fields["Previous"] ?? ""),
      payload: String(fields["Payload"]),
    });
    return read.ok ? [read.value] : [];
  });
  // A decision that was put off before has an earlier close too.
  const close = entries.findLast(({ event }) => event.kind === "decision-closed");
  return recordHash(entries, close?.position ?? 0, (text) =>
    createHash("sha256").update(text).digest("hex"),
  );
}
