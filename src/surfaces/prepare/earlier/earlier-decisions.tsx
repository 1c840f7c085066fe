import { earlierOnTheSameMatter } from "#domain/looking-back/earlier.ts";
import { counted } from "#domain/table/sentences.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { Link } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { EarlierRow } from "./earlier-row.tsx";
import { LinkedRow } from "./linked-row.tsx";
import styles from "./past.module.css";
import { type KeptDecisions, useKeptDecisions } from "./use-kept-decisions.ts";

const shownAtOnce = 3;
const most = 9;
const none: readonly KeptDecision[] = [];

/** Have we been here? Earlier decisions on the same matter, from the list itself, and the links. */
export function EarlierDecisions() {
  const { meeting, register, canPrepare } = usePreparing();
  const [turn, setTurn] = useState(0);
  const asked = useKeptDecisions(register, turn);
  const rows = asked.kind === "answered" ? asked.answer.decisions : none;
  const links = Array.from(meeting.links.values());
  if (!canPrepare && links.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="earlier-heading">
      <div className={styles.head}>
        <h3 className={styles.heading} id="earlier-heading">
          Have we been here?
        </h3>
        {canPrepare && asked.kind !== "asking" && (
          <Link
            as="button"
            aria-label="Look again for earlier decisions"
            onClick={() => setTurn(turn + 1)}
          >
            Look again
          </Link>
        )}
      </div>
      {links.length > 0 && (
        <ul className={styles.decisions} aria-label="This decision speaks of">
          {links.map((link) => (
            <LinkedRow
              key={link.to}
              link={link}
              kept={rows.find(({ row }) => row.decision === link.to)}
            />
          ))}
        </ul>
      )}
      {canPrepare && <Found asked={asked} rows={rows} />}
    </section>
  );
}

interface FoundProps {
  readonly asked: KeptDecisions;
  readonly rows: readonly KeptDecision[];
}

/** What was found, the nearest first; what is linked already stands above. */
function Found({ asked, rows }: FoundProps) {
  const { meeting, serverNow } = usePreparing();
  const { frame, links, opened } = meeting;
  const [nowMs] = useState(serverNow);
  const self = opened?.decision;
  const near = useMemo(
    () => earlierOnTheSameMatter(frame, rows, { nowMs, self }),
    [frame, rows, nowMs, self],
  );
  const found = near.filter(({ past }) => !links.has(past.row.decision)).slice(0, most);
  const announce = useAnnounce();
  const count = near.length;
  useEffect(() => {
    if (count > 0) announce(`${counted(count, "earlier decision")} on the same matter.`);
  }, [announce, count]);

  if (asked.kind === "asking") return <p className={styles.quiet}>Looking in the list…</p>;
  if (asked.kind === "failed") return <p className={styles.quiet}>{adviceFor(asked.why)}</p>;
  if (count === 0) {
    return <p className={styles.quiet}>No earlier decision of this site speaks of this.</p>;
  }
  const rest = found.slice(shownAtOnce);
  return (
    <>
      <ul className={styles.decisions} aria-label="Earlier decisions on the same matter">
        {found.slice(0, shownAtOnce).map((earlier) => (
          <EarlierRow key={earlier.past.item} earlier={earlier} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={styles.all}>
          <summary>{rest.length} more</summary>
          <ul className={styles.decisions} aria-label="More earlier decisions">
            {rest.map((earlier) => (
              <EarlierRow key={earlier.past.item} earlier={earlier} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
