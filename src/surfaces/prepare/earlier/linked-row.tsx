import { type Link, linkWord } from "#domain/linking/link.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { statusWords } from "#surfaces/page/status-words.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { NewsForm } from "./news-form.tsx";
import styles from "./past.module.css";

interface LinkedRowProps {
  readonly link: Link;
  /** Its row, where the list could be read and has it. */
  readonly kept: KeptDecision | undefined;
}

/** An earlier decision this one speaks of: how, what is new, and the way back. */
export function LinkedRow({ link, kept }: LinkedRowProps) {
  const { tell, canPrepare, drafts, meeting, openLink } = usePreparing();
  const [isSaying, setSaying] = useState(false);
  const { relation, to, title, news } = link;
  const say = (next: string): boolean => {
    const taken = tell({ kind: "decision-linked", link: { ...link, news: next } });
    if (taken) setSaying(false);
    return taken;
  };
  return (
    <li className={styles.decision}>
      <span>
        <span className={styles.relation}>{linkWord(relation)}: </span>
        {kept === undefined ? (
          title
        ) : (
          <button type="button" className={styles.title} onClick={() => openLink(kept.webUrl)}>
            {kept.row.title}
          </button>
        )}
      </span>
      {kept !== undefined && <span className={styles.status}>{statusWords[kept.row.status]}</span>}
      {news !== undefined && <span className={styles.outcome}>New since then: {news}</span>}
      {canPrepare && (
        <div className={styles.more}>
          {isSaying ? (
            <NewsForm
              label="What is new since then"
              confirm="Keep this"
              before={news}
              drafts={drafts}
              draftKey={`news:${meeting.opened?.decision ?? ""}:${to}`}
              onSay={say}
              onCancel={() => setSaying(false)}
            />
          ) : (
            <div className={styles.acts}>
              <Button
                size="small"
                aria-label={`Say what is new since ${title}`}
                onClick={() => setSaying(true)}
              >
                {news === undefined ? "Say what is new…" : "Change what is new…"}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                aria-label={`Take the link away: ${title}`}
                onClick={() => void tell({ kind: "decision-unlinked", to })}
              >
                Take the link away
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
