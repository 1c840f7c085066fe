import type { List } from "../../graph/store/list.ts";
import { textOf } from "../address.ts";
import { listOfCall, NOTHING } from "../call.ts";
import type { RestCall, RestRoute } from "../call.ts";
import { viewFieldNamed, viewFieldsOf, viewFieldsXml } from "./view-columns.ts";
import { viewOfCall } from "./views.ts";

function changeFields(
  call: RestCall,
  change: (fields: readonly string[], list: List) => readonly string[],
) {
  const list = listOfCall(call);
  const view = viewOfCall(call, list);
  const fields = change(viewFieldsOf(list, view), list);
  call.world.record({ fact: "view-written", listId: list.head.id, view: { ...view, fields } });
  return NOTHING;
}

const FIELDS = "web/{list}/{view}/viewfields";

/** The columns of a view, added and taken one by one. */
export const viewFieldRoutes: readonly RestRoute[] = [
  {
    method: "GET",
    key: FIELDS,
    needs: "read",
    answer: (call) => {
      const list = listOfCall(call);
      const view = viewOfCall(call, list);
      return {
        status: 200,
        body: { SchemaXml: viewFieldsXml(list, view), Items: viewFieldsOf(list, view) },
      };
    },
  },
  {
    method: "POST",
    key: `${FIELDS}/removeallviewfields`,
    needs: "manage",
    answer: (call) => changeFields(call, () => []),
  },
  {
    method: "POST",
    key: `${FIELDS}/addviewfield`,
    needs: "manage",
    answer: (call) =>
      changeFields(call, (fields, list) => {
        const name = viewFieldNamed(list, textOf(call.resource.argument));
        return fields.includes(name) ? fields : [...fields, name];
      }),
  },
  {
    method: "POST",
    key: `${FIELDS}/removeviewfield`,
    needs: "manage",
    answer: (call) =>
      changeFields(call, (fields, list) => {
        const name = viewFieldNamed(list, textOf(call.resource.argument));
        return fields.filter((field) => field !== name);
      }),
  },
];
