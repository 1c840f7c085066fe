import { escapeXml } from "../../sharepoint-rest/caml/xml.ts";
import { drawsClass } from "./classes.ts";
import { evaluate } from "./evaluate.ts";
import type { Scope } from "./evaluate.ts";
import { shownText } from "./functions.ts";
import { icon, knowsIcon } from "./icons.ts";
import { parseText, parseTree } from "./parse.ts";
import { isList, textOf, Unsupported } from "./value.ts";

/** Takes a sentence on what could not be drawn, for the foot of the page. */
export type Note = (sentence: string) => void;

const ELEMENTS = new Set(["div", "span", "p", "a"]);
/** What can be left out without hiding what the format says. */
const LEFT_OUT = ["customCardProps", "defaultHoverField", "inlineEditField"];
const KNOWN = new Set([
  "$schema",
  "debugMode",
  "elmType",
  "forEach",
  "txtContent",
  "style",
  "attributes",
  "children",
  ...LEFT_OUT,
]);
const STYLES =
  /^(align-(items|content|self)|justify-(content|items|self)|display|flex(-(direction|wrap|grow|shrink|basis|flow))?|(min-|max-)?(width|height)|(margin|padding|border)(-(top|right|bottom|left))?(-(color|width|style))?|border-radius|border-(color|width|style)|(row-|column-)?gap|color|background(-color)?|font(-(size|weight|style|family))?|text-(align|decoration|overflow|transform)|white-space|word-(break|wrap)|overflow(-[xyw]\w*)?|line-height|vertical-align|opacity|box-sizing|position|top|left|right|bottom|z-index|order|cursor|float|clear|visibility)$/;

/** The classes a format gives: an expression in either form, those the pages do not draw noted. */
export function classesOf(expression: unknown, scope: Scope, note: Note): string {
  const names = textOf(evaluate(parseTree(expression), scope)).split(/\s+/);
  const kept = names.filter((name) => /^[A-Za-z][\w-]*$/.test(name));
  for (const name of kept) if (!drawsClass(name)) note(`The class ${name} is not drawn here.`);
  return kept.join(" ");
}

/**
 * What a format draws of a row, as markup. All text in it is text, whatever it holds.
 *
 * @throws Unsupported for what the page cannot draw: then the plain value is to be shown.
 */
export function draw(format: unknown, scope: Scope, note: Note): string {
  const element = (format ?? {}) as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(element)) {
    if (!KNOWN.has(key)) throw new Unsupported(key);
    if (LEFT_OUT.includes(key)) note(`${key} is left out here.`);
  }
  const { elmType, txtContent, children, forEach, ...once } = element;
  if (forEach !== undefined)
    return rounds(forEach, scope)
      .map((round) => draw({ elmType, txtContent, children, ...once }, round, note))
      .join("");
  if (typeof elmType !== "string" || !ELEMENTS.has(elmType))
    throw new Unsupported(`elements of the type ${String(elmType)}`);
  const { attributes, iconName } = attributesOf(element["attributes"], scope, note);
  const style = styleOf(element["style"], scope, note);
  const inside =
    txtContent === undefined
      ? asArray(children)
          .map((child) => draw(child, scope, note))
          .join("")
      : escapeXml(shownText(evaluate(parseTree(txtContent), scope), scope.place));
  const before = iconName === "" ? "" : icon(iconName);
  return `<${elmType}${attributes}${style}>${before}${inside}</${elmType}>`;
}

/** The row once for each value of a column that holds several, under the name given to it. */
function rounds(forEach: unknown, scope: Scope): readonly Scope[] {
  const [, name, source] = /^(\w+) in (@currentField|\[\$\w+\])$/.exec(String(forEach)) ?? [];
  if (name === undefined || source === undefined)
    throw new Unsupported(`forEach "${String(forEach)}"`);
  const values = evaluate(parseText(source), scope);
  const all = isList(values) ? values : [values].filter((value) => value !== "");
  return all.map((value) => ({
    ...scope,
    value: (column) => (column === name ? value : scope.value(column)),
  }));
}

function attributesOf(given: unknown, scope: Scope, note: Note) {
  let iconName = "";
  let attributes = "";
  for (const [name, expression] of Object.entries(given ?? {})) {
    const value =
      name === "class"
        ? classesOf(expression, scope, note)
        : textOf(evaluate(parseTree(expression as unknown), scope));
    if (name === "iconName") iconName = drawable(value, note);
    else if (name === "href") attributes += hrefOf(value, note);
    else if (/^(class|title|role|target|rel|aria-[a-z]+)$/.test(name)) {
      if (value !== "") attributes += ` ${name}="${escapeXml(value)}"`;
    } else throw new Unsupported(`the attribute ${name}`);
  }
  return { attributes, iconName };
}

function drawable(name: string, note: Note): string {
  if (name === "" || knowsIcon(name)) return name;
  note(`The icon ${name} is not drawn here.`);
  return "";
}

function hrefOf(value: string, note: Note): string {
  if (/^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(value)) return ` href="${escapeXml(value)}"`;
  if (value !== "") note("A link that is no web or mail address is left out.");
  return "";
}

function styleOf(given: unknown, scope: Scope, note: Note): string {
  const parts = Object.entries(given ?? {}).flatMap(([name, expression]) => {
    const value = textOf(evaluate(parseText(String(expression)), scope));
    if (value === "") return [];
    if (STYLES.test(name) && /^[\w\s.,%#()+*/-]+$/.test(value) && !/url\s*\(/i.test(value))
      return [`${name}: ${value}`];
    note(`The style ${name} is left out here.`);
    return [];
  });
  return parts.length > 0 ? ` style="${escapeXml(parts.join("; "))}"` : "";
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
