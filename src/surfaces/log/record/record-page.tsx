import { hasEnded } from "#domain/decision/status.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { KeptDecision } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { AfterState } from "#surfaces/log/afterwards/after-state.tsx";
import { LinkedDecisions } from "#surfaces/log/afterwards/linked-decisions.tsx";
import { SinceThen } from "#surfaces/log/afterwards/since-then.tsx";
import { useOpenDecision } from "#surfaces/log/afterwards/use-open-decision.ts";
import { statusWords } from "#surfaces/page/status-words.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { useEffect, useRef } from "react";
import { Audit } from "./audit.tsx";
import { QuestionsSaid, WhoSat } from "./from-the-log.tsx";
import { RecordBar } from "./record-bar.tsx";
import styles from "./record-page.module.css";
import { Lines, PairSection, Section } from "./section.tsx";
import { TextSection } from "./text-section.tsx";
import { Verify } from "./verify.tsx";

interface RecordPageProps {
  readonly kept: KeptDecision;
  /** All decisions of the list: those this one is linked to among them. */
  readonly decisions: readonly KeptDecision[];
  readonly openDecision: (kept: KeptDecision) => Promise<OpenDecision>;
  readonly sharing: Sharing;
  readonly sha256: (text: string) => Promise<string>;
  readonly openLink: (url: string) => void;
  readonly onBack: () => void;
  readonly onOpen: (kept: KeptDecision) => void;
  /** Told of the row whenever it is another one than was given. */
  readonly onKept: (kept: KeptDecision) => void;
}

/** One decision as its record: what stands in SharePoint, with the log behind it. */
export function RecordPage(props: RecordPageProps) {
  const { openDecision, onKept } = props;
  const { open, picture, why } = useOpenDecision(props.kept, openDecision);
  const kept = picture?.kept ?? props.kept;
  useEffect(() => onKept(kept), [kept, onKept]);
  const { decisions, sharing, sha256, openLink, onBack, onOpen } = props;
  const { row } = kept;
  const story = picture?.story;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isReading = story === undefined && why === undefined;
  return (
    <main className={styles.page}>
      <RecordBar {...{ kept, open, picture, sharing, isReading, openLink, onBack }} />
      {open !== undefined && picture !== undefined && <AfterState open={open} picture={picture} />}
      <p className={styles.kicker}>
        Decision {kept.item} · {statusWords[row.status]}
      </p>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {row.title}
      </h1>
      {row.outcome !== "" && <p className={styles.outcome}>{row.outcome}</p>}
      <Facts row={row} />
      <SinceThen row={row} meeting={story?.meeting} />
      <LinkedDecisions {...{ row, decisions, onOpen, open }} />
      <PairSection
        heading="Why"
        pairs={[
          ["Why now", row.context],
          ["Wanted outcome", row.wantedOutcome],
          ["Without it", row.withoutIt],
          ["Gate", row.gateReasons],
        ]}
      />
      <Section heading="Who" isLong>
        {story === undefined ? <Lines text={row.table} /> : <WhoSat story={story} row={row} />}
      </Section>
      <PairSection
        heading="How"
        pairs={[
          ["Proposal", row.proposal],
          ["Rule", row.rule],
          ["Result", row.result],
        ]}
      />
      <TextSection heading="Options" text={row.options} />
      <TextSection heading="Conditions" text={row.conditions} />
      <TextSection heading="Dissent" text={row.dissentByName} />
      {story === undefined ? (
        <TextSection heading="What each question said" text={row.conclusions} />
      ) : (
        <QuestionsSaid story={story} row={row} />
      )}
      <FromHereOn row={row} />
      {isReading && <p className={styles.quiet}>Reading the log…</p>}
      {why !== undefined && <p className={styles.quiet}>{adviceFor(why)}</p>}
      {story !== undefined && (hasEnded(row.status) || story.meeting.closing !== undefined) && (
        // What was found holds for the row and the log it was found in.
        <Verify key={`${kept.etag} ${story.rows.length}`} row={row} story={story} sha256={sha256} />
      )}
      {story !== undefined && <Audit story={story} unlinked={picture?.unlinked ?? []} />}
    </main>
  );
}

function Facts({ row }: { readonly row: DecisionRow }) {
  const facts = [
    ["Decided on", row.decidedAtMs === undefined ? "" : dayOf(row.decidedAtMs)],
    ["Decider", row.decider?.name ?? ""],
    ["Lead function", row.leadFunction],
    ["Facilitator", row.facilitator?.name ?? ""],
    ["Review on", row.reviewOn === undefined ? "" : calendarDay(row.reviewOn)],
    ["Reviewed on", row.reviewedAtMs === undefined ? "" : dayOf(row.reviewedAtMs)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, text]) => text !== "")
        .map(([word, text]) => (
          <div key={word} className={styles.fact}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What the decision is measured by, and what is to be done about it by whom. */
function FromHereOn({ row }: { readonly row: DecisionRow }) {
  return (
    <>
      <TextSection heading="Goals" text={row.goals} />
      <TextSection heading="Risks to understand" text={row.risks} />
      <TextSection heading="Milestones" text={row.milestones} />
      <TextSection heading="Decision rights" text={row.rights} />
      <TextSection heading="Communication" text={row.communication} />
    </>
  );
}

function dayOf(ms: number): string {
  return calendarDay(new Date(ms).toISOString().slice(0, 10));
}
