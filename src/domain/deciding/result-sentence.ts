import { counted, listed } from "#domain/table/sentences.ts";
import type { SeatId } from "#domain/ids.ts";
import type { StanceCounts } from "./count.ts";
import type { Measure } from "./measure.ts";
import type { Denominator } from "./rule.ts";
import type { WhyFailed, WhyOpen } from "./standing.ts";
import type { Tally } from "./tally.ts";
import type { Vote } from "./votes.ts";

const openBecause: { readonly [W in Exclude<WhyOpen, "sign-off-missing">]: string } = {
  "quorum-unmet": "the quorum is not met",
  "stances-missing": "not every driver present has taken a stance",
  "no-decider": "nobody at the table can decide",
  "decider-recused": "the decider is recused",
  "decider-has-not-ruled": "the decider has not ruled",
};

const failedBecause: { readonly [W in Exclude<WhyFailed, "sign-off-objects">]: string } = {
  objection: "a driver objects",
  "ruled-against": "the decider ruled against it",
  "nobody-agrees": "nobody goes along with it",
  tie: "it is a tie",
  "too-few-in-favour": "too few are for it",
};

const countedOver: { readonly [D in Denominator]: string } = {
  entitled: "entitled",
  present: "present",
  cast: "who spoke",
  "for+against": "who took a side",
};

// Where one person decides the figures do not say why: there may be more against than for.
const byRuling = " The decider ruled for it.";

/**
 * The computation as one sentence: "Passed: 4 agree, 1 with reservation, 0 object." Agreement and
 * objection are always said, the rest when there is any. Once it `isOver`, what is open stays so.
 */
export function resultSentence(tally: Tally, isOver = false): string {
  const arithmetic = arithmeticOf(tally);
  switch (tally.state) {
    case "passed":
      return `Passed: ${arithmetic}.${tally.method === "single-decider" ? byRuling : ""}`;
    case "failed":
      return `Not passed, because ${whyFailed(tally, tally.why)}: ${arithmetic}.`;
    case "open":
      return `${isOver ? "Left open" : "Open"}, because ${whyOpen(tally, tally.why)}: ${arithmetic}.`;
  }
}

/** Who stops it alone is named, with the ground they answer for. */
function whyFailed({ votes, blockedBy }: Tally, why: WhyFailed): string {
  if (why !== "sign-off-objects") return failedBecause[why];
  const verb = blockedBy.length === 1 ? "objects" : "object";
  return `${signOffs(votes, blockedBy)} ${verb}`;
}

function whyOpen({ votes, unsigned }: Tally, why: WhyOpen): string {
  if (why !== "sign-off-missing") return openBecause[why];
  const verb = unsigned.length === 1 ? "has" : "have";
  return `${signOffs(votes, unsigned)} ${verb} not agreed yet`;
}

function signOffs(votes: readonly Vote[], seats: readonly SeatId[]): string {
  const named = votes.flatMap(({ seat, person }) =>
    seats.includes(seat.id) && seat.duty === "sign-off"
      ? [`${person.name} (sign-off on ${seat.ground})`]
      : [],
  );
  return listed(named);
}

function arithmeticOf({ counts, measure, silent, quorum, quorumMet }: Tally): string {
  const parts = [...stanceParts(counts)];
  if (silent.length > 0) parts.push(`${silent.length} silent`);
  if (!quorumMet)
    parts.push(`${quorum.present} of ${counted(quorum.needed, "driver")} for the quorum`);
  return `${measured(measure)}${parts.join(", ")}`;
}

/** "4 for it of 6 present, 4 needed; " */
function measured(measure: Measure | undefined): string {
  if (measure === undefined) return "";
  const { inFavour, total, denominator, needed } = measure;
  return `${inFavour} for it of ${total} ${countedOver[denominator]}, ${needed} needed; `;
}

function stanceParts(counts: StanceCounts): readonly string[] {
  const commits = counts["disagree-and-commit"];
  return [
    `${counts.agree} ${counts.agree === 1 ? "agrees" : "agree"}`,
    ...some(counts["agree-with-reservation"], "with reservation"),
    ...some(commits, commits === 1 ? "disagrees and commits" : "disagree and commit"),
    `${counts.object} ${counts.object === 1 ? "objects" : "object"}`,
    ...some(counts.abstain, counts.abstain === 1 ? "abstains" : "abstain"),
    ...some(counts.recused, "recused"),
  ];
}

function some(count: number, words: string): readonly string[] {
  return count > 0 ? [`${count} ${words}`] : [];
}
