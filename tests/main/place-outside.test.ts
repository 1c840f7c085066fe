import { describe, expect, it } from "vitest";
import { keepPlace, placeOf } from "#main/opening/place-outside.ts";

const search = "?site=s&decisions=d&events=e&list=technology-decision";

function browser() {
  const kept = new Map<string, string>();
  const replaced: unknown[] = [];
  const visit = (query: string, hash = "") =>
    keepPlace(
      { search: query, pathname: "/log.html", hash },
      { replaceState: (_state, _title, url) => void replaced.push(url) },
      { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) },
    );
  return { visit, replaced };
}

describe("the place of a log outside Teams", () => {
  it("is put back into the address when the page returns without it, what it brings kept", () => {
    const { visit, replaced } = browser();
    visit(search);
    visit("", "#code=x");

    expect(replaced).toEqual([`/log.html${search}#code=x`]);
  });

  it("is left alone where the address says another, or never said any", () => {
    const { visit, replaced } = browser();
    visit("");
    visit(search);
    visit("?theme=dark");

    expect(replaced).toEqual([]);
  });

  it("is what the deployment's settings say, where they say all of it", () => {
    const lists = { decisions: "d", events: "e" };

    expect(placeOf({ siteId: "s", lists })).toEqual({
      siteId: "s",
      decisionsListId: "d",
      eventsListId: "e",
    });
    expect([placeOf({ siteId: "s" }), placeOf({ lists })]).toEqual([undefined, undefined]);
  });
});
