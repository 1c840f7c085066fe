import { oldestFirst } from "#domain/chain.ts";
import type { UnreadableRow } from "#domain/log/entry.ts";
import { counted } from "#domain/table/sentences.ts";
import type { Story } from "#flows/auditing.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import styles from "./audit.module.css";

const whyUnreadable: { readonly [W in UnreadableRow["why"]]: string } = {
  "not-json": "It holds no event.",
  "unknown-kind": "It holds a kind of event this version does not know.",
  malformed: "Its event is incomplete.",
  edited: "Somebody changed it after it was written.",
};

/** What the log holds and the record does not count: refused events and unreadable rows. */
export function Audit({ story: { meeting, entries, unreadable } }: { readonly story: Story }) {
  const refused = oldestFirst(meeting.refused);
  const set = refused.length + unreadable.length;
  if (set === 0) {
    return (
      <p className={`${styles.audit} ${styles.quiet}`}>
        {counted(entries.length, "event")} in the log, all of them counted.
      </p>
    );
  }
  return (
    <details className={styles.audit}>
      <summary>
        {counted(entries.length + unreadable.length, "event")} in the log, {set} not counted
      </summary>
      <ul className={styles.rows}>
        {refused.map(({ entry, refusal }) => (
          <li key={entry.id}>
            {entry.by.name}, {clockTime(entry.atMs)}: <span>{kindWords(entry.event.kind)}</span>.{" "}
            <span className={styles.quiet}>{refusalSentence(refusal)}</span>
          </li>
        ))}
        {unreadable.map(({ row, why }) => (
          <li key={row.position}>
            Row {row.position}, by {row.authorName}: {whyUnreadable[why]}
            <code className={styles.payload}>{row.payload.slice(0, 600)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "question-answered" as words: "question answered". */
function kindWords(kind: string): string {
  return kind.replaceAll("-", " ");
}
