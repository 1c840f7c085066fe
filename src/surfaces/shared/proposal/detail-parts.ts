import { type DetailLines, detailLines } from "#domain/proposing/detail-lines.ts";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import { counted } from "#domain/table/sentences.ts";

/** One kind of thing a proposal says beyond its sentence. */
export interface DetailPart {
  readonly heading: string;
  readonly thing: string;
  /** Each once. */
  readonly lines: readonly string[];
}

const words: Readonly<Record<Exclude<keyof DetailLines, "conditions">, [string, string]>> = {
  options: ["Options", "option"],
  goals: ["Measured by", "goal"],
  milestones: ["Milestones", "milestone"],
  rights: ["Who decides what from here on", "decision right"],
  communication: ["Communication", "message"],
};

/** What there is beside the conditions, part by part. */
export function detailParts(proposal: ProposalDetails): readonly DetailPart[] {
  const lines = detailLines(proposal);
  return (Object.keys(words) as (keyof typeof words)[])
    .map((name) => ({
      heading: words[name][0],
      thing: words[name][1],
      lines: [...new Set(lines[name])],
    }))
    .filter((part) => part.lines.length > 0);
}

/** The conditions, each once. */
export function conditionsOf(proposal: ProposalDetails): readonly string[] {
  return [...new Set(detailLines(proposal).conditions)];
}

/** How much there is: "2 options, 1 goal". */
export function howMuch(parts: readonly DetailPart[]): string {
  return parts.map(({ lines, thing }) => counted(lines.length, thing)).join(", ");
}
