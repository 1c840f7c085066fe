import { hasEnded } from "#domain/decision/status.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { findUnlinked, tellStory } from "#flows/trust/auditing.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { statusWords } from "#surfaces/page/status-words.ts";
import { useAsked } from "#surfaces/page/use-asked.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { useCallback, useEffect, useRef } from "react";
import { Audit } from "./audit.tsx";
import { RecordBar } from "./record-bar.tsx";
import styles from "./record-page.module.css";
import { Lines, Pairs, Section } from "./section.tsx";
import { Verify } from "./verify.tsx";
import { QuestionsSaid, WhoSat } from "./from-the-log.tsx";

interface RecordPageProps {
  readonly kept: KeptDecision;
  readonly readDecision: (id: DecisionId) => Promise<readonly LogRow[]>;
  readonly sha256: (text: string) => Promise<string>;
  readonly openLink: (url: string) => void;
  readonly onBack: () => void;
}

/** One decision as its record: what stands in SharePoint, with the log behind it. */
export function RecordPage({ kept, readDecision, sha256, openLink, onBack }: RecordPageProps) {
  const { row } = kept;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const ask = useCallback(
    async (read: RecordPageProps["readDecision"]) => {
      const told = tellStory(await read(row.decision));
      return { story: told, unlinked: await findUnlinked(told.rows, sha256) };
    },
    [row.decision, sha256],
  );
  const asked = useAsked(readDecision, ask);
  const { story, unlinked } = asked.kind === "answered" ? asked.answer : unread;
  return (
    <main className={styles.page}>
      <RecordBar
        kept={kept}
        log={story}
        isReading={asked.kind === "asking"}
        openLink={openLink}
        onBack={onBack}
      />
      <p className={styles.kicker}>
        Decision {kept.item} · {statusWords[row.status]}
      </p>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {row.title}
      </h1>
      {row.outcome !== "" && <p className={styles.outcome}>{row.outcome}</p>}
      <Facts row={row} />
      <Section heading="Why">
        <Pairs
          pairs={[
            ["Why now", row.context],
            ["Wanted outcome", row.wantedOutcome],
            ["Without it", row.withoutIt],
          ]}
        />
      </Section>
      <Section heading="Who" isLong>
        {story === undefined ? <Lines text={row.table} /> : <WhoSat story={story} row={row} />}
      </Section>
      <Section heading="How">
        <Pairs
          pairs={[
            ["Proposal", row.proposal],
            ["Rule", row.rule],
            ["Result", row.result],
          ]}
        />
      </Section>
      <TextSection heading="Options" text={row.options} />
      <TextSection heading="Conditions" text={row.conditions} />
      <TextSection heading="Dissent" text={row.dissentByName} />
      {story === undefined ? (
        <TextSection heading="What each question said" text={row.conclusions} />
      ) : (
        <QuestionsSaid story={story} row={row} />
      )}
      <FromHereOn row={row} />
      {asked.kind === "asking" && <p className={styles.quiet}>Reading the log…</p>}
      {asked.kind === "failed" && <p className={styles.quiet}>{adviceFor(asked.why)}</p>}
      {story !== undefined && (hasEnded(row.status) || story.meeting.closing !== undefined) && (
        <Verify row={row} story={story} sha256={sha256} />
      )}
      {story !== undefined && <Audit story={story} unlinked={unlinked} />}
    </main>
  );
}

const unread = { story: undefined, unlinked: [] } as const;

function Facts({ row }: { readonly row: DecisionRow }) {
  const facts = [
    ["Decided on", row.decidedAtMs === undefined ? "" : dayOf(row.decidedAtMs)],
    ["Decider", row.decider?.name ?? ""],
    ["Facilitator", row.facilitator?.name ?? ""],
    ["Review on", row.reviewOn === undefined ? "" : calendarDay(row.reviewOn)],
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

function TextSection({ heading, text }: { readonly heading: string; readonly text: string }) {
  if (text === "") return null;
  return (
    <Section heading={heading}>
      <Lines text={text} />
    </Section>
  );
}

function dayOf(ms: number): string {
  return calendarDay(new Date(ms).toISOString().slice(0, 10));
}
