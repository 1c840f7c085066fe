import { passGate } from "#domain/decision/gate.ts";
import { checkTable } from "#domain/table/checks.ts";
import type { Finding } from "#domain/table/finding.ts";
import { StateMark } from "#surfaces/page/state-mark.tsx";
import { ReadinessList } from "#surfaces/prepare/early/readiness-list.tsx";
import { type Preparing, usePreparing } from "#surfaces/prepare/preparing.ts";
import { clockTime } from "#surfaces/shared/formats.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { Link } from "@fluentui/react-components";
import { useEffect } from "react";
import { FindingRow } from "./finding-row.tsx";
import styles from "./ready-panel.module.css";
import { Start } from "./start.tsx";

const shownAtOnce = 4;

/** Whether the table is ready, what to do if not, and the way into the walk. */
export function ReadyPanel() {
  const { meeting } = usePreparing();
  const isRoutine = meeting.gate !== undefined && passGate(meeting.gate).route === "routine";
  return (
    <aside className={styles.panel} aria-labelledby="ready-heading">
      <div className={styles.above}>
        <div className={styles.ready}>
          <h2 className={styles.title} id="ready-heading">
            Ready?
          </h2>
          {/* A decision that needs no group needs no table. */}
          {(!isRoutine || meeting.status === "in-session") && (
            <>
              <Checks />
              <RosterRead />
            </>
          )}
        </div>
        {!isRoutine && <ReadinessList />}
      </div>
      <Start />
    </aside>
  );
}

/** How fresh what is known of the invitations is; who joins and leaves shows by itself. */
function RosterRead() {
  const { roster } = usePreparing();
  const { state, readAtMs, readAgain } = roster;
  return (
    <p className={styles.read}>
      {state === "reading" && <span>Looking who is invited…</span>}
      {state === "read" && readAtMs !== undefined && (
        <span>Invitations as of {clockTime(readAtMs)}.</span>
      )}
      {state === "failed" && <span>The invitations could not be read.</span>}
      <Link as="button" aria-label="Look again who is invited" onClick={readAgain}>
        Look again
      </Link>
    </p>
  );
}

function Checks() {
  const preparing = usePreparing();
  const findings = findingsOf(preparing);
  const blocking = findings.filter(({ severity }) => severity === "blocks").length;
  const announce = useAnnounce();
  useEffect(() => {
    announce(blocking === 0 ? "Nothing blocks the start." : `Blocking the start: ${blocking}.`);
  }, [announce, blocking]);
  const first = findings.slice(0, shownAtOnce);
  const rest = findings.slice(shownAtOnce);
  const moreBlocking = Math.max(0, blocking - first.length);
  if (findings.length === 0) {
    return (
      <p className={styles.good}>
        <StateMark mark="done" />
        Yes. Everybody who is needed has a seat.
      </p>
    );
  }
  return (
    <>
      <Findings findings={first} />
      {rest.length > 0 && (
        <details className={styles.all}>
          <summary>
            {rest.length} more to look at{moreBlocking > 0 && `, ${moreBlocking} of them blocking`}
          </summary>
          <Findings findings={rest} />
        </details>
      )}
    </>
  );
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <FindingRow
          key={`${finding.code}-${finding.seats.join()}-${finding.function}`}
          finding={finding}
        />
      ))}
    </ul>
  );
}

/**
 * Before anybody opened the side panel nobody can be absent: then the invitation is what counts.
 * From then on whoever may start here counts as here, since starting is coming to the table.
 */
function findingsOf({ meeting, roster, me, canPrepare }: Preparing) {
  const { seats, frame, gate, rule, presence } = meeting;
  const here = canPrepare ? [...presence.keys(), me.id] : presence.keys();
  return checkTable({
    seats: Array.from(seats.values()),
    functionsNeeded: frame.functions,
    collaborative: gate !== undefined && passGate(gate).route === "collaborative",
    rule,
    present: presence.size === 0 ? "not-gathered" : new Set(here),
    ...(roster.state !== "failed" && { attendees: roster.attendees }),
  });
}
