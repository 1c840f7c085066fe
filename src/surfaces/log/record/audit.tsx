import type { Tampering } from "#domain/log/tampering.ts";
import { counted } from "#domain/table/sentences.ts";
import type { Story } from "#flows/trust/auditing.ts";
import { dateAndTime } from "#surfaces/shared/formats.ts";
import { type AuditLine, auditLines } from "./audit-lines.ts";
import styles from "./audit.module.css";
import { Section } from "./section.tsx";

interface AuditProps {
  readonly story: Story;
  /** Events whose author had seen a row that is no longer in the log as it was. */
  readonly unlinked: readonly Tampering[];
}

/** What stands in the log and does not count as it stands: flagged, refused and unreadable rows. */
export function Audit({ story, unlinked }: AuditProps) {
  const lines = auditLines(story, unlinked);
  const rows = counted(story.rows.length + story.unreadable.length, "row");
  const marked = new Set(lines.map(({ position }) => position)).size;
  return (
    <div className={styles.audit}>
      <Section heading="Audit" isLong>
        <p className={styles.sum}>
          {lines.length === 0
            ? `${rows} in the log, all of them counted as written.`
            : `${rows} in the log, ${marked} of them flagged, refused or unreadable:`}
        </p>
        {lines.length > 0 && <AuditTable lines={lines} />}
      </Section>
    </div>
  );
}

function AuditTable({ lines }: { readonly lines: readonly AuditLine[] }) {
  return (
    <table className={styles.rows}>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">What counts, and why</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.position} ${line.why}`}>
            <th scope="row" data-label="Row">
              {line.position}
            </th>
            <td data-label="When">{line.atMs === undefined ? "" : dateAndTime(line.atMs)}</td>
            <td data-label="Who">{line.who}</td>
            <td data-label="What">{line.what}</td>
            <td data-label="What counts, and why">
              {line.why}
              {line.now !== undefined && (
                <details className={styles.now}>
                  <summary>What it says now</summary>
                  <code>{line.now === "" ? "(nothing)" : line.now.slice(0, 2000)}</code>
                </details>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
