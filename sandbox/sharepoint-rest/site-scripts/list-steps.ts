import type { List } from "../../graph/store/list.ts";
import type { RestCall } from "../call.ts";
import { invalidArgument, RestError, unknownRest } from "../errors.ts";
import { formatColumn } from "../looks/fields.ts";
import { viewFieldNamed } from "../looks/view-columns.ts";
import { changedView, newView } from "../looks/views.ts";
import { columnOf, idOf } from "./field-xml.ts";

/** One step of a script, as it was written. */
export type Step = Readonly<Record<string, unknown>>;

/** What a step does to a list; it says in a few words what it did. */
interface ListStep {
  /** Everything it may say beside its verb; what else is said is refused, never ignored. */
  readonly knows: readonly string[];
  run(call: RestCall, list: List, step: Step): string;
}

const VIEW_SETTINGS = ["name", "viewFields", "query", "rowLimit", "isPaged", "makeDefault"];

const STEPS: Readonly<Record<string, ListStep>> = {
  setDescription: {
    knows: ["description"],
    run: ({ world }, list, step) => {
      const { head } = list;
      const description = textIn(step, "description");
      world.record({
        fact: "list-written",
        head: { ...head, description, version: head.version + 1, modifiedAt: world.now() },
      });
      return "Set the list's description";
    },
  },
  addSPFieldXml: {
    knows: ["schemaXml", "addToDefaultView"],
    run: ({ world }, list, step) => {
      const schemaXml = textIn(step, "schemaXml");
      const own = [...list.columns.values()].map(({ definition }) => definition);
      const known = list.columns.get(idOf(schemaXml));
      // What is there is left as people have it by now.
      if (known) return `Column ${known.definition.name} is there`;
      const definition = columnOf(world, schemaXml, own);
      const readableFrom = world.now() + world.behaviour.readableAfterMs;
      const listId = list.head.id;
      world.record({ fact: "column-written", listId, column: { definition, readableFrom } });
      return `Create column ${definition.name}`;
    },
  },
  setSPFieldCustomFormatter: {
    knows: ["fieldDisplayName", "formatterJSON"],
    run: (call, list, step) => {
      const title = textIn(step, "fieldDisplayName");
      const column = [...list.columns.values()].find(
        ({ definition }) => definition.displayName === title,
      );
      if (!column) return invalidArgument(`Column '${title}' does not exist.`);
      formatColumn(call, list, column.definition, JSON.stringify(step["formatterJSON"]));
      return `Format column ${title}`;
    },
  },
  addSPView: {
    knows: [...VIEW_SETTINGS, "formatterJSON", "replaceViewFields", "scope"],
    run: addView,
  },
  removeSPView: {
    knows: ["name"],
    run: ({ world }, list, step) => {
      const name = textIn(step, "name");
      const view = [...list.views.values()].find(({ title }) => title === name);
      if (!view || view.isDefault) return invalidArgument(`View '${name}' cannot be removed.`);
      world.record({ fact: "view-deleted", listId: list.head.id, viewId: view.id });
      return `Remove view ${name}`;
    },
  },
};

/**
 * Carries out one step on a list.
 *
 * @throws RestError for a verb or a setting that is not known, or a value that cannot be taken.
 */
export function runListStep(call: RestCall, list: List, step: Step): string {
  const verb = String(step["verb"]);
  const known = STEPS[verb];
  if (!known) throw new RestError(400, "-1", `Unable to handle action "${verb}".`);
  const stray = Object.keys(step).find((key) => key !== "verb" && !known.knows.includes(key));
  if (stray !== undefined) unknownRest(`${stray} of ${verb}`);
  return known.run(call, list, step);
}

/** Text that a step has to say. */
export function textIn(step: Step, name: string): string {
  const value = step[name];
  return typeof value === "string" && value !== ""
    ? value
    : invalidArgument(`${String(step["verb"])} needs ${name}.`);
}

/** A view of that name is brought up to date; only without one a new one is made. */
function addView({ world }: RestCall, list: List, step: Step): string {
  if ((step["scope"] ?? "Default") !== "Default") unknownRest("views of folders");
  const name = textIn(step, "name");
  const known = [...list.views.values()].find(({ title }) => title === name);
  const formatter = step["formatterJSON"];
  const view = changedView(list, known ?? newView(world.chance, name), {
    ViewQuery: step["query"],
    RowLimit: step["rowLimit"],
    Paged: step["isPaged"],
    ...(step["makeDefault"] === true && { DefaultView: true }),
    ...(formatter !== undefined && { CustomFormatter: JSON.stringify(formatter) }),
  });
  const wanted = step["viewFields"];
  if (!Array.isArray(wanted)) return invalidArgument("addSPView needs viewFields.");
  const columns = wanted.map((one) => viewFieldNamed(list, String(one)));
  const kept = known && step["replaceViewFields"] !== true ? (known.fields ?? []) : [];
  const fields = [...new Set([...kept, ...columns])];
  world.record({ fact: "view-written", listId: list.head.id, view: { ...view, fields } });
  return `${known ? "Update" : "Create"} view ${name}`;
}
