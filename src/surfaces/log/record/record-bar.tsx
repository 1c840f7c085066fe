import type { DecisionEvent } from "#domain/log/event.ts";
import type { ExportedLog } from "#domain/export/events-csv.ts";
import { may } from "#domain/rights/judge.ts";
import type { DecisionPicture, OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { KeptDecision } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { AmendForm } from "#surfaces/log/afterwards/amend-form.tsx";
import { BuildOn } from "#surfaces/log/afterwards/build-on.tsx";
import { ReviewForm } from "#surfaces/log/afterwards/review-form.tsx";
import { RecordExports } from "#surfaces/log/export/record-exports.tsx";
import { SharePanel } from "#surfaces/log/sharing/share-panel.tsx";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { Button } from "@fluentui/react-components";
import { useId, useMemo, useRef, useState } from "react";
import styles from "./record-page.module.css";

interface RecordBarProps {
  readonly kept: KeptDecision;
  readonly open: OpenDecision | undefined;
  /** Absent while its log is read, and where that cannot be. */
  readonly picture: DecisionPicture | undefined;
  readonly sharing: Sharing;
  readonly isReading: boolean;
  readonly openLink: (url: string) => void;
  readonly onBack: () => void;
}

type Panel = "export" | "share" | "amend" | "review" | "build-on";

/** What can be done with a record as a whole; one thing at a time opens below. */
export function RecordBar(props: RecordBarProps) {
  const { kept, open, picture, sharing, isReading, openLink, onBack } = props;
  const meeting = picture?.story?.meeting;
  const exported = useMemo(() => ({ ...kept, meeting }), [kept, meeting]);
  const [panel, setPanel] = useState<Panel>();
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  const close = () => {
    setPanel(undefined);
    // The focus goes back to where the panel was opened from.
    buttons.current?.querySelector<HTMLElement>(`[data-panel="${panel}"]`)?.focus();
  };
  return (
    <>
      <div className={styles.bar} ref={buttons}>
        <Button size="small" onClick={onBack}>
          All decisions
        </Button>
        <Button size="small" onClick={() => openLink(kept.webUrl)}>
          Open in SharePoint
        </Button>
        <Button size="small" onClick={() => globalThis.print()}>
          Print
        </Button>
        {panelsFor(picture).map(([name, word]) => (
          <Button
            key={name}
            size="small"
            data-panel={name}
            aria-expanded={panel === name}
            aria-controls={panel === name ? id : undefined}
            onClick={() => setPanel(panel === name ? undefined : name)}
          >
            {word}
          </Button>
        ))}
      </div>
      <div id={id}>
        {panel === "share" && (
          <div className={styles.opened}>
            <SharePanel exported={exported} sharing={sharing} />
          </div>
        )}
        {panel === "export" && (
          <RecordExports kept={kept} log={logOf(picture)} {...{ isReading }} />
        )}
        {open !== undefined && (
          <MeetingProvider live={open}>
            {panel === "amend" && <AmendForm onDone={close} />}
            {panel === "review" && <ReviewForm onDone={close} />}
          </MeetingProvider>
        )}
        {panel === "build-on" && <BuildOn kept={kept} onDone={close} />}
      </div>
    </>
  );
}

const amending: DecisionEvent = { kind: "decision-amended", text: "–", reason: "–" };
const reviewing: DecisionEvent = {
  kind: "review-held",
  actual: "–",
  lessons: "",
  verdict: "keep",
};

/** What this person may do: what they may not is not offered. */
function panelsFor(
  picture: DecisionPicture | undefined,
): readonly (readonly [panel: Panel, word: string])[] {
  const always = [
    ["share", "Share"],
    ["export", "Export"],
  ] as const;
  if (picture?.meeting.closing?.outcome !== "decided") return always;
  const { meeting, me, clockOffsetMs } = picture;
  const allows = (event: DecisionEvent) => may(meeting, me.id, event, clockOffsetMs) === undefined;
  return [
    ...always,
    ...(allows(amending) ? [["amend", "Amend…"] as const] : []),
    ...(allows(reviewing) ? [["review", "Hold the review…"] as const] : []),
    ["build-on", "Start a new decision on this…"],
  ];
}

function logOf(picture: DecisionPicture | undefined): ExportedLog | undefined {
  return picture?.story;
}
