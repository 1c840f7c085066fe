import { describe, expect, it } from "vitest";
import { roleSchema } from "#adapters/sharepoint/roles/role-schema.ts";
import { type Column, schemas } from "#adapters/sharepoint/schema.ts";
import { fieldId, toFieldXml } from "#adapters/sharepoint/script/field-xml.ts";
import {
  type SiteScript,
  looksScript,
  scriptSchema,
  wholeScript,
} from "#adapters/sharepoint/script/site-script.ts";
import { type Element, parseXml } from "../../../../sandbox/sharepoint-rest/caml/xml.ts";
import { complaints, haveSchemas } from "../formatting/published-schemas.ts";

const all = [...Object.values(schemas), roleSchema];
const scripts: readonly (readonly [string, SiteScript])[] = [
  ["the looks", looksScript()],
  ["everything", wholeScript()],
];

/** One kind of step of one list of a script. */
function steps(script: SiteScript, list: string, verb: string) {
  const found = script.actions.find(({ listName }) => listName === list)?.subactions ?? [];
  return (found as readonly Readonly<Record<string, unknown>>[]).filter(
    (step) => step["verb"] === verb,
  );
}

/** The one element of some XML, read by a parser that refuses what is not well formed. */
function element(xml: string): Element {
  const [only, ...others] = parseXml(xml);
  if (only === undefined || others.length > 0) throw new Error(`Not one element: ${xml}`);
  return only;
}

describe.each(scripts)("a site script of %s", (_, script) => {
  it.runIf(haveSchemas)("fits Microsoft's schema", () => {
    expect(complaints(scriptSchema, script)).toEqual([]);
  });

  it("is small enough for SharePoint: 100,000 characters, 300 steps", () => {
    const count = script.actions.reduce((sum, { subactions }) => sum + 1 + subactions.length, 0);

    expect(JSON.stringify(script).length).toBeLessThan(100_000);
    expect(count).toBeLessThan(300);
  });

  it("makes every view, one of them the default", () => {
    const views = steps(script, "Decisions", "addSPView");

    expect(views).toHaveLength(10);
    expect(views.filter(({ makeDefault }) => makeDefault === true)).toMatchObject([
      { name: "All decisions", query: "" },
    ]);
  });
});

describe("a site script of the looks", () => {
  it("names columns as people read them, and makes none", () => {
    const formatted = steps(looksScript(), "Decisions", "setSPFieldCustomFormatter");

    expect(formatted.map(({ fieldDisplayName }) => fieldDisplayName)).toEqual([
      "Status",
      "In favour",
      "Review on",
    ]);
    expect(steps(looksScript(), "Decisions", "addSPFieldXml")).toEqual([]);
  });
});

describe("a site script of everything", () => {
  it("makes every column of every list", () => {
    for (const { name, columns } of all) {
      const made = steps(wholeScript(), name, "addSPFieldXml").map(
        ({ schemaXml }) => element(String(schemaXml)).attributes["Name"],
      );

      expect(made).toEqual(columns.map((column) => column.name));
    }
  });

  it("shows people the columns they fill in themselves", () => {
    const ofRoles = steps(wholeScript(), "Decision roles", "addSPFieldXml");

    expect(ofRoles.every(({ addToDefaultView }) => addToDefaultView === true)).toBe(true);
  });

  it("gives every column an id of its own, the same each time", () => {
    const ids = all.flatMap(({ name, columns }) => columns.map((one) => fieldId(name, one.name)));
    const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u;

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !shape.test(id))).toEqual([]);
    expect(fieldId("Decisions", "Status")).toBe(fieldId("Decisions", "Status"));
  });
});

describe("a column in SharePoint's own schema", () => {
  const xmlOf = (column: Partial<Column>) =>
    element(toFieldXml("L", { name: "Name", kind: "text", about: "", ...column }));

  it("says how long, how unique and how quickly found it is", () => {
    const field = xmlOf({ limit: 64, isIndexed: true, isUnique: true });

    expect(field.attributes).toMatchObject({
      MaxLength: "64",
      Indexed: "TRUE",
      EnforceUniqueValues: "TRUE",
    });
  });

  it("offers its choices", () => {
    const field = xmlOf({ kind: "tags", choices: ["R&D", "<b>"] });

    expect(field.attributes["Type"]).toBe("MultiChoice");
    expect(field.children[0]?.children.map(({ text }) => text)).toEqual(["R&D", "<b>"]);
  });

  it("keeps hostile words as words", () => {
    const field = xmlOf({ about: '"/><Field Name="x' });

    expect(field.attributes["Description"]).toBe('"/><Field Name="x');
    expect(field.children).toHaveLength(0);
  });
});
