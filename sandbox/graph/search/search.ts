import type { SearchHit } from "@microsoft/microsoft-graph-types";
import * as v from "valibot";
import type { Call, Route } from "../call.ts";
import { bodyOf, secondsOf } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import { holds, identityOf, listsOf, listUrl } from "../sharepoint/access.ts";
import type { Site } from "../../directory/directory.ts";
import type { Row } from "../store/facts.ts";
import { currentRow } from "../store/list.ts";
import type { List } from "../store/list.ts";
import { findWord, readQueryString } from "./query-string.ts";
import type { Wanted } from "./query-string.ts";

const SearchRequest = v.strictObject({
  requests: v.pipe(
    v.array(
      v.strictObject({
        entityTypes: v.tuple([v.literal("listItem")]),
        query: v.strictObject({ queryString: v.string() }),
        fields: v.optional(v.array(v.string()), []),
        from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
        size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 25),
      }),
    ),
    v.length(1),
  ),
});

interface Found {
  readonly site: Site;
  readonly list: List;
  readonly row: Row;
  readonly text: string;
}

/** Every item of sites the caller may read, as the crawl last saw it. */
function crawled(call: Call): Found[] {
  const { world } = call;
  const seenUntil = world.now() - world.behaviour.searchLagMs;
  return world.directory.sites
    .filter((site) => holds(call, site, "read"))
    .flatMap((site) => listsOf(world, site).map((list) => ({ site, list })))
    .flatMap(({ site, list }) =>
      [...list.versions].flatMap(([id, versions]) => {
        const row = versions.findLast((one) => one.modifiedAt <= seenUntil);
        if (!row || !currentRow(list, id)) return [];
        const texts = Object.values(row.fields).filter((value) => typeof value === "string");
        return [{ site, list, row, text: texts.join(" ") }];
      }),
    );
}

function matches(call: Call, { words, paths }: Wanted, { site, list, row, text }: Found): boolean {
  const url = itemUrl(call, { site, list, row }).toLowerCase();
  return (
    words.every((word) => findWord(text, word) >= 0) &&
    (paths.length === 0 || paths.some((path) => url.startsWith(path)))
  );
}

function itemUrl(call: Call, { site, list, row }: Omit<Found, "text">): string {
  return `${listUrl(call, site, list)}/${row.id}_.000`;
}

function showHit(call: Call, found: Found, rank: number, word: string | undefined): SearchHit {
  const { site, list, row, text } = found;
  const webUrl = itemUrl(call, found);
  const title = row.fields["Title"];
  return {
    hitId: row.guid,
    rank,
    summary: summaryOf(text, word),
    resource: {
      "@odata.type": "#microsoft.graph.listItem",
      id: row.guid,
      createdDateTime: secondsOf(row.createdAt),
      lastModifiedDateTime: secondsOf(row.modifiedAt),
      createdBy: identityOf(call.world, row.createdBy),
      lastModifiedBy: identityOf(call.world, row.modifiedBy),
      webUrl,
      parentReference: {
        siteId: site.id,
        sharepointIds: { listId: list.head.id, listItemId: String(row.id) },
      },
      // A list's own columns are found only where somebody mapped them to managed properties.
      fields: { ...(title !== undefined && { title }), path: webUrl },
    } as NonNullable<SearchHit["resource"]>,
  };
}

/** Words around the first one found, marked as search marks them. */
function summaryOf(text: string, word: string | undefined): string {
  const at = word === undefined ? -1 : findWord(text, word);
  if (word === undefined || at < 0) return `${text.slice(0, 120)}<ddd/>`;
  const end = at + word.replace(/\*$/, "").length;
  const before = text.slice(Math.max(0, at - 60), at);
  return `<ddd/>${before}<c0>${text.slice(at, end)}</c0>${text.slice(end, end + 60)}<ddd/>`;
}

function search(call: Call) {
  const result = v.safeParse(SearchRequest, bodyOf(call));
  if (!result.success) {
    const issue = result.issues[0];
    const place = v.getDotPath(issue) ?? "";
    const isStray = issue.type === "strict_object" && issue.received !== "undefined";
    if (isStray || place.includes("entityTypes")) unknown(`${place} in a search`);
    return refuse(400, "BadRequest", `The search request is not valid at '${place}'.`);
  }
  const { query, fields, from, size } = result.output.requests[0] as NonNullable<
    (typeof result.output.requests)[number]
  >;
  const stray = fields.find((name) => !["title", "path"].includes(name.toLowerCase()));
  if (stray !== undefined) unknown(`the managed property ${stray}`);
  const wanted = readQueryString(query.queryString);
  const found = crawled(call).filter((one) => matches(call, wanted, one));
  const hits = found
    .slice(from, from + size)
    .map((one, index) => showHit(call, one, from + index + 1, wanted.words[0]));
  const container = {
    total: found.length,
    moreResultsAvailable: found.length > from + size,
    // Left out altogether when nothing was found.
    ...(hits.length > 0 && { hits }),
  };
  return {
    status: 200,
    body: { value: [{ searchTerms: wanted.words, hitsContainers: [container] }] },
  };
}

/**
 * Search over list items: what the crawl has seen, of sites the caller may read.
 *
 * @see https://learn.microsoft.com/graph/search-concept-listitem
 */
export const searchRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/search/query",
    scopes: ["Sites.Read.All"],
    workload: "sharepoint",
    units: 2,
    answer: search,
  },
];
