import type { FieldValueSet, ListItem } from "@microsoft/microsoft-graph-types";
import type { Person, Site } from "../../directory/directory.ts";
import type { Call } from "../call.ts";
import { secondsOf } from "../call.ts";
import { expansions, project, selected } from "../odata/query.ts";
import type { Expansion } from "../odata/query.ts";
import type { Column, Row } from "../store/facts.ts";
import type { List } from "../store/list.ts";
import { identityOf, listUrl, lookupIdOf, mailOf, siteUsersOf } from "./access.ts";
import { readableColumns } from "./columns.ts";

/** How items of one list are shown to one caller. */
export interface ItemView {
  /** The item, with its fields if the request expands them. */
  readonly show: (row: Row) => ListItem;
  /** The fields of an item, all or those selected. */
  readonly fields: (
    row: Row,
    select?: readonly string[],
  ) => FieldValueSet & Record<string, unknown>;
}

const CONTENT_TYPE = { id: "0x0100B2160000F2E24000800000000000F1E1", name: "Item" };

/** The eTag of an item: it rises with every write, so a number above 1 tells of an edit. */
export function etagOf(row: Row): string {
  return `"${row.guid},${row.version}"`;
}

/** Where an item belongs, as SharePoint writes it into each item. */
export function parentOf(site: Site, list: List) {
  return {
    parentReference: { id: list.head.id, siteId: site.id },
    contentType: CONTENT_TYPE,
  };
}

/** Shows items as the request wishes: with `$expand=fields`, and of them those selected. */
export function itemView(call: Call, site: Site, list: List): ItemView {
  const expansion: Expansion | undefined = expansions(call.query, ["fields"])[0];
  const columns = readableColumns(call, list);
  const users = siteUsersOf(call.world, site);
  const url = listUrl(call, site, list);
  const parent = parentOf(site, list);
  const select = selected(call.query);

  const fields = (row: Row, names?: readonly string[]) => {
    const all = showFields(call, site, row, columns, users);
    const shown = names
      ? Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))
      : all;
    return { "@odata.etag": etagOf(row), ...shown } as FieldValueSet & Record<string, unknown>;
  };
  return {
    fields,
    show: (row) => {
      const item: ListItem & { "@odata.etag": string } = {
        "@odata.etag": etagOf(row),
        id: String(row.id),
        eTag: etagOf(row),
        createdDateTime: secondsOf(row.createdAt),
        lastModifiedDateTime: secondsOf(row.modifiedAt),
        createdBy: identityOf(call.world, row.createdBy),
        lastModifiedBy: identityOf(call.world, row.modifiedBy),
        webUrl: `${url}/${row.id}_.000`,
        ...parent,
      };
      const expanded = expansion && { fields: fields(row, expansion.select) };
      return { ...project(item, select), ...expanded };
    },
  };
}

function showFields(
  call: Call,
  site: Site,
  row: Row,
  columns: readonly Column["definition"][],
  users: ReadonlyMap<number, Person>,
): Record<string, unknown> {
  // What is empty is absent, never null.
  const own = columns.flatMap((column): [string, unknown][] => {
    const stored = column.personOrGroup ? `${column.name}LookupId` : column.name;
    const value = row.fields[stored];
    if (value === undefined) return [];
    if (column.personOrGroup?.allowMultipleSelection)
      return [[column.name, peopleOf(value as readonly number[], users)]];
    return [[stored, value]];
  });
  return {
    id: String(row.id),
    ContentType: CONTENT_TYPE.name,
    ...Object.fromEntries(own),
    Created: secondsOf(row.createdAt),
    Modified: secondsOf(row.modifiedAt),
    AuthorLookupId: String(lookupIdOf(call.world, site, row.createdBy)),
    EditorLookupId: String(lookupIdOf(call.world, site, row.modifiedBy)),
    _UIVersionString: `${row.version}.0`,
    Attachments: false,
  };
}

function peopleOf(ids: readonly number[], users: ReadonlyMap<number, Person>) {
  return ids.map((LookupId) => {
    const person = users.get(LookupId);
    return {
      LookupId,
      LookupValue: person?.displayName ?? "",
      Email: person ? mailOf(person) : "",
    };
  });
}
