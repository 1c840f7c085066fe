import { roleSchema } from "#adapters/sharepoint/roles/role-schema.ts";
import { type ListSchema, schemas } from "#adapters/sharepoint/schema.ts";
import { toCaml } from "#adapters/sharepoint/views/caml.ts";
import { type ListLook, listLooks } from "#adapters/sharepoint/views/list-looks.ts";
import { type View, rowsAPage } from "#adapters/sharepoint/views/view.ts";
import { toFieldXml } from "./field-xml.ts";

/** The published schema a site script follows. */
export const scriptSchema =
  "https://developer.microsoft.com/json-schemas/sp/site-design-script-actions.schema.json";

/** What SharePoint carries out on a site, step by step. */
export interface SiteScript {
  readonly $schema: typeof scriptSchema;
  readonly actions: readonly ListAction[];
}

interface ListAction {
  readonly verb: "createSPList";
  readonly listName: string;
  readonly templateType: 100;
  readonly subactions: readonly object[];
}

/**
 * The views and looks of lists that are there already, as a script that can be run again. Columns
 * are left out: those that Graph made have other ids, and would come twice.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/declarative-customization/site-design-json-schema
 */
export function looksScript(): SiteScript {
  return scriptOf(listLooks.map((look) => listAction(look.list, looksOf(look))));
}

/** All of the lists, columns as well: for a site that has none of them yet. */
export function wholeScript(): SiteScript {
  const lists = listLooks.map((look) =>
    listAction(look.list, [...columnsOf(schemas[look.list]), ...looksOf(look)]),
  );
  // Nobody writes in the others by hand; this one is for people, who see its columns first of all.
  const roles = columnsOf(roleSchema).map((step) => ({ ...step, ...inFirstView(step) }));
  return scriptOf([...lists, listAction(roleSchema.name, roles)]);
}

function scriptOf(actions: readonly ListAction[]): SiteScript {
  return { $schema: scriptSchema, actions };
}

function listAction(listName: string, subactions: readonly object[]): ListAction {
  return { verb: "createSPList", listName, templateType: 100, subactions };
}

function columnsOf({ name, about, columns }: ListSchema): readonly object[] {
  return [
    { verb: "setDescription", description: about },
    ...columns.map((column) => ({ verb: "addSPFieldXml", schemaXml: toFieldXml(name, column) })),
  ];
}

function inFirstView(step: object): object {
  return "schemaXml" in step ? { addToDefaultView: true } : {};
}

function looksOf({ views, formats }: ListLook): readonly object[] {
  return [
    ...formats.map(({ title, format }) => ({
      verb: "setSPFieldCustomFormatter",
      fieldDisplayName: title,
      formatterJSON: format,
    })),
    ...views.map(viewAction),
  ];
}

function viewAction({ name, columns, query, rows, isDefault }: View): object {
  return {
    verb: "addSPView",
    name,
    viewFields: columns,
    replaceViewFields: true,
    query: toCaml(query),
    rowLimit: rowsAPage,
    isPaged: true,
    makeDefault: isDefault === true,
    ...(rows !== undefined && { formatterJSON: rows }),
  };
}
