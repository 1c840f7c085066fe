import type { Status } from "#domain/decision/status.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import { earlierOnTheSameMatter } from "#domain/looking-back/earlier.ts";
import { counted, listed } from "#domain/table/sentences.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { PastLine } from "#surfaces/prepare/earlier/past-line.tsx";
import type { KeptDecisions } from "#surfaces/prepare/earlier/use-kept-decisions.ts";
import { adviceFor } from "#surfaces/shared/advice.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useEffect, useMemo, useState } from "react";
import styles from "./opening.module.css";
import { TakeUp } from "./take-up.tsx";

interface AlreadyThereProps {
  /** What is being typed as the next decision's title. */
  readonly title: string;
  readonly asked: KeptDecisions;
  /** The decision this meeting was on last, which is shown above. */
  readonly here: DecisionId | undefined;
  readonly meetingInfo: MeetingInfo;
  readonly now: () => number;
  readonly openLink: (url: string) => void;
}

const none: readonly KeptDecision[] = [];

/** Decisions of this site: on the same matter while you type, else those put off and the latest. */
export function AlreadyThere(props: AlreadyThereProps) {
  const { title, asked, here, now } = props;
  const rows = asked.kind === "answered" ? asked.answer.decisions : none;
  const others = rows.filter(({ row }) => row.decision !== here);
  const [nowMs] = useState(now);
  const near = useMemo(() => {
    const frame = { title, context: "", outcome: "", functions: [] };
    return earlierOnTheSameMatter(frame, rows, { nowMs }).slice(0, 3);
  }, [title, rows, nowMs]);
  const announce = useAnnounce();
  useEffect(() => {
    if (near.length > 0)
      announce(`${counted(near.length, "earlier decision")} on the same matter.`);
  }, [announce, near.length]);

  if (asked.kind === "asking") return <p className={styles.quiet}>Looking in the list…</p>;
  if (asked.kind === "failed") return <p className={styles.quiet}>{adviceFor(asked.why)}</p>;
  if (near.length > 0) {
    return (
      <Part heading="Have we been here?">
        {near.map(({ past, words }) => (
          <Line key={past.item} {...props} kept={past}>
            {words.length > 0 && (
              <span className={styles.quiet}>Both speak of {listed(words)}.</span>
            )}
          </Line>
        ))}
      </Part>
    );
  }
  const deferred = others.filter(({ row }) => row.status === "deferred").slice(0, 5);
  const last = others.filter((kept) => !deferred.includes(kept)).slice(0, 3);
  return (
    <>
      {deferred.length > 0 && (
        <Part heading="Deferred on this site">
          {deferred.map((kept) => (
            <Line key={kept.item} {...props} kept={kept} />
          ))}
        </Part>
      )}
      {(last.length > 0 || rows.length === 0) && (
        <Part heading="Last framed on this site">
          {last.map((kept) => (
            <Line key={kept.item} {...props} kept={kept} />
          ))}
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly heading: string;
  readonly children: readonly React.ReactNode[];
}

function Part({ heading, children }: PartProps) {
  return (
    <section className={styles.past} aria-label={heading}>
      <h2 className={styles.heading}>{heading}</h2>
      {children.length === 0 ? (
        <p className={styles.quiet}>None yet: yours is the first.</p>
      ) : (
        <ul className={styles.list}>{children}</ul>
      )}
    </section>
  );
}

interface LineProps extends AlreadyThereProps {
  readonly kept: KeptDecision;
  readonly children?: React.ReactNode;
}

function Line({ kept, meetingInfo, openLink, children }: LineProps) {
  const { decision, title, status } = kept.row;
  return (
    <PastLine kept={kept} openLink={openLink}>
      {children}
      {canBeTakenUp(status) && (
        <TakeUp decision={decision} title={title} meetingInfo={meetingInfo} />
      )}
    </PastLine>
  );
}

/** As far as the list says: what was put off, and what is prepared for another meeting. */
function canBeTakenUp(status: Status): boolean {
  return status === "deferred" || status === "draft" || status === "proposed";
}
