import { invalid, refuse, unknown } from "../errors.ts";

/** The query parameters of a request, by name as OData writes it. */
export interface Query {
  get(name: string): string | undefined;
  names(): readonly string[];
}

/** What `$expand` asks for: a navigation, and of it perhaps only some properties. */
export interface Expansion {
  readonly name: string;
  readonly select?: readonly string[];
}

const ODATA = new Set([
  "select",
  "expand",
  "filter",
  "top",
  "skip",
  "skiptoken",
  "orderby",
  "count",
]);

/** Reads query parameters; Graph takes OData's own with and without their `$`. */
export function readQuery(url: URL): Query {
  const values = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    const bare = name.replace(/^\$/, "").toLowerCase();
    values.set(ODATA.has(bare) ? `$${bare}` : name, value);
  }
  return { get: (name) => values.get(name), names: () => [...values.keys()] };
}

/** Refuses parameters an endpoint does not understand. */
export function onlyThese(query: Query, understood: readonly string[], path: string): void {
  const stray = query.names().find((name) => !understood.includes(name));
  if (stray !== undefined) unknown(`the parameter ${stray} on ${path}`);
}

/** The names `$select` asks for; undefined when it asks for nothing in particular. */
export function selected(query: Query): readonly string[] | undefined {
  return query.get("$select")?.split(",").map(trimmed).filter(Boolean);
}

/** The navigations `$expand` asks for, each known to the endpoint. */
export function expansions(query: Query, known: readonly string[]): readonly Expansion[] {
  const text = query.get("$expand");
  if (text === undefined) return [];
  return splitOutside(text).map((part) => {
    const match = /^([\w/]+)(?:\((.*)\))?$/.exec(part.trim());
    if (!match?.[1]) return invalid(`Invalid expand clause: ${part}`);
    const [, name, options] = match;
    if (!known.includes(name)) unknown(`$expand=${name} here`);
    if (options === undefined) return { name };
    const select = /^\$?select=(.*)$/i.exec(options.trim())?.[1];
    if (select === undefined) return unknown(`the option ${options} of $expand`);
    return { name, select: select.split(",").map(trimmed).filter(Boolean) };
  });
}

/** How many entries a page may hold: `$top`, up to the endpoint's cap. */
export function pageSize(query: Query, usual: number, cap: number): number {
  const text = query.get("$top");
  if (text === undefined) return usual;
  if (!/^[1-9]\d*$/.test(text))
    refuse(400, "BadRequest", `Invalid value '${text}' for $top query option found.`);
  return Math.min(Number(text), cap);
}

/** The properties asked for, always with the id and OData's annotations. */
export function project<Entity extends object>(
  entity: Entity,
  names: readonly string[] | undefined,
): Partial<Entity> {
  if (!names || names.includes("*")) return entity;
  const wanted = new Set(["id", ...names]);
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith("@odata.") || wanted.has(name)),
  ) as Partial<Entity>;
}

/** Where a page goes on: the same address with other values for some parameters. */
export function linkTo(path: string, query: Query, changes: Record<string, string | undefined>) {
  const merged = new Map(query.names().map((name) => [name, query.get(name) ?? ""]));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) merged.delete(name);
    else merged.set(name, value);
  }
  const text = [...merged].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
  return `https://graph.microsoft.com/v1.0${path}${text && `?${text}`}`;
}

function trimmed(text: string): string {
  return text.trim();
}

function splitOutside(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
