import type { Finding } from "#domain/table/finding.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import styles from "./finding-row.module.css";
import { type Mending, mendingsOf } from "./mending.ts";

interface FindingRowProps {
  readonly finding: Finding;
}

/** One finding as a sentence, with the acts that mend it, the likeliest first. */
export function FindingRow({ finding }: FindingRowProps) {
  const { meeting, me, goTo, tell, canPrepare } = usePreparing();
  const [shown, setShown] = useState<string>();
  const isBlocking = finding.severity === "blocks";
  // Whoever may only look can still accept what they are named for.
  const mendings = mendingsOf(finding, meeting, me).filter(
    (mending) => canPrepare || isOwnAcceptance(mending),
  );
  const [lead, rest] = inTwo(finding.sentence);
  const act = (mending: Mending) => {
    if ("goTo" in mending) goTo(mending.goTo);
    else if ("tell" in mending) tell(mending.tell);
    else setShown(shown === mending.word ? undefined : mending.word);
  };
  const open = mendings.find(({ word }) => word === shown);
  return (
    <li className={isBlocking ? `${styles.finding} ${styles.blocks}` : styles.finding}>
      <p className={styles.sentence}>
        {isBlocking && <span className={styles.word}>Blocks the start</span>}
        <span className={styles.lead}>{lead}</span> {rest}
      </p>
      {mendings.length > 0 && (
        <div className={styles.acts}>
          {mendings.map((mending, index) => (
            <Button
              key={mending.word}
              size="small"
              appearance={index === 0 ? "secondary" : "subtle"}
              {...("message" in mending && { "aria-expanded": shown === mending.word })}
              onClick={() => act(mending)}
            >
              {mending.word}
            </Button>
          ))}
        </div>
      )}
      {open !== undefined && "message" in open && (
        <TextToSend label={open.message.label} text={open.message.text} />
      )}
    </li>
  );
}

function isOwnAcceptance(mending: Mending): boolean {
  return "tell" in mending && mending.tell.kind === "delegate-accepted";
}

/** What is the matter, and what to do about it. */
function inTwo(sentence: string): readonly [string, string] {
  const end = /[.?](?=\s)/u.exec(sentence);
  if (end === null) return [sentence, ""];
  return [sentence.slice(0, end.index + 1), sentence.slice(end.index + 1).trim()];
}
