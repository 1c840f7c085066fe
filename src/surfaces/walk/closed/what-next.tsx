import type { Closing } from "#domain/meeting-state.ts";
import { messageLine } from "#domain/proposing/detail-lines.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import styles from "./closed.module.css";

/** What the table does with it from here on; absent where there is nothing left to do. */
export function WhatNext({ closing }: { readonly closing: Closing }) {
  const { proposal } = useMeeting().picture.meeting;
  const lines = [...againLines(closing), ...(closing.outcome === "decided" ? told() : [])];
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={text.label}>What next</h3>
      <ul className={styles.commitments}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );

  function told(): readonly string[] {
    return (proposal?.communication ?? []).map((message) => messageLine(message));
  }
}

/** When and where it comes up again. */
function againLines({ outcome, reviewOn }: Closing): readonly string[] {
  const day = reviewOn === undefined ? undefined : calendarDay(reviewOn);
  if (outcome === "deferred") {
    const when = day === undefined ? "" : ` Look at it again on ${day}.`;
    return [`Take it up again from Prepare in the next meeting.${when}`];
  }
  if (day === undefined) return [];
  return [
    outcome === "decided"
      ? `Review on ${day}: hold what came of it against what was expected.`
      : `Look at it again on ${day}.`,
  ];
}
