import { decoded } from "../graph/router.ts";
import { invalidArgument, unknownRest } from "./errors.ts";

/** Which one of many an address names. */
interface Locator {
  readonly by: "id" | "title" | "name";
  readonly value: string;
}

/** What a request is about, e.g. `web/{list}/{view}/viewfields`, and which list and view. */
export interface Resource {
  readonly key: string;
  readonly locators: Readonly<Record<string, Locator>>;
  /** What stands in the brackets of the last step, if it is a function. */
  readonly argument?: string;
}

interface Step {
  readonly name: string;
  readonly argument?: string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ONE_OF: Readonly<Record<string, string>> = {
  lists: "{list}",
  views: "{view}",
  fields: "{field}",
};
const BY: Readonly<Record<string, Locator["by"]>> = {
  getbyid: "id",
  getbytitle: "title",
  getbyinternalnameortitle: "name",
};

/**
 * What an address below `_api` names. Names count in any case, and a list or view may be named
 * in brackets or by a function, as OData has it.
 */
export function readResource(path: string): Resource {
  const locators: Record<string, Locator> = {};
  const key: string[] = [];
  let last: Step | undefined;
  for (const step of stepsOf(path)) {
    const { name, argument } = step;
    const collection = key.at(-1) ?? "";
    const by = BY[name];
    if (ONE_OF[name] !== undefined && argument !== undefined && argument !== "") {
      locators[name] = { by: "id", value: guidOf(argument) };
      key.push(ONE_OF[name]);
    } else if (by !== undefined && ONE_OF[collection] !== undefined) {
      locators[collection] = { by, value: by === "id" ? guidOf(argument) : textOf(argument) };
      key.splice(-1, 1, ONE_OF[collection]);
    } else key.push(name);
    last = step;
  }
  const argument = last?.argument ?? "";
  return { key: key.join("/"), locators, ...(argument !== "" && { argument }) };
}

/** The text in the brackets of a function. */
export function textOf(argument: string | undefined): string {
  const quoted = /^(?:[A-Za-z]+\s*=\s*)?'((?:[^']|'')*)'$/.exec(argument ?? "")?.[1];
  if (quoted === undefined) {
    if (argument?.startsWith("@")) unknownRest("parameters by alias");
    return invalidArgument(`The expression "${argument ?? ""}" is not valid.`);
  }
  return quoted.replaceAll("''", "'");
}

function guidOf(argument: string | undefined): string {
  const text = textOf(argument?.replace(/^guid(?=')/i, "")).replace(/^\{(.*)\}$/, "$1");
  if (!GUID.test(text))
    return invalidArgument(
      "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).",
    );
  return text.toLowerCase();
}

/** Slashes inside quotes belong to a title, not to the path. */
function stepsOf(path: string): Step[] {
  const steps = decoded(path).match(/(?:[^/']|'(?:[^']|'')*')+/g) ?? [];
  return steps.map((text) => {
    const match = /^([A-Za-z0-9_.]+)(?:\((.*)\))?$/s.exec(text);
    if (!match?.[1]) return invalidArgument(`The expression "${text}" is not valid.`);
    return {
      name: match[1].toLowerCase(),
      ...(match[2] !== undefined && { argument: match[2].trim() }),
    };
  });
}
