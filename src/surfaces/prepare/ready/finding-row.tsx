import type { Finding } from "#domain/table/finding.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import styles from "./finding-row.module.css";
import { mendingOf } from "./mending.ts";

interface FindingRowProps {
  readonly finding: Finding;
}

/** One finding as a sentence, with the one button that mends it. */
export function FindingRow({ finding }: FindingRowProps) {
  const { meeting, me, goTo, tell, canPrepare } = usePreparing();
  const isBlocking = finding.severity === "blocks";
  const mending = mendingOf(finding, meeting, me.id);
  const isMine =
    mending !== undefined && "tell" in mending && finding.code === "delegate-unaccepted";
  const [lead, rest] = inTwo(finding.sentence);
  return (
    <li className={isBlocking ? `${styles.finding} ${styles.blocks}` : styles.finding}>
      <p className={styles.sentence}>
        {isBlocking && <span className={styles.word}>Blocks the start</span>}
        <span className={styles.lead}>{lead}</span> {rest}
      </p>
      {mending !== undefined && (canPrepare || isMine) && (
        <Button
          size="small"
          onClick={() => ("goTo" in mending ? goTo(mending.goTo) : tell(mending.tell))}
        >
          {mending.word}
        </Button>
      )}
    </li>
  );
}

/** What is the matter, and what to do about it. */
function inTwo(sentence: string): readonly [string, string] {
  const end = /[.?](?=\s)/u.exec(sentence);
  if (end === null) return [sentence, ""];
  return [sentence.slice(0, end.index + 1), sentence.slice(end.index + 1).trim()];
}
