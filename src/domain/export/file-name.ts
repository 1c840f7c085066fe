import { oneLine } from "#domain/text.ts";

/** What a file of one decision may be called on any system: "decision-12-redesign-forecasting.md". */
export function decisionFile(item: string, title: string, ending: string): string {
  return joined(["decision", slug(item), slug(title)], ending);
}

/** The name MADR asks for: "0012-redesign-forecasting.md". */
export function madrFile(item: string, title: string): string {
  return joined([slug(item).padStart(4, "0"), slug(title)], ".md");
}

/** The file of all decisions: "decisions-2026-11-24.csv". `today` is a calendar day, YYYY-MM-DD. */
export function decisionsFile(today: string): string {
  return joined(["decisions", slug(today)], ".csv");
}

// Long enough to tell decisions apart, short enough for a path of 255 bytes in any script.
const longest = 60;

/** Letters and digits of any script, without accents, apart by single hyphens. */
function slug(text: string): string {
  const plain = oneLine(text)
    .normalize("NFKD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-").replace(/^-|-$/gu, "");
  const cut = Array.from(words).slice(0, longest).join("");
  const isWhole = cut.length === words.length || words.charAt(cut.length) === "-";
  return isWhole || !cut.includes("-") ? cut : cut.slice(0, cut.lastIndexOf("-"));
}

function joined(parts: readonly string[], ending: string): string {
  return `${parts.filter((one) => one !== "").join("-")}${ending}`;
}
