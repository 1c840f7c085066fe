import type { ExportedLog } from "#domain/export/events-csv.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { RecordExports } from "#surfaces/log/export/record-exports.tsx";
import { Button } from "@fluentui/react-components";
import { useId, useState } from "react";
import styles from "./record-page.module.css";

interface RecordBarProps {
  readonly kept: KeptDecision;
  /** Absent while it is read, and where it cannot be. */
  readonly log: ExportedLog | undefined;
  readonly isReading: boolean;
  readonly openLink: (url: string) => void;
  readonly onBack: () => void;
}

/** What can be done with a record as a whole: go back, see its row, print it, take it along. */
export function RecordBar({ kept, log, isReading, openLink, onBack }: RecordBarProps) {
  const [isExporting, setIsExporting] = useState(false);
  const exports = useId();
  return (
    <>
      <div className={styles.bar}>
        <Button onClick={onBack}>All decisions</Button>
        <Button onClick={() => openLink(kept.webUrl)}>Open in SharePoint</Button>
        <Button onClick={() => globalThis.print()}>Print</Button>
        <Button
          aria-expanded={isExporting}
          aria-controls={isExporting ? exports : undefined}
          onClick={() => setIsExporting(!isExporting)}
        >
          Export
        </Button>
      </div>
      {isExporting && <RecordExports id={exports} kept={kept} log={log} isReading={isReading} />}
    </>
  );
}
