import type { World } from "../../graph/call.ts";
import { defineColumn } from "../../graph/sharepoint/column-definition.ts";
import type { Column } from "../../graph/store/facts.ts";
import { parseXml } from "../caml/xml.ts";
import type { Element } from "../caml/xml.ts";
import { invalidArgument, unknownRest } from "../errors.ts";

type Definition = Column["definition"];
/** The part of a column's definition that says of which kind it is. */
type Facet = Partial<Definition>;

const COMMON = new Set([
  "ID",
  "Type",
  "Name",
  "StaticName",
  "DisplayName",
  "Description",
  "Required",
  "Hidden",
  "Indexed",
  "EnforceUniqueValues",
]);

const KINDS: Readonly<
  Record<string, { readonly own: readonly string[]; facet(e: Element): Facet }>
> = {
  Text: {
    own: ["MaxLength"],
    facet: ({ attributes }) => ({ text: { maxLength: Number(attributes["MaxLength"] ?? "255") } }),
  },
  Note: {
    own: ["NumLines", "RichText", "AppendOnly"],
    facet: ({ attributes }) => ({
      text: {
        allowMultipleLines: true,
        linesForEditing: Number(attributes["NumLines"] ?? "6"),
        textType: attributes["RichText"] === "TRUE" ? "richText" : "plain",
      },
    }),
  },
  Number: {
    own: ["Decimals", "Min", "Max"],
    facet: ({ attributes }) => ({
      number: { decimalPlaces: attributes["Decimals"] === "0" ? "none" : "automatic" },
    }),
  },
  Boolean: { own: [], facet: () => ({ boolean: {} }) },
  Choice: { own: ["Format", "FillInChoice"], facet: (e) => choices(e, "dropDownMenu") },
  MultiChoice: { own: ["FillInChoice"], facet: (e) => choices(e, "checkBoxes") },
  DateTime: {
    own: ["Format", "FriendlyDisplayFormat"],
    facet: ({ attributes }) => ({
      dateTime: { format: attributes["Format"] === "DateOnly" ? "dateOnly" : "dateTime" },
    }),
  },
  User: { own: ["UserSelectionMode", "UserSelectionScope"], facet: (e) => person(e, false) },
  UserMulti: {
    own: ["UserSelectionMode", "UserSelectionScope", "Mult"],
    facet: (e) => person(e, true),
  },
};

/**
 * A column as SharePoint's own schema writes it. The id given is kept: a script that is run again
 * finds its columns by it.
 *
 * @throws RestError 400 for a field without id, name or type, 501 for what the sandbox lacks.
 * @see https://learn.microsoft.com/sharepoint/dev/schema/field-element-list
 */
export function columnOf(
  world: World,
  schemaXml: string,
  others: readonly Definition[],
): Definition {
  const [field, ...more] = parseXml(schemaXml);
  if (field?.name !== "Field" || more.length > 0) return invalidArgument("The XML is no field.");
  const { attributes } = field;
  const { Type = "", Name = "", DisplayName = Name, Description = "" } = attributes;
  const kind = KINDS[Type];
  if (!kind) return unknownRest(`fields of the type "${Type}"`);
  const stray = Object.keys(attributes).find((key) => !COMMON.has(key) && !kind.own.includes(key));
  if (stray !== undefined) unknownRest(`the attribute ${stray} of a field`);
  const definition = defineColumn(
    world,
    {
      name: Name,
      displayName: DisplayName,
      description: Description,
      required: attributes["Required"] === "TRUE",
      hidden: attributes["Hidden"] === "TRUE",
      indexed: attributes["Indexed"] === "TRUE",
      enforceUniqueValues: attributes["EnforceUniqueValues"] === "TRUE",
      ...kind.facet(field),
    },
    others,
  );
  return { ...definition, id: idOf(schemaXml) };
}

/** The id a field's XML gives it. */
export function idOf(schemaXml: string): string {
  const id = parseXml(schemaXml)[0]
    ?.attributes["ID"]?.replace(/^\{(.*)\}$/, "$1")
    .toLowerCase();
  if (id === undefined || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    return unknownRest("fields without an id: run twice they would come twice");
  return id;
}

function choices({ attributes, children }: Element, displayAs: string): Facet {
  const all = children.find(({ name }) => name === "CHOICES")?.children ?? [];
  return {
    choice: {
      allowTextEntry: attributes["FillInChoice"] === "TRUE",
      choices: all.map(({ text }) => text),
      displayAs,
    },
  };
}

function person({ attributes }: Element, allowMultipleSelection: boolean): Facet {
  const everybody = attributes["UserSelectionMode"] === "PeopleAndGroups";
  return {
    personOrGroup: {
      allowMultipleSelection,
      chooseFromType: everybody ? "peopleAndGroups" : "peopleOnly",
    },
  };
}
