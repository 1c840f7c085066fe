import { describe, expect, it } from "vitest";
import { saidOf, startSharePoint } from "../rest-fixtures.ts";

const FORMAT = `{"elmType":"span","txtContent":"@currentField"}`;

describe("a column as SharePoint itself shows it", () => {
  it("is found by internal name or title and says its type", async () => {
    const { as, list } = await startSharePoint();
    const sofia = as("Sofia");

    const byName = await sofia("GET", `${list}/fields/getByInternalNameOrTitle('Payload')`);
    const byTitle = await sofia("GET", `${list}/fields/getbyinternalnameortitle('Created%20By')`);

    expect(byName.body).toMatchObject({ InternalName: "Payload", TypeAsString: "Note" });
    expect(byTitle.body).toMatchObject({ InternalName: "Author", TypeAsString: "User" });
  });

  it("keeps how it is formatted, also when Graph changes the column", async () => {
    const { as, list, graphAs, graphPath } = await startSharePoint();
    const field = `${list}/fields/getbyinternalnameortitle('State')`;
    await as("Sofia")("MERGE", field, { CustomFormatter: FORMAT });
    await graphAs("Sofia")("PATCH", `${graphPath}/columns/State`, { description: "Where it is" });

    expect((await as("Inés")("GET", field)).body["CustomFormatter"]).toBe(FORMAT);
  });

  it("is missed in SharePoint's words", async () => {
    const { as, list } = await startSharePoint();

    const reply = await as("Sofia")("GET", `${list}/fields/getbyinternalnameortitle('Colour')`);

    expect(reply.status).toBe(400);
    expect(saidOf(reply).value).toBe(
      "Column 'Colour' does not exist. It may have been deleted by another user.",
    );
  });

  it("refuses other changes than to its formatting", async () => {
    const { as, list } = await startSharePoint();
    const field = `${list}/fields/getbyinternalnameortitle('State')`;

    expect((await as("Sofia")("MERGE", field, { Title: "Other" })).status).toBe(501);
  });
});
