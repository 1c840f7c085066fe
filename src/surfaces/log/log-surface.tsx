import type { DecisionId } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import type { DecisionRegister, KeptDecision } from "#flows/ports.ts";
import { Page } from "#surfaces/page/page.tsx";
import { useAsked } from "#surfaces/page/use-asked.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { ExportRow } from "./export/export-row.tsx";
import exportStyles from "./export/export.module.css";
import { tableOf } from "./export/kinds.ts";
import { FilterSentence } from "./filter-sentence.tsx";
import { type Filters, fitting, functionsOf, noFilters } from "./filters.ts";
import { Journal } from "./journal.tsx";
import styles from "./journal.module.css";
import { RecordPage } from "./record/record-page.tsx";

export interface LogSurfaceProps {
  readonly register: DecisionRegister;
  readonly readDecision: (id: DecisionId) => Promise<readonly LogRow[]>;
  readonly sha256: (text: string) => Promise<string>;
  /** Epoch milliseconds by this browser's clock. */
  readonly now: () => number;
  readonly openLink: (url: string) => void;
}

/** The decisions of this site, and each as a record to read, print and verify. */
export function LogSurface(props: LogSurfaceProps) {
  const { register, now } = props;
  const [turn, setTurn] = useState(0);
  const asked = useAsked(register, list, turn);
  const [opened, setOpened] = useState<KeptDecision>();
  const [cameFrom, setCameFrom] = useState<string>();
  const [filters, setFilters] = useState<Filters>(noFilters);

  if (opened !== undefined) {
    const back = () => {
      setCameFrom(opened.item);
      setOpened(undefined);
    };
    return <RecordPage key={opened.item} {...props} kept={opened} onBack={back} />;
  }
  const today = new Date(now()).toISOString().slice(0, 10);
  const decisions = asked.kind === "answered" ? asked.answer.decisions : [];
  const inView = fitting(decisions, filters, today);
  return (
    <Page title="Decisions" lead="What was decided on this site, newest first.">
      {asked.kind === "asking" && <p className={styles.quiet}>Reading the decisions…</p>}
      {asked.kind === "failed" && (
        <>
          <p className={styles.quiet}>{adviceFor(asked.why)}</p>
          <Button onClick={() => setTurn(turn + 1)}>Try again</Button>
        </>
      )}
      {asked.kind === "answered" && decisions.length === 0 && (
        <p className={styles.quiet}>No decisions yet. Frame one in a meeting’s details.</p>
      )}
      {decisions.length > 0 && (
        <>
          <FilterSentence
            filters={filters}
            functions={functionsOf(decisions)}
            onChange={setFilters}
          />
          <Journal decisions={inView} today={today} cameFrom={cameFrom} onOpen={setOpened} />
          {inView.length > 0 && (
            <div className={exportStyles.table}>
              <ExportRow kind={tableOf(inView, today)} />
            </div>
          )}
        </>
      )}
      {asked.kind === "answered" && asked.answer.unreadable > 0 && (
        <p className={styles.quiet}>
          {asked.answer.unreadable === 1
            ? "1 row of the list cannot be read. Somebody changed it by hand: look at it in SharePoint."
            : `${asked.answer.unreadable} rows of the list cannot be read. Somebody changed them by hand: look at them in SharePoint.`}
        </p>
      )}
    </Page>
  );
}

function list(register: DecisionRegister) {
  return register.list();
}
