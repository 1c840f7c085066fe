import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import type { DecisionRegister, KeptDecision } from "#flows/ports.ts";
import { Page } from "#surfaces/page/page.tsx";
import { useAsked } from "#surfaces/page/use-asked.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { Button } from "@fluentui/react-components";
import { useCallback, useMemo, useState } from "react";
import { Figures } from "./charts/figures-toggle.tsx";
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
  /** Opens one decision, to read and to add to; stays the same function. */
  readonly openDecision: (kept: KeptDecision) => Promise<OpenDecision>;
  readonly sharing: Sharing;
  readonly sha256: (text: string) => Promise<string>;
  /** Epoch milliseconds by this browser's clock. */
  readonly now: () => number;
  readonly openLink: (url: string) => void;
}

/** The decisions of this site, and each as a record to read, print and verify. */
export function LogSurface(props: LogSurfaceProps) {
  const { register, now } = props;
  const { asked, decisions, take, readAgain } = useDecisions(register);
  const [opened, setOpened] = useState<KeptDecision>();
  const [cameFrom, setCameFrom] = useState<string>();
  const [filters, setFilters] = useState<Filters>(noFilters);

  const today = new Date(now()).toISOString().slice(0, 10);
  const inView = useMemo(() => fitting(decisions, filters, today), [decisions, filters, today]);
  const [shown, setShown] = useState(manyAtOnce);

  if (opened !== undefined) {
    const back = () => {
      setCameFrom(opened.item);
      setOpened(undefined);
    };
    return (
      <RecordPage
        {...props}
        key={opened.item}
        kept={opened}
        decisions={decisions}
        onBack={back}
        onOpen={setOpened}
        onKept={take}
      />
    );
  }
  return (
    <Page title="Decisions" lead="What was decided on this site, newest first.">
      {asked.kind === "asking" && <p className={styles.quiet}>Reading the decisions…</p>}
      {asked.kind === "failed" && (
        <>
          <p className={styles.quiet}>{adviceFor(asked.why)}</p>
          <Button onClick={readAgain}>Try again</Button>
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
          <Figures decisions={inView} today={today} />
          <Journal
            decisions={inView}
            shown={shown}
            today={today}
            cameFrom={cameFrom}
            onOpen={setOpened}
            onMore={() => setShown(shown + manyAtOnce)}
          />
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

/** The decisions of a list, with the rows that were written from here since it was read. */
function useDecisions(register: DecisionRegister) {
  const [turn, setTurn] = useState(0);
  const asked = useAsked(register, list, turn);
  const [written, setWritten] = useState<ReadonlyMap<string, KeptDecision>>(new Map());
  const take = useCallback((kept: KeptDecision) => {
    setWritten((before) => new Map([...before, [kept.item, kept]]));
  }, []);
  const listed = asked.kind === "answered" ? asked.answer.decisions : none;
  const decisions = useMemo(
    () => listed.map((kept) => written.get(kept.item) ?? kept),
    [listed, written],
  );
  return { asked, decisions, take, readAgain: () => setTurn(turn + 1) };
}

/** How many decisions are shown before somebody asks for more: a long list opens as fast as a short. */
const manyAtOnce = 100;

const none: readonly KeptDecision[] = [];

function list(register: DecisionRegister) {
  return register.list();
}
