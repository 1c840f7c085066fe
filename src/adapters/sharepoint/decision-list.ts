import * as v from "valibot";
import { type Graph, callGraph } from "#adapters/graph/client.ts";
import { pause } from "#adapters/graph/send.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { DecisionRegister, KeptDecision } from "#flows/ports.ts";
import { type FailureKind, StoreError } from "#flows/store-error.ts";
import {
  ListItem,
  type ListRef,
  type ListView,
  allItems,
  itemsWhere,
  listPath,
} from "./list-items.ts";
import { whyNotFound } from "./no-access.ts";
import { type LookupIds, decisionColumns, filledOnly, fromRow, toRow } from "./row.ts";

/** What a change of columns answers. */
const WrittenFields = v.looseObject({ "@odata.etag": v.optional(v.string()) });

// After these the row may be there all the same.
const doubtful: ReadonlySet<FailureKind> = new Set(["already-exists", "no-answer", "unavailable"]);

/**
 * The list *Decisions* in SharePoint. Opening costs 4 resource units, writing 2.
 *
 * @see https://learn.microsoft.com/graph/api/listitem-update
 */
export function openDecisionList(
  graph: Graph,
  list: ListRef,
  lookupIds: LookupIds = () => undefined,
): DecisionRegister {
  const view: ListView = { graph, list, columns: decisionColumns };
  const path = `${listPath(list)}/items`;
  /** Rows announced before: their place never changes. */
  const itemOf = new Map<DecisionId, string>();

  const find = async (decision: DecisionId) => {
    const kept = (await itemsWhere(view, "DecisionKey", decision)).flatMap(toKept);
    // Two rows of one decision are possible where the unique column was undone: the first stands.
    return kept.toSorted((a, b) => Number(a.item) - Number(b.item))[0];
  };

  return {
    async list() {
      const items = await allItems(view).catch(async (failure: unknown) => {
        throw await whyNotFound(graph, list.siteId, failure);
      });
      const decisions = items.flatMap(toKept);
      return {
        decisions: decisions.toSorted(newestFirst),
        unreadable: items.length - decisions.length,
      };
    },
    find,
    async open(row) {
      const there = await find(row.decision);
      if (there !== undefined) return there;
      try {
        const body = { fields: filledOnly(toRow(row, lookupIds)) };
        const call = { method: "POST", path, scopes: scopes.lists, body } as const;
        return keptOf(await callGraph(graph, ListItem, call), row);
      } catch (failure) {
        if (!(failure instanceof StoreError && doubtful.has(failure.kind))) throw failure;
        const after = await findSoon(row.decision, failure.kind === "already-exists" ? 5 : 1);
        if (after === undefined) throw failure;
        return after;
      }
    },
    async write(kept, row) {
      const { "@odata.etag": etag, ...fields } = await callGraph(graph, WrittenFields, {
        method: "PATCH",
        path: `${path}/${kept.item}/fields`,
        scopes: scopes.lists,
        headers: { "If-Match": kept.etag },
        body: toRow(row, lookupIds),
      });
      return { ...kept, row: fromRow(fields) ?? row, etag: etag ?? kept.etag };
    },
    async announce(decision, moment) {
      const item = itemOf.get(decision) ?? (await find(decision))?.item;
      if (item === undefined) return;
      itemOf.set(decision, item);
      await callGraph(graph, WrittenFields, {
        method: "PATCH",
        path: `${path}/${item}/fields`,
        scopes: scopes.lists,
        body: { Moment: moment },
      });
    },
  };

  /** A row that is certainly there may show in searches a little late. */
  async function findSoon(decision: DecisionId, tries: number) {
    for (let tried = 1; ; tried += 1) {
      const found = await find(decision);
      if (found !== undefined || tried === tries) return found;
      await pause(graph.clock, 250 * 2 ** tried);
    }
  }
}

function toKept(item: ListItem): readonly KeptDecision[] {
  const row = fromRow(item.fields);
  return row === undefined ? [] : [stamped(item, row)];
}

/** The row as SharePoint gives it back; as it was sent where the answer left columns out. */
function keptOf(item: ListItem, sent: DecisionRow): KeptDecision {
  return stamped(item, fromRow(item.fields) ?? sent);
}

function stamped(item: ListItem, row: DecisionRow): KeptDecision {
  return {
    item: item.id,
    etag: item.eTag ?? "",
    row,
    webUrl: item.webUrl ?? "",
    createdAtMs: Date.parse(item.createdDateTime ?? "") || 0,
  };
}

function newestFirst(a: KeptDecision, b: KeptDecision): number {
  return b.createdAtMs - a.createdAtMs || Number(b.item) - Number(a.item);
}
