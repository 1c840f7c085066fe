import { describe, expect, it } from "vitest";
import type { StepOutcome } from "../../../../sandbox/sharepoint-rest/site-scripts/run.ts";
import { entriesOf } from "../../graph/graph-fixtures.ts";
import {
  complaints,
  haveSchemas,
} from "../../../adapters/sharepoint/formatting/published-schemas.ts";
import { saidOf, startSharePoint } from "../rest-fixtures.ts";

const SCHEMA =
  "https://developer.microsoft.com/json-schemas/sp/site-design-script-actions.schema.json";
const RUN =
  "/_api/Microsoft.Sharepoint.Utilities.WebTemplateExtensions.SiteScriptUtility.ExecuteTemplateScript()";
const ONE = RUN.replace("ExecuteTemplateScript()", "ExecuteSiteScriptAction");

const view = {
  verb: "addSPView",
  name: "Open",
  viewFields: ["Title", "State"],
  query: `<Where><Eq><FieldRef Name="State"/><Value Type="Choice">open</Value></Eq></Where>`,
  rowLimit: 30,
  isPaged: true,
  replaceViewFields: true,
};
const format = {
  verb: "setSPFieldCustomFormatter",
  fieldDisplayName: "State",
  formatterJSON: { elmType: "div", txtContent: "@currentField" },
};
const colour = {
  verb: "addSPFieldXml",
  schemaXml: `<Field ID="{4F8509CD-0000-4000-8000-000000000001}" Type="Choice" Name="Colour" DisplayName="Its colour" Indexed="TRUE"><CHOICES><CHOICE>R&amp;D</CHOICE></CHOICES></Field>`,
};
const listAction = (listName: string, ...subactions: object[]) => ({
  verb: "createSPList",
  listName,
  templateType: 100,
  subactions,
});

async function startScripts() {
  const bench = await startSharePoint();
  const sofia = bench.as("Sofia");
  const run = (...actions: object[]) =>
    sofia("POST", RUN, { script: JSON.stringify({ $schema: SCHEMA, actions }) });
  const outcomes = async (...actions: object[]) =>
    entriesOf(await run(...actions)) as unknown as StepOutcome[];
  const views = async () => entriesOf(await sofia("GET", `${bench.list}/views?$expand=ViewFields`));
  return { ...bench, sofia, run, outcomes, views };
}

describe("a site script on a list that is there", () => {
  it.runIf(haveSchemas)("is one that Microsoft's schema allows", () => {
    const script = { $schema: SCHEMA, actions: [listAction("Decisions", view, format, colour)] };

    expect(complaints(SCHEMA, script)).toEqual([]);
  });

  it("adds to it and tells what became of each step", async () => {
    const { outcomes, listId } = await startScripts();

    const told = await outcomes(listAction("Decisions", view, format, colour));

    expect(told.map(({ Title, Outcome }) => [Title, Outcome])).toEqual([
      ['Create or update list "Decisions"', 0],
      ["Create view Open", 0],
      ["Format column State", 0],
      ["Create column Colour", 0],
    ]);
    expect(told[0]?.TargetId).toBe(listId);
  });

  it("brings a view up to date when it is run again, and leaves columns as they are", async () => {
    const { outcomes, views } = await startScripts();
    await outcomes(listAction("Decisions", view, colour));
    const fewer = { ...view, viewFields: ["State"], rowLimit: 5 };

    await outcomes(listAction("Decisions", fewer, colour));

    const open = (await views()).filter(({ Title }) => Title === "Open");
    expect(open).toHaveLength(1);
    expect(open[0]).toMatchObject({ RowLimit: 5, ViewFields: { Items: ["State"] } });
  });

  it("makes columns as their XML says, with its id", async () => {
    const { outcomes, graphAs, graphPath } = await startScripts();
    await outcomes(listAction("Decisions", colour));

    const { body } = await graphAs("Sofia")("GET", `${graphPath}/columns/Colour`);

    expect(body).toMatchObject({
      id: "4f8509cd-0000-4000-8000-000000000001",
      displayName: "Its colour",
      indexed: true,
      choice: { choices: ["R&D"] },
    });
  });

  it("goes on after a step that fails, and says why", async () => {
    const { outcomes } = await startScripts();
    const nowhere = { ...format, fieldDisplayName: "Nothing" };
    const unheard = { verb: "setClientFormCustomFormatter" };

    const [, first, second, third] = await outcomes(
      listAction("Decisions", nowhere, unheard, view),
    );

    expect(first).toMatchObject({ Outcome: 1, OutcomeText: "Column 'Nothing' does not exist." });
    expect(second?.OutcomeText).toBe('Unable to handle action "setClientFormCustomFormatter".');
    expect(third?.Outcome).toBe(0);
  });
});

describe("a site script on a site without the list", () => {
  it("makes it, with its description", async () => {
    const { outcomes, sofia } = await startScripts();
    await outcomes(listAction("Roles", { verb: "setDescription", description: "Who sits where" }));

    const { body } = await sofia("GET", "/_api/web/lists/getbytitle('Roles')");

    expect(body).toMatchObject({ Title: "Roles", Description: "Who sits where" });
  });
});

describe("a site script", () => {
  it("may also be run one action at a time", async () => {
    const { sofia, views } = await startScripts();
    const actionDefinition = JSON.stringify(listAction("Decisions", view));

    const reply = await sofia("POST", ONE, { actionDefinition });

    expect(reply.status).toBe(200);
    expect((await views()).map(({ Title }) => Title)).toEqual(["All Items", "Open"]);
  });

  it("of more than thirty steps is refused before the first", async () => {
    const { run, views } = await startScripts();
    const many = Array.from({ length: 30 }, (_, number) => ({ ...view, name: `View ${number}` }));

    const reply = await run(listAction("Decisions", ...many));

    expect(reply.status).toBe(400);
    expect(saidOf(reply).value).toContain("at most 30 actions, this one 31");
    expect(await views()).toHaveLength(1);
  });

  it("is refused to who may not manage lists", async () => {
    const { as } = await startScripts();

    expect((await as("Inés")("POST", RUN, { script: "{}" })).status).toBe(403);
  });

  it("that is no JSON is refused", async () => {
    const { sofia } = await startScripts();

    expect((await sofia("POST", RUN, { script: "{" })).status).toBe(400);
  });
});
