import type { ExportedLog } from "#domain/export/events-csv.ts";
import { summary } from "#domain/export/summary.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { TextToSend } from "#surfaces/page/text-to-send.tsx";
import styles from "./export.module.css";
import { ExportRow } from "./export-row.tsx";
import { kindsOf } from "./kinds.ts";

interface RecordExportsProps {
  readonly kept: KeptDecision;
  /** Absent where the log could not be read. */
  readonly log: ExportedLog | undefined;
  readonly isReading: boolean;
}

/** The ways to take one decision along: as a file, copied, or as a text for those who were away. */
export function RecordExports({ kept, log, isReading }: RecordExportsProps) {
  const exported = { ...kept, meeting: log?.meeting };
  return (
    <section className={styles.panel} aria-label="Export">
      {isReading ? (
        <p className={styles.use}>Reading the log…</p>
      ) : (
        <>
          {kindsOf(exported, log).map((kind) => (
            <ExportRow key={kind.name} kind={kind} />
          ))}
          <details className={styles.summary}>
            <summary>
              <span className={styles.name}>Summary</span>{" "}
              <span className={styles.use}>One screen of text, for those who were not there</span>
            </summary>
            <TextToSend label="Summary for those who were not there" text={summary(exported)} />
          </details>
          {log === undefined && (
            <p className={styles.use}>
              The log cannot be read at the moment, so everybody’s answers are missing here.
            </p>
          )}
        </>
      )}
    </section>
  );
}
