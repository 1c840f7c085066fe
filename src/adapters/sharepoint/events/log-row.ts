import type { ListItem, ListView } from "#adapters/sharepoint/list-items.ts";
import type { LogRow, RowEdit } from "#domain/log/entry.ts";
import { type FirstVersion, firstVersions } from "./first-version.ts";

/**
 * Rows of the list as they count: those that somebody changed as first written, with who changed
 * them. Otherwise taken as they are: judging them is the domain's.
 */
export async function toLogRows(
  view: ListView,
  items: readonly ListItem[],
): Promise<readonly LogRow[]> {
  const touched = items.filter((item) => !isUntouched(item));
  if (touched.length === 0) return items.map(toLogRow);
  const firsts = await firstVersions(view, touched);
  return items.map((item) =>
    isUntouched(item) ? toLogRow(item) : asFirstWritten(item, firsts.get(item.id)),
  );
}

/** One row as it stands. */
export function toLogRow(item: ListItem): LogRow {
  const lookupId = item.fields?.["AuthorLookupId"];
  return {
    position: Number(item.id),
    authorId: item.createdBy?.user?.id ?? "",
    authorName: item.createdBy?.user?.displayName ?? "",
    ...((typeof lookupId === "string" || typeof lookupId === "number") && {
      authorLookupId: String(lookupId),
    }),
    // To the second, as lists and deltas stamp; the answer to a create must not differ from them.
    atMs: (Math.floor(Date.parse(item.createdDateTime ?? "") / 1000) || 0) * 1000,
    ...textsOf(item.fields),
  };
}

function asFirstWritten(item: ListItem, first: FirstVersion | undefined): LogRow {
  const now = toLogRow(item);
  const editor = item.lastModifiedBy?.user;
  const edit = (original: RowEdit["original"]): RowEdit => ({
    by: { id: editor?.id ?? "", name: editor?.displayName ?? "" },
    atMs: (Math.floor(Date.parse(item.lastModifiedDateTime ?? "") / 1000) || 0) * 1000,
    original,
    now: now.payload,
  });
  if (first === undefined) return { ...now, edited: edit("lost") };
  const written = textsOf(first.fields);
  const isMoved = written.meeting !== now.meeting || written.decision !== now.decision;
  if (isMoved) return { ...now, edited: edit("moved") };
  const { authorLookupId, ...rest } = now;
  const { authorId, authorName } = first;
  return {
    ...rest,
    ...(authorLookupId !== undefined && authorId === now.authorId && { authorLookupId }),
    ...written,
    authorId,
    authorName,
    edited: edit("kept"),
  };
}

type Texts = Pick<LogRow, "eventId" | "decision" | "meeting" | "kind" | "previous" | "payload">;

function textsOf(fields: Readonly<Record<string, unknown>> | null | undefined): Texts {
  const text = (column: string) => {
    const value = fields?.[column];
    return typeof value === "string" ? value : "";
  };
  return {
    eventId: text("EventId"),
    decision: text("DecisionKey"),
    meeting: text("MeetingKey"),
    kind: text("Kind"),
    previous: text("Previous"),
    payload: text("Payload"),
  };
}

/**
 * Whether nobody changed the row in the ordinary ways: its eTag still counts one write, and its
 * editor is its author. Exposes edits by members, not by somebody with SharePoint's owner tools.
 */
function isUntouched({ eTag, createdBy, lastModifiedBy }: ListItem): boolean {
  const writes = /,(\d+)"?$/u.exec(eTag ?? "")?.[1];
  return writes === "1" && createdBy?.user?.id === lastModifiedBy?.user?.id;
}
