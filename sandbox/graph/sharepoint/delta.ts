import * as v from "valibot";
import type { Answer, Call, Route } from "../call.ts";
import { invalid, refuse } from "../errors.ts";
import { linkTo, pageSize } from "../odata/query.ts";
import { shownChanges, shownRows } from "../store/list.ts";
import type { Change, List } from "../store/list.ts";
import type { Site } from "../../directory/directory.ts";
import { listOf, READ_SCOPES } from "./access.ts";
import { itemView, parentOf } from "./item-view.ts";

const PAGE = 200;
const LARGEST_PAGE = 5000;

/** What a token stands for. To callers it is opaque. */
const Token = v.strictObject({
  list: v.string(),
  /** How many of the list's changes the bearer has seen, or will have after the crawl. */
  seen: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** In a full crawl: the last item of the page before. */
  crawledTo: v.optional(v.number()),
});
type Token = v.InferOutput<typeof Token>;

function encode(token: Token): string {
  return Buffer.from(JSON.stringify(token)).toString("base64url");
}

function decode(text: string, list: List): Token {
  const read = (): unknown => {
    try {
      return JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
    } catch {
      return undefined;
    }
  };
  const result = v.safeParse(Token, read());
  return result.success && result.output.list === list.head.id
    ? result.output
    : invalid("Provided sync token is malformed");
}

function answerDelta(call: Call): Answer {
  const { site, list } = listOf(call);
  const changes = shownChanges(list, call.world.now());
  const asked = call.query.get("token");
  const end: Token = { list: list.head.id, seen: changes.length };
  if (asked === "latest") return page(call, site, list, [], { delta: end });
  if (asked === undefined) return crawl(call, site, list, { ...end, crawledTo: 0 });
  const token = decode(asked, list);
  refuseTooOld(call, site, list, changes.length - token.seen);
  return token.crawledTo === undefined
    ? follow(call, site, list, changes, token)
    : crawl(call, site, list, token);
}

function crawl(call: Call, site: Site, list: List, token: Token): Answer {
  const size = pageSize(call.query, PAGE, LARGEST_PAGE);
  const { show } = itemView(call, site, list);
  const after = token.crawledTo ?? 0;
  const rest = shownRows(list, call.world.now()).filter((row) => row.id > after);
  const rows = rest.slice(0, size);
  const { list: id, seen } = token;
  const links =
    rest.length > size
      ? { next: { list: id, seen, crawledTo: rows.at(-1)?.id ?? after } }
      : { delta: { list: id, seen } };
  return page(call, site, list, rows.map(show), links);
}

function follow(
  call: Call,
  site: Site,
  list: List,
  changes: readonly Change[],
  token: Token,
): Answer {
  const size = pageSize(call.query, PAGE, LARGEST_PAGE);
  const { show } = itemView(call, site, list);
  const step = changes.slice(token.seen, token.seen + size);
  // The latest state of each item, not each change; on a later page it may come again.
  const latest = new Map(step.map((change) => [change.rowId, change]));
  const value = [...latest.values()].map(({ rowId, row }) =>
    row ? show(row) : { id: String(rowId), deleted: { state: "deleted" }, ...parentOf(site, list) },
  );
  const reached = { list: token.list, seen: token.seen + step.length };
  const more = reached.seen < changes.length;
  return page(call, site, list, value, more ? { next: reached } : { delta: reached });
}

function page(
  call: Call,
  site: Site,
  list: List,
  value: readonly unknown[],
  links: { readonly next?: Token; readonly delta?: Token },
): Answer {
  const link = (token: Token) =>
    linkTo(deltaPath(site, list), call.query, { token: encode(token) });
  return {
    status: 200,
    body: {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#Collection(listItem)",
      value,
      ...(links.next && { "@odata.nextLink": link(links.next) }),
      ...(links.delta && { "@odata.deltaLink": link(links.delta) }),
    },
  };
}

function refuseTooOld(call: Call, site: Site, list: List, behind: number): void {
  if (behind <= call.world.behaviour.deltaHistory) return;
  refuse(410, "resyncRequired", "Resync required. Replace any local items with the server's.", {
    innerCode: "resyncChangesApplyDifferences",
    headers: { location: linkTo(deltaPath(site, list), call.query, { token: undefined }) },
  });
}

function deltaPath(site: Site, list: List): string {
  return `/sites/${site.id}/lists/${list.head.id}/items/delta`;
}

const shape = {
  method: "GET",
  scopes: READ_SCOPES,
  workload: "sharepoint",
  units: (query: { get(name: string): string | undefined }) =>
    query.get("token") === undefined ? 2 : 1,
  query: ["token", "$expand", "$select", "$top"],
  answer: answerDelta,
} as const;

/** What changed in a list since a token; Graph takes the function with and without brackets. */
export const deltaRoutes: readonly Route[] = [
  { ...shape, path: "/sites/{site-id}/lists/{list-id}/items/delta" },
  { ...shape, path: "/sites/{site-id}/lists/{list-id}/items/delta()" },
];
