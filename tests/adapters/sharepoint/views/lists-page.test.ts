import { describe, expect, it } from "vitest";
import { decisionViews } from "#adapters/sharepoint/views/decision-views.ts";
import { textOf } from "../../../house/files.ts";

/** The rows of the page's table of views: what each is called and what it says of itself. */
function viewsOnPage(): readonly (readonly string[])[] {
  const [, table = ""] = textOf("docs/lists.md").split("| view ");
  const [rows = ""] = table.split("\n\n");
  return rows
    .split("\n")
    .slice(2)
    .map((row) => row.split("|").map((cell) => cell.trim()))
    .map(([, name = "", about = ""]) => [name, about]);
}

describe("the page about the lists", () => {
  it("names every view with what it shows, and no other", () => {
    expect(viewsOnPage()).toEqual(decisionViews.map(({ name, about }) => [name, about]));
  });
});
