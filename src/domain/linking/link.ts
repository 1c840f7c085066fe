import * as v from "valibot";
import { DecisionId } from "#domain/ids.ts";
import { oneLine, Brief, textUpTo } from "#domain/text.ts";

/** How a decision stands to an earlier one. `reopens` needs what is new since. */
const relations = ["supersedes", "reverses", "reopens", "builds-on"] as const;
export const Relation = v.picklist(relations);
export type Relation = v.InferOutput<typeof Relation>;

/** An earlier decision that this one speaks of. */
export const Link = v.object({
  relation: Relation,
  to: DecisionId,
  /** Its title when it was linked: it is shown where the row cannot be read. */
  title: textUpTo(255),
  /** What is new since: the evidence, or why once more. */
  news: v.optional(Brief),
});
export type Link = Readonly<v.InferOutput<typeof Link>>;

/** What a decision of the given relation makes of the earlier one, once it is decided. */
export const Succession = v.picklist(["superseded", "reversed"]);
export type Succession = v.InferOutput<typeof Succession>;

/** What becomes of the earlier decision; undefined where it stays as it is. */
export function successionBy(relation: Relation): Succession | undefined {
  if (relation === "builds-on") return undefined;
  return relation === "reverses" ? "reversed" : "superseded";
}

/** A decision named in a line of the record: how they are related, and which one it is. */
export interface NamedDecision {
  readonly how: LinkWord;
  readonly decision: DecisionId;
  readonly title: string;
}

const words = {
  supersedes: "Supersedes",
  reverses: "Reverses",
  reopens: "Reopens",
  "builds-on": "Builds on",
  superseded: "Superseded by",
  reversed: "Reversed by",
} as const;
type LinkWord = keyof typeof words;

/**
 * A link as a line of the record: "Supersedes: Title [decision id]", and what is new. No title can
 * pass for an id: a bracket that would end one becomes round.
 */
export function linkLine(
  how: LinkWord,
  { decision, title, news }: { decision: DecisionId; title: string; news?: string | undefined },
): string {
  const named = oneLine(title).replaceAll("] New:", ") New:");
  const line = `${words[how]}: ${named} [${decision}]`;
  return news === undefined ? line : `${line} New: ${oneLine(news)}`;
}

/** The decisions named in lines that `linkLine` wrote; other lines are passed over. */
export function namedDecisions(lines: string): readonly NamedDecision[] {
  return lines.split("\n").flatMap((line) => {
    for (const how of Object.keys(words) as readonly LinkWord[]) {
      const rest = line.startsWith(`${words[how]}: `) && line.slice(words[how].length + 2);
      const found = rest === false ? null : /^(.*?) \[([^\s[\]]+)\](?: New: .*)?$/u.exec(rest);
      const id = v.safeParse(DecisionId, found?.[2]);
      if (found && id.success) return [{ how, decision: id.output, title: found[1] ?? "" }];
    }
    return [];
  });
}

/** How two decisions are related, in the words people read. */
export function linkWord(how: LinkWord): string {
  return words[how];
}
