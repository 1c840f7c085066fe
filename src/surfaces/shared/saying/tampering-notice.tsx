import type { Tampering, TamperingKind } from "#domain/log/tampering.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import styles from "./following-notice.module.css";
import { kindWords, tamperingSentences } from "./tampering-words.ts";

interface TamperingNoticeProps {
  /** Without the rows behind it: where nobody is to press anything. */
  readonly isBrief?: boolean;
}

/** What is not as it was written: said calmly to everybody, with each row behind it. */
export function TamperingNotice({ isBrief = false }: TamperingNoticeProps) {
  const { tampering } = useMeeting().picture;
  if (tampering.length === 0) return null;
  return (
    <div className={styles.notice}>
      <output>
        {tamperingSentences(tampering).map((sentence) => (
          <span key={sentence} className={styles.sentence}>
            {sentence}
          </span>
        ))}
      </output>
      {!isBrief && (
        <details>
          <summary className={styles.summary}>Which</summary>
          <ul className={styles.rows}>
            {tampering.map((sign) => (
              <li key={`${sign.what} ${sign.position}`}>{rowWords(sign)}</li>
            ))}
          </ul>
          The audit under the decision’s record shows every row.
        </details>
      )}
    </div>
  );
}

const deeds: { readonly [W in TamperingKind]: string } = {
  edited: "changed",
  "original-lost": "changed",
  moved: "moved",
  "changed-silently": "changed",
  deleted: "deleted",
  "forged-author": "written",
  unlinked: "",
};

function rowWords({ what, position, kind, of, who, atMs }: Tampering): string {
  const whose = of === undefined || of.name === "" ? "" : ` by ${of.name}`;
  const row = `${what === "unlinked" ? "Before row" : "Row"} ${position} (${kindWords(kind)}${whose})`;
  if (who === undefined) return row;
  const when = atMs === undefined ? "" : ` at ${clockTime(atMs)}`;
  return `${row}, ${deeds[what]} by ${who.name || "somebody"}${when}`;
}
