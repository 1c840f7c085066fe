import { cleanText, oneLine } from "#domain/text.ts";
import { linesOf } from "./exported.ts";

// What may stand in an address. No semicolon, so that no entity can be spelled in one; a bracket
// only with its partner, and at the end nothing that closes a sentence.
const inside = String.raw`[\p{L}\p{N}\-._~:/?#@!$&'*+,=%]`;
const bracketed = String.raw`\(${inside}*\)`;
const webAddress = new RegExp(
  String.raw`(https?://(?:${inside}|${bracketed})*(?:[\p{L}\p{N}/_=~%&+#-]|${bracketed}))`,
  "giu",
);

/**
 * Text from people as Markdown that reads as exactly that text, on one line: nothing in it turns
 * into HTML, a picture, code, a table, a heading, a list, a template, or a link behind other words.
 * A web address becomes a link to what it says.
 */
export function inline(text: string): string {
  const line = oneLine(cleanText(text));
  const shown = line.split(webAddress).map((one, at) => (at % 2 === 1 ? `<${one}>` : plain(one)));
  return shown
    .join("")
    .replace(/^[#+=:!-]/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`)
    .replace(/(?<=\s)#+$/u, String.raw`\$&`);
}

function plain(text: string): string {
  return (
    text
      .replace(/&(?=#?\w+;)/gu, "&amp;")
      .replace(/[\\`*[\]|~$^]/gu, String.raw`\$&`)
      // Between letters an underscore is only that.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
      // GitHub would make links of these too, and take what is escaped above for a part of them.
      .replace(/(?<=www)\.|(?<=https?|ftp|mailto|xmpp):/giu, String.raw`\$&`)
      // Entities, because older readers know no backslash before these, and because a site
      // generator looks for its braces before Markdown is read.
      .replace(/</gu, "&lt;")
      .replace(/>/gu, "&gt;")
      .replace(/\{/gu, "&#123;")
  );
}

/** Text of several lines, a paragraph each. */
export function paragraphs(text: string): string {
  return linesOf(cleanText(text)).map(inline).join("\n\n");
}

/** Lines as a list. */
export function bullets(lines: readonly string[], mark: "-" | "*" = "-"): string {
  return lines.map((line) => `${mark} ${inline(line)}`).join("\n");
}

/** Lines as a quotation, a paragraph each. */
export function quotation(text: string): string {
  return linesOf(cleanText(text))
    .map((line) => `> ${inline(line)}`)
    .join("\n>\n");
}

/** A web address that can be followed; anything else is shown as text. */
export function address(url: string): string {
  if (!/^https?:\/\//iu.test(url)) return inline(url);
  return `<${url.replace(/[\s<>"`\\^{|}\p{C}]/gu, encoded)}>`;
}

/** Parts with a blank line between them, empty ones left out; ends with one line break. */
export function page(parts: readonly string[]): string {
  return `${parts.filter((text) => text !== "").join("\n\n")}\n`;
}

/** A part under its heading; nothing where there is nothing to say. */
export function part(heading: string, text: string): string {
  return text === "" ? "" : `${heading}\n\n${text}`;
}

// A lone surrogate has no UTF-8 and so no encoding.
function encoded(char: string): string {
  return /\p{Surrogate}/u.test(char) ? "" : encodeURIComponent(char);
}
