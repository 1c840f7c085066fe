import * as v from "valibot";
import { type Graph, callGraph, parseAnswer } from "#adapters/graph/client.ts";
import { pages } from "#adapters/graph/pages.ts";
import { pause } from "#adapters/graph/send.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import type { ListName, ListReport, Provisioning, Site } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Drift, KeptColumn, driftOf } from "./drift.ts";
import { listPath, sitePath } from "./list-items.ts";
import { roleSchema } from "./roles/role-schema.ts";
import { type ListSchema, schemas, toDefinition } from "./schema.ts";
import { isNewer, versionColumn, versionDrift } from "./version.ts";

const GraphSite = v.object({
  id: v.string(),
  displayName: v.nullish(v.string()),
  name: v.nullish(v.string()),
  webUrl: v.nullish(v.string()),
});

const GraphList = v.object({
  id: v.string(),
  createdDateTime: v.nullish(v.string()),
  list: v.nullish(v.object({ template: v.nullish(v.string()) })),
});

/** Every list there is a schema of, the optional one last. */
const allSchemas: Readonly<Record<ListName, ListSchema>> = {
  ...schemas,
  "Decision roles": roleSchema,
};

const select = "$select=id,displayName,name,webUrl";
/** New lists and columns have been seen to stay unreadable for this long. */
const patienceMs = 60_000;

/**
 * Finding sites, and making or mending lists. Needs `Sites.Manage.All` and an owner's
 * rights to change anything; views and item-level security are beyond Graph.
 *
 * @see https://learn.microsoft.com/graph/api/list-create
 */
export function openProvisioning(graph: Graph): Provisioning {
  return {
    async sites(search) {
      const word = encodeURIComponent(search.trim() || "*");
      const call = { path: `/sites?search=${word}&${select}`, scopes: scopes.lists };
      const { values } = await pages(graph, call, { most: 3 });
      return values.map((value) => siteOf(parseAnswer(GraphSite, value, call.path)));
    },
    site: (id) => readSite(graph, id),
    async inspect(siteId, lists = ["Decisions", "Decision events"]) {
      // Lists of a site one may not see are "not found" too: ask for the site first.
      await readSite(graph, siteId);
      const looks = [];
      for (const list of lists) looks.push(await look(graph, siteId, allSchemas[list]));
      return looks.map(({ report }) => report);
    },
    async makeReady(siteId, list) {
      await readSite(graph, siteId);
      return await makeReady(graph, siteId, allSchemas[list]);
    },
  };
}

async function readSite(graph: Graph, id: string): Promise<Site> {
  const path = `${sitePath(id)}?${select}`;
  return siteOf(await callGraph(graph, GraphSite, { path, scopes: scopes.lists }));
}

function siteOf({ id, displayName, name, webUrl }: v.InferOutput<typeof GraphSite>): Site {
  return { id, name: displayName || name || "Unnamed site", webUrl: webUrl ?? "" };
}

interface Look {
  readonly report: ListReport;
  readonly drift: readonly Drift[];
  /** Made so lately that columns may only not be readable yet. */
  readonly isFresh: boolean;
}

async function look(graph: Graph, siteId: string, schema: ListSchema): Promise<Look> {
  const path = listPath({ siteId, listId: schema.name });
  try {
    const list = await callGraph(graph, GraphList, { path, scopes: scopes.lists });
    const made = Date.parse(list.createdDateTime ?? "") || 0;
    const isFresh = graph.clock.now() - made < patienceMs;
    const template = list.list?.template ?? "genericList";
    if (template !== "genericList") {
      return {
        report: reportOf(schema.name, list.id, [otherTemplate(schema)]),
        drift: [],
        isFresh,
      };
    }
    const columns = await pages(graph, { path: `${path}/columns`, scopes: scopes.lists });
    const kept = columns.values.map((column) => parseAnswer(KeptColumn, column, path));
    const version = versionDrift(kept);
    // What a newer version made is not this one's to judge. A version is noted once all else is.
    const drift = isNewer(kept) ? version : [...driftOf(schema, kept), ...version];
    return { report: reportOf(schema.name, list.id, drift), drift, isFresh };
  } catch (failure) {
    if (!isKind(failure, "not-found")) throw failure;
    return { report: missing(schema.name), drift: [], isFresh: true };
  }
}

