import { useEffect } from "react";
import type { Moment } from "#domain/moment.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { outcomeWords } from "#surfaces/shared/outcome-words.ts";

/** Says a new moment to a screen reader; shows nothing. */
export function StageAnnouncement({ moment }: { readonly moment: Moment }) {
  const announce = useAnnounce();
  const words = wordsOf(moment);
  useEffect(() => announce(words), [announce, words]);
  return null;
}

function wordsOf(moment: Moment): string {
  switch (moment.kind) {
    case "nothing-framed":
      return "No decision is framed yet";
    case "gathering":
      return "The table is gathering";
    case "question":
      return moment.round.revealed
        ? `Question ${moment.number} of ${moment.of}: the answers are revealed`
        : `Question ${moment.number} of ${moment.of}: ${moment.question.text}`;
    case "proposing":
      return "The proposal comes next";
    case "stances":
      return `The proposal: ${moment.proposal.text}`;
    case "closed":
      return `The decision is closed: ${outcomeWords[moment.closing.outcome].toLocaleLowerCase("en")}`;
  }
}
