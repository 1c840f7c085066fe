import type { Tally } from "#domain/deciding/tally.ts";
import type { Vote } from "#domain/deciding/votes.ts";
import { oneLine } from "#domain/text.ts";

/** The votes of drivers who disagree and commit, or object. */
export function dissenters(counted: Tally | undefined): readonly Vote[] {
  return (counted?.votes ?? []).filter(({ taken }) => {
    const stance = taken?.stance.stance;
    return stance === "disagree-and-commit" || stance === "object";
  });
}

/** Dissent by name, a line each: the stance, its ground and reason, and what would change it. */
export function dissentLines(counted: Tally | undefined): readonly string[] {
  return dissenters(counted).map((vote) => oneLine(dissentLine(vote)));
}

function dissentLine({ person, seat, via, taken }: Vote): string {
  const whose = via === "delegate" && seat.person !== undefined ? `, for ${seat.person.name}` : "";
  const who = `${person.name} (${seat.function}${whose})`;
  if (taken?.stance.stance !== "object") {
    return `${who} disagrees and commits: ${taken?.stance.reason ?? ""}`;
  }
  const { ground, reason, wouldChange } = taken.stance;
  const turn = wouldChange === undefined ? "" : ` (would change it: ${wouldChange})`;
  return `${who} objects, on ${ground}: ${reason}${turn}`;
}
