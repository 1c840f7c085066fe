import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { toLogRow, toLogRows } from "#adapters/sharepoint/events/log-row.ts";
import type { EventLog, LogChanges, NewLogRow } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import {
  ListItem,
  type ListRef,
  type ListView,
  expanding,
  itemsWhere,
  listPath,
  parseItems,
  withColumns,
} from "./list-items.ts";
import { whyNotFound } from "./no-access.ts";
import { payloadLimit, schemas } from "./schema.ts";

const columns = [
  ...schemas["Decision events"].columns.map(({ name }) => name),
  // Who wrote a row, as person columns need it.
  "AuthorLookupId",
];

/**
 * The list *Decision events* in SharePoint. Appending costs 2 resource units, following 1, reading
 * 2 for each page of 1,000; a row that somebody changed costs 2 more each time it is read.
 *
 * @see https://learn.microsoft.com/graph/api/listitem-delta
 */
export function openEventList(graph: Graph, list: ListRef): EventLog {
  const view: ListView = { graph, list, columns };
  const path = `${listPath(list)}/items`;
  return {
    async readMeeting(meeting, onProgress) {
      const cursor = await cursorNow(graph, path).catch(async (failure: unknown) => {
        throw await whyNotFound(graph, list.siteId, failure);
      });
      const options = onProgress === undefined ? {} : { onProgress };
      const items = await itemsWhere(view, "MeetingKey", meeting, options);
      return { rows: await toLogRows(view, items), cursor };
    },
    async readDecision(decision) {
      return await toLogRows(view, await itemsWhere(view, "DecisionKey", decision));
    },
    follow: (cursor) => follow(view, cursor),
    async append(row, { isLast = false } = {}) {
      const item = await callGraph(graph, ListItem, {
        method: "POST",
        path,
        scopes: scopes.lists,
        body: { fields: fieldsOf(row) },
        isLast,
      });
      // The answer to a create may leave columns out; what was sent is what was kept.
      return toLogRow({ ...item, fields: { ...fieldsOf(row), ...item.fields } });
    },
    async find(event) {
      const items = await itemsWhere(view, "EventId", event);
      const rows = await toLogRows(view, items);
      return rows.toSorted((a, b) => a.position - b.position)[0];
    },
  };
}

async function cursorNow(graph: Graph, path: string): Promise<string> {
  // The page's size stays with the token: a whole round of a large meeting is one page, and one unit.
  const query = `token=latest&$top=1000&${expanding(columns)}`;
  const call = { path: `${path}/delta?${query}`, scopes: scopes.lists };
  return deltaLinkOf(await pages(graph, call));
}

async function follow(view: ListView, cursor: string): Promise<LogChanges> {
  const answer = await pages(view.graph, { path: cursor, scopes: scopes.lists });
  // The same row may come several times; the last is how it stands.
  const latest = new Map(parseItems(answer.values, "delta").map((item) => [item.id, item]));
  const changed = [...latest.values()];
  const isGone = (item: ListItem) => item.deleted !== undefined && item.deleted !== null;
  const there = changed.filter((item) => !isGone(item));
  return {
    rows: await toLogRows(view, await withColumns(view, there)),
    gone: changed.filter(isGone).map(({ id }) => Number(id)),
    cursor: deltaLinkOf(answer),
  };
}

function deltaLinkOf({ deltaLink }: { readonly deltaLink?: string }): string {
  if (deltaLink !== undefined) return deltaLink;
  throw new StoreError("resync", "Delta ended without saying where to follow on from");
}

function fieldsOf(row: NewLogRow) {
  if (row.payload.length > payloadLimit) {
    const size = `${row.payload.length} of ${payloadLimit} characters`;
    throw new StoreError("rejected", `The event ${row.eventId} is too long: ${size}`);
  }
  return {
    Title: row.kind,
    EventId: row.eventId,
    DecisionKey: row.decision,
    MeetingKey: row.meeting,
    Kind: row.kind,
    ...(row.previous !== "" && { Previous: row.previous }),
    Payload: row.payload,
  };
}
