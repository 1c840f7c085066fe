import type { Exported } from "#domain/export/exported.ts";
import { summary } from "#domain/export/summary.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import { AddTasks } from "./add-tasks.tsx";
import { ShareCard } from "./share-card.tsx";
import styles from "./sharing.module.css";

interface SharePanelProps {
  readonly exported: Exported;
  readonly sharing: Sharing;
}

/** The ways to tell others of a decision: those who were there, those who were not, those who do. */
export function SharePanel({ exported, sharing }: SharePanelProps) {
  const { chat, plans, askConsent } = sharing;
  const isEnded = exported.row.decidedAtMs !== undefined;
  return (
    <section className={styles.panel} aria-label="Share">
      {chat !== undefined && isEnded && (
        <ShareCard exported={exported} chat={chat} askConsent={askConsent} />
      )}
      {plans !== undefined && (
        <AddTasks exported={exported} plans={plans} askConsent={askConsent} />
      )}
      <details className={styles.summary}>
        <summary>
          <span className={styles.name}>Summary</span>{" "}
          <span className={styles.use}>One screen of text, for those who were not there</span>
        </summary>
        <TextToSend label="Summary for those who were not there" text={summary(exported)} />
      </details>
    </section>
  );
}