/** Makes, mends and waits, looking afresh each time, until nothing is left that it could do. */
async function makeReady(graph: Graph, siteId: string, schema: ListSchema): Promise<ListReport> {
  const untilMs = graph.clock.now() + 1.5 * patienceMs;
  const tried = new Set<string>();
  const refused = new Set<string>();
  let isCreated = false;
  for (let round = 0; ; round += 1) {
    const now = await look(graph, siteId, schema);
    if (now.report.state === "missing" && !isCreated) {
      await create(graph, siteId, schema);
      isCreated = true;
    }
    const toMend = now.drift.filter(
      ({ column, mend: how }) =>
        !tried.has(column) && (how?.kind === "change" || (how?.kind === "make" && !now.isFresh)),
    );
    for (const { column } of toMend) tried.add(column);
    await mend(graph, siteId, toMend, refused, schema.name);
    const isWaiting =
      now.report.state === "missing" ||
      now.drift.some(({ column, mend: how }) => how !== undefined && !refused.has(column));
    if (!isWaiting) return withRefusals(now, refused);
    if (graph.clock.now() >= untilMs) {
      if (now.report.state !== "missing") return withRefusals(now, refused);
      throw new StoreError("unavailable", `The list ${schema.name} cannot be read yet`);
    }
    await pause(graph.clock, Math.min(250 * 2 ** round, 5000));
  }
}

async function create(graph: Graph, siteId: string, schema: ListSchema): Promise<void> {
  const body = {
    displayName: schema.name,
    description: schema.about,
    list: { template: "genericList" },
    columns: [...schema.columns.map(toDefinition), versionColumn],
  };
  const path = `${sitePath(siteId)}/lists`;
  try {
    await callGraph(graph, GraphList, { method: "POST", path, scopes: scopes.makeLists, body });
  } catch (failure) {
    // It may be there all the same, made by this call or by somebody else a moment ago: look.
    const isDoubtful = ["already-exists", "no-answer", "unavailable"].some((kind) =>
      isKind(failure, kind),
    );
    if (!isDoubtful) throw failure;
  }
}

/** Mends these columns; those that SharePoint refuses to change are noted. */
async function mend(
  graph: Graph,
  siteId: string,
  drift: readonly Drift[],
  refused: Set<string>,
  list: ListName,
): Promise<void> {
  const path = `${listPath({ siteId, listId: list })}/columns`;
  for (const { column, mend: how } of drift) {
    if (how === undefined) continue;
    const call =
      how.kind === "make"
        ? ({ method: "POST", path } as const)
        : ({ method: "PATCH", path: `${path}/${column}` } as const);
    try {
      const body = how.definition;
      await callGraph(graph, v.unknown(), { ...call, scopes: scopes.makeLists, body });
    } catch (failure) {
      if (!isKind(failure, "rejected")) throw failure;
      refused.add(column);
    }
  }
}

const refusedWords =
  "SharePoint refused to change it: do it in the list's settings, then choose the site again.";

function withRefusals({ report, drift }: Look, refused: ReadonlySet<string>): ListReport {
  if (drift.length === 0) return report;
  const differences = drift.map(({ column, sentence, mend: how }) => {
    const isRefused = refused.has(column);
    return {
      sentence: isRefused ? `${sentence} ${refusedWords}` : sentence,
      repairable: how !== undefined && !isRefused,
    };
  });
  return { ...report, differences };
}

function reportOf(list: ListName, listId: string, drift: readonly Drift[]): ListReport {
  const differences = drift.map(({ sentence, mend: how }) => ({
    sentence,
    repairable: how !== undefined,
  }));
  return { list, listId, state: differences.length === 0 ? "ready" : "differs", differences };
}

function missing(list: ListName): ListReport {
  return { list, state: "missing", differences: [] };
}

function otherTemplate({ name }: ListSchema): Drift {
  const sentence = `“${name}” is a library or another kind of list here. Give it another name, then set up again.`;
  return { column: "", sentence };
}

function isKind(failure: unknown, kind: string): boolean {
  return failure instanceof StoreError && failure.kind === kind;
}
