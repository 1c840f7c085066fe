import type { ExportedLog } from "#domain/export/events-csv.ts";
import type { KeptDecision } from "#flows/ports.ts";
import styles from "./export.module.css";
import { ExportRow } from "./export-row.tsx";
import { kindsOf } from "./kinds.ts";

interface RecordExportsProps {
  readonly kept: KeptDecision;
  /** Absent where the log could not be read. */
  readonly log: ExportedLog | undefined;
  readonly isReading: boolean;
}

/** The ways to take one decision along: as a file or copied. */
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
