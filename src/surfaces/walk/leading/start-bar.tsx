import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect } from "react";
import { may } from "#domain/rights/judge.ts";
import { isPreparer } from "#domain/rights/people.ts";
import type { Finding } from "#domain/table/finding.ts";
import type { Moment } from "#domain/moment.ts";
import type { Drafts } from "#flows/ports.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { LeadMenu, LeadSheet, fetchLeadParts } from "#surfaces/walk/later/lead-parts.ts";
import { useServerTime } from "#surfaces/walk/use-server-time.ts";
import type { LeadMenuProps } from "./lead-menu.tsx";
import type { SheetControl } from "./walk-foot.tsx";
import { Problem } from "./problem.tsx";
import styles from "./walk-foot.module.css";

interface StartBarProps {
  readonly host: LeadMenuProps["host"];
  readonly moment: Moment;
  readonly drafts: Drafts;
  readonly now: () => number;
  readonly sheet: SheetControl;
}

/** Starts the walk, or says what is in the way; and a menu of what whoever prepares may do. */
export function StartBar({ host, moment, drafts, now, sheet }: StartBarProps) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const why = may(meeting, me.id, { kind: "walk-started" }, useServerTime(now, 5000));
  const isPreparing = isPreparer(meeting, me);
  useEffect(() => {
    if (isPreparing) void fetchLeadParts();
  }, [isPreparing]);
  return (
    <>
      <Problem problem={problem} />
      <div className={styles.bar}>
        {start()}
        {isPreparing && (
          <LeadMenu moment={moment} act={act} drafts={drafts} host={host} sheet={sheet} />
        )}
      </div>
    </>
  );

  function start(): ReactNode {
    if (why === undefined) {
      return (
        <Button
          appearance="primary"
          className={styles.primary}
          onClick={() => act({ kind: "walk-started" })}
        >
          Start the walk
        </Button>
      );
    }
    if (why.reason === "table-not-ready") {
      const anyway = (
        <LeadSheet task="start-anyway" moment={moment} drafts={drafts} onClose={sheet.close} />
      );
      return (
        <>
          <p className={styles.words}>{closedWords(why.findings)}</p>
          <Button onClick={() => sheet.open(anyway)}>Start anyway…</Button>
        </>
      );
    }
    return (
      <p className={styles.words}>
        {why.reason === "not-allowed"
          ? "The organizer or a driver starts the walk."
          : refusalSentence(why)}
      </p>
    );
  }
}

function closedWords(findings: readonly Finding[]): string {
  return findings.length === 1
    ? "One thing blocks the start."
    : `${findings.length} things block the start.`;
}
