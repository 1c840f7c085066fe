import { describe, expect, it } from "vitest";
import { readQuery } from "../../../../sandbox/sharepoint-rest/caml/query.ts";
import { refuseBeyondThreshold } from "../../../../sandbox/sharepoint-rest/caml/threshold.ts";
import type { List } from "../../../../sandbox/graph/store/list.ts";
import { createList, startGraph } from "../../graph/graph-fixtures.ts";

const is = (name: string) => `<IsNotNull><FieldRef Name="${name}"/></IsNotNull>`;
const where = (condition: string) => `<Where>${condition}</Where>`;
const order = (name: string) => `<OrderBy><FieldRef Name="${name}"/></OrderBy>`;

/** A query on a list in which Kind is indexed and State is not. */
async function ask(query: string, rows = 5001) {
  const { as, graph } = startGraph();
  const path = await createList(as("Sofia"));
  const list = graph.world.state.lists.get(path.split("/").at(-1) ?? "") as List;
  return () => refuseBeyondThreshold(list, readQuery(query), rows);
}

describe("a query on a list of more than 5,000 rows", () => {
  it.each([
    where(is("State")),
    where(`<Or>${is("Kind")}${is("State")}</Or>`),
    order("State"),
    `<GroupBy><FieldRef Name="State"/></GroupBy>`,
  ])("is refused where no index leads it: %s", async (query) => {
    expect(await ask(query)).toThrow("exceeds the list view threshold");
  });

  it.each([
    "",
    order("ID"),
    order("Kind"),
    where(is("Kind")) + order("State"),
    where(`<And>${is("State")}${is("Kind")}</And>`),
  ])("is carried out where one does: %s", async (query) => {
    expect(await ask(query)).not.toThrow();
  });

  it("is carried out on a shorter list whatever it asks", async () => {
    expect(await ask(where(is("State")), 5000)).not.toThrow();
  });
});
