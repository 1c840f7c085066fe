import { unknown } from "../errors.ts";

/** What a search is for: words that all have to be there, below one of the addresses if any. */
export interface Wanted {
  readonly words: readonly string[];
  readonly paths: readonly string[];
}

const TERM = /(?:([A-Za-z]+):)?(?:"([^"]*)"|(\S+))/g;

/**
 * Reads the part of KQL that finds items by words and by where they lie.
 *
 * @throws GraphError 501 for any other part of the language, which would otherwise be ignored.
 * @see https://learn.microsoft.com/sharepoint/dev/general-development/keyword-query-language-kql-syntax-reference
 */
export function readQueryString(text: string): Wanted {
  const terms = [...text.matchAll(TERM)].map(([term, property, quoted, bare]) => {
    const value = (quoted ?? bare ?? "").toLowerCase();
    const name = property?.toLowerCase();
    const isOperator = quoted === undefined && /^(AND|OR|NOT|NEAR|[-+(].*|.*\))$/.test(bare ?? "");
    if (isOperator || (name !== undefined && name !== "path")) unknown(`${term} in a search`);
    return { name, value };
  });
  return {
    words: terms.filter(({ name }) => name === undefined).map(({ value }) => value),
    paths: terms.filter(({ name }) => name === "path").map(({ value }) => value),
  };
}

/** Where a text holds a word of the search: at the start of a word with `*`, else a whole one. */
export function findWord(text: string, word: string): number {
  const isPrefix = word.endsWith("*");
  const bare = word.replace(/\*$/, "").replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const end = isPrefix ? "" : String.raw`(?![\p{L}\p{N}])`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${bare}${end}`, "iu").exec(text)?.index ?? -1;
}
