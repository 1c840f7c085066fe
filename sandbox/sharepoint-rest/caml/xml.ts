/** An element of XML: CAML needs neither namespaces nor mixed text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text directly inside it, with entities resolved. */
  readonly text: string;
}

/** Why a text is no XML, with the place it went wrong at. */
export class XmlError extends Error {}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

const NAME = "[A-Za-z_][A-Za-z0-9_.-]*";
const ATTRIBUTE = `\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*')`;
const TOKEN = new RegExp(
  `<!--[\\s\\S]*?-->|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|</(${NAME})\\s*>|<(${NAME})((?:${ATTRIBUTE})*)\\s*(/?)>|([^<]+)`,
  "y",
);
const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
};

/**
 * The elements of a piece of XML, which may have several roots, as a view's query does.
 *
 * @throws XmlError at the first thing that is not well formed; document types are refused.
 */
export function parseXml(text: string): readonly Element[] {
  const root: OpenElement = { name: "", attributes: {}, children: [], text: "" };
  const open: OpenElement[] = [root];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (!match) throw new XmlError(`The XML is not well formed at character ${at + 1}.`);
    take(open, match, at);
  }
  const unclosed = open.length > 1 ? open.at(-1)?.name : undefined;
  if (unclosed !== undefined) throw new XmlError(`The element ${unclosed} is not closed.`);
  if (root.text.trim() !== "") throw new XmlError("There is text outside any element.");
  return root.children;
}

function take(open: OpenElement[], match: RegExpExecArray, at: number): void {
  const [whole, literal, closing, opening, attributes = "", selfClosing, text] = match;
  const inner = open.at(-1) as OpenElement;
  if (whole.startsWith("<!--")) return;
  if (literal !== undefined) inner.text += literal;
  else if (text !== undefined) inner.text += resolved(text);
  else if (closing !== undefined) {
    if (open.length === 1 || inner.name !== closing)
      throw new XmlError(`The end of ${closing} at character ${at + 1} closes nothing.`);
    open.pop();
  } else if (opening !== undefined) {
    const element = {
      name: opening,
      attributes: readAttributes(attributes),
      children: [],
      text: "",
    };
    inner.children.push(element);
    if (selfClosing !== "/") open.push(element);
  }
}

function readAttributes(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(
    new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, "g"),
  )) {
    if (name in found) throw new XmlError(`The attribute ${name} is given twice.`);
    found[name] = resolved(double ?? single ?? "");
  }
  return found;
}

function resolved(text: string): string {
  return text.replace(/&([^;\s&]*);?/g, (whole, name: string) => {
    const numeric = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
    const code = numeric && Number.parseInt(numeric[1] ?? numeric[2] ?? "", numeric[1] ? 16 : 10);
    const found = code ? String.fromCodePoint(code) : ENTITIES[name];
    if (found === undefined || !whole.endsWith(";"))
      throw new XmlError(`The entity ${whole} is not known.`);
    return found;
  });
}

/** Elements as XML in one writing: double quotes, nothing between elements, ` />` for empty ones. */
export function writeXml(elements: readonly Element[]): string {
  return elements
    .map(({ name, attributes, children, text }) => {
      const said = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${escapeXml(value)}"`,
      );
      const inside = children.length > 0 ? writeXml(children) : escapeXml(text);
      const start = `<${name}${said.join("")}`;
      return inside === "" ? `${start} />` : `${start}>${inside}</${name}>`;
    })
    .join("");
}

/** Text as it may stand in XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
