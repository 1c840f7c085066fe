import { join } from "node:path";
import type { Directory } from "../../directory/directory.ts";
import { seedDirectory } from "../../directory/load.ts";
import type { Fact, PostedMessage, SiteGrant } from "./facts.ts";
import {
  consentTo,
  resetRegistry,
  seedRegistry,
  takeRegistryFact,
} from "../applications/registry.ts";
import type { Registry } from "../applications/registry.ts";
import { resetPlanner, seedPlanner, takePlannerFact } from "../planner/planner-store.ts";
import type { Planner } from "../planner/planner-store.ts";
import { fileJournal, memoryJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";
import { deleteRow, emptyList, writeColumn, writeRow, writeView } from "./list.ts";
import type { List } from "./list.ts";

/** Everything that has come to be since the seed. */
export interface State {
  readonly lists: Map<string, List>;
  /** Site id → person id → the number SharePoint knows that person by in that site. */
  readonly siteUsers: Map<string, Map<string, number>>;
  /** Apps, and what stands consented for them. */
  readonly registry: Registry;
  readonly planner: Planner;
  /** Site id → grant id → what an app was granted there. */
  readonly siteGrants: Map<string, Map<string, SiteGrant>>;
  readonly messages: PostedMessage[];
  readonly settings: Map<string, unknown>;
}

/** A tenant: who exists, and what has happened since. */
export interface Tenant {
  readonly directory: Directory;
  readonly state: State;
  /** Makes something so: kept first, then taken into the state. */
  record(fact: Fact): void;
  /** Back to the seed: nothing has happened. */
  reset(): void;
}

/** Opens a tenant; with a folder its state outlives the process, without one it does not. */
export function openTenant(
  options: { readonly directory?: Directory; readonly stateFolder?: string } = {},
): Tenant {
  const journal: Journal =
    options.stateFolder === undefined
      ? memoryJournal()
      : fileJournal(join(options.stateFolder, "tenant.jsonl"));
  const directory = options.directory ?? seedDirectory();
  const state: State = {
    lists: new Map(),
    siteUsers: new Map(),
    registry: seedRegistry(directory),
    planner: seedPlanner(directory),
    siteGrants: new Map(),
    messages: [],
    settings: new Map(),
  };
  for (const fact of journal.read()) take(state, directory, fact);
  return {
    directory,
    state,
    record: (fact) => {
      journal.append(fact);
      take(state, directory, fact);
    },
    reset: () => {
      journal.clear();
      state.lists.clear();
      state.siteUsers.clear();
      resetRegistry(state.registry, directory);
      resetPlanner(state.planner, directory);
      state.siteGrants.clear();
      state.messages.length = 0;
      state.settings.clear();
    },
  };
}

function take(state: State, directory: Directory, fact: Fact): void {
  switch (fact.fact) {
    case "list-written": {
      const list = state.lists.get(fact.head.id);
      if (list) list.head = fact.head;
      else state.lists.set(fact.head.id, emptyList(fact.head));
      return;
    }
    case "list-deleted":
      state.lists.delete(fact.listId);
      return;
    case "column-written":
      writeColumn(listOf(state, fact.listId), fact.column);
      return;
    case "column-deleted": {
      const list = listOf(state, fact.listId);
      list.unique.delete(list.columns.get(fact.columnId)?.definition.name ?? "");
      list.columns.delete(fact.columnId);
      return;
    }
    case "view-written":
      writeView(listOf(state, fact.listId), fact.view);
      return;
    case "view-deleted":
      listOf(state, fact.listId).views.delete(fact.viewId);
      return;
    case "row-written":
      writeRow(listOf(state, fact.listId), fact.row);
      return;
    case "row-deleted":
      deleteRow(listOf(state, fact.listId), fact.rowId, fact.visibleFrom);
      return;
    case "site-user-registered":
      entryOf(state.siteUsers, fact.siteId, () => new Map<string, number>()).set(
        fact.personId,
        fact.lookupId,
      );
      return;
    case "scopes-consented":
      consentTo(
        state.registry,
        directory,
        fact.appId ?? directory.tenant.clientId,
        fact.forEverybody ? null : fact.personId,
        fact.scopes,
      );
      return;
    case "application-written":
    case "service-principal-written":
    case "permission-grant-written":
    case "permission-grant-deleted":
      takeRegistryFact(state.registry, fact);
      return;
    case "plan-written":
    case "bucket-written":
    case "task-written":
    case "task-deleted":
      takePlannerFact(state.planner, fact);
      return;
    case "site-grant-written": {
      const { grant } = fact;
      entryOf(state.siteGrants, grant.siteId, () => new Map<string, SiteGrant>()).set(
        grant.id,
        grant,
      );
      return;
    }
    case "site-grant-deleted":
      state.siteGrants.get(fact.siteId)?.delete(fact.grantId);
      return;
    case "message-posted":
      state.messages.push(fact.message);
      return;
    case "settings-saved":
      state.settings.set(fact.meetingId, fact.settings);
      return;
  }
}

function listOf(state: State, listId: string): List {
  const list = state.lists.get(listId);
  if (!list) throw new Error(`The journal speaks of a list that does not exist: ${listId}`);
  return list;
}

function entryOf<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
