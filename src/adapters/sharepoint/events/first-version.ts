import * as v from "valibot";
import { batch } from "#adapters/graph/batch.ts";
import { parseAnswer } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import {
  type ListItem,
  type ListView,
  Stamped,
  listPath,
} from "#adapters/sharepoint/list-items.ts";
import type { FailureKind } from "#flows/store-error.ts";

/** A row as it was written first: by whom, and what its columns said. */
export interface FirstVersion {
  readonly authorId: string;
  readonly authorName: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const Version = v.object({
  id: v.string(),
  lastModifiedBy: Stamped,
  lastModifiedDateTime: v.nullish(v.string()),
  fields: v.nullish(v.record(v.string(), v.unknown())),
});
type Version = v.InferOutput<typeof Version>;

const History = v.object({
  value: v.array(Version),
  "@odata.nextLink": v.optional(v.string()),
});

// Asking again would not help: the row is gone by now, or this person may not see its history.
const final: ReadonlySet<FailureKind> = new Set(["not-found", "forbidden", "rejected"]);

/**
 * The first versions of these rows, by row id, as far as the list still has them. 2 resource units
 * a row, 20 rows a request.
 *
 * @throws StoreError where asking again later can help: a guess would not be the same for everybody.
 * @see https://learn.microsoft.com/graph/api/listitem-list-versions
 */
export async function firstVersions(
  { graph, list }: ListView,
  items: readonly ListItem[],
): Promise<ReadonlyMap<string, FirstVersion>> {
  const calls = items.map(({ id }) => ({
    path: `${listPath(list)}/items/${id}/versions?$expand=fields`,
    scopes: scopes.lists,
  }));
  const answers = await batch(graph, calls);
  const found = new Map<string, FirstVersion>();
  for (const [index, item] of items.entries()) {
    const answer = answers[index];
    if (answer === undefined || !answer.ok) {
      if (answer === undefined || final.has(answer.failure.kind)) continue;
      throw answer.failure;
    }
    const history = parseAnswer(History, answer.body, calls[index]?.path ?? "");
    const next = history["@odata.nextLink"];
    const older = next === undefined ? [] : await olderVersions(graph, next);
    const first = firstOf(item, [...history.value, ...older]);
    if (first !== undefined) found.set(item.id, first);
  }
  return found;
}

async function olderVersions(graph: ListView["graph"], path: string): Promise<readonly Version[]> {
  const { values } = await pages(graph, { path, scopes: scopes.lists });
  return parseAnswer(v.array(Version), values, path);
}

/**
 * The version a row began with. A list that keeps no versions, or a trimmed history, shows the
 * changed row as its first: so there must be a later one, and this one be as old as the row.
 */
function firstOf(item: ListItem, versions: readonly Version[]): FirstVersion | undefined {
  const first = versions.find(({ id }) => id === "1.0");
  const writer = first?.lastModifiedBy?.user;
  if (versions.length < 2 || !writer?.id || !first?.fields) return undefined;
  const isOriginal = secondsOf(first.lastModifiedDateTime) === secondsOf(item.createdDateTime);
  if (!isOriginal) return undefined;
  return { authorId: writer.id, authorName: writer.displayName ?? "", fields: first.fields };
}

function secondsOf(stamp: string | null | undefined): number {
  return Math.floor(Date.parse(stamp ?? "") / 1000) || 0;
}
