/**
 * Reads CSV as RFC 4180 says, or as a spreadsheet of another country does: cells end at `separator`,
 * and a quote that a cell does not begin with is a character like any other.
 */
export function readCsv(text: string, separator = ","): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  let isFresh = true;
  const endCell = () => {
    rows.at(-1)?.push(cell);
    cell = "";
    isFresh = true;
  };
  const chars = text.replace(/^\uFEFF/u, "");
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars.charAt(at);
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (chars.charAt(at + 1) === '"') cell += chars.charAt((at += 1));
      else isQuoted = false;
    } else if (char === '"' && isFresh) {
      isQuoted = true;
      isFresh = false;
    } else if (char === separator) {
      endCell();
    } else if (char === "\n") {
      endCell();
      rows.push([]);
    } else if (char !== "\r") {
      cell += char;
      isFresh = false;
    }
  }
  return rows.filter((row) => row.length > 0);
}
