import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { may } from "#domain/rights/judge.ts";
import type { Finding } from "#domain/table/finding.ts";
import { cleanText } from "#domain/text.ts";
import { refusalSentence } from "#surfaces/shared/advice.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useServerTime } from "#surfaces/walk/use-server-time.ts";
import { Sheet } from "./sheets/sheet.tsx";
import type { SheetControl } from "./walk-foot.tsx";
import { Problem } from "./problem.tsx";
import styles from "./walk-foot.module.css";

interface StartBarProps {
  readonly now: () => number;
  readonly sheet: SheetControl;
}

/** Starts the walk, or says what is in the way. */
export function StartBar({ now, sheet }: StartBarProps) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const why = may(meeting, me.id, { kind: "walk-started" }, useServerTime(now, 5000));
  if (why === undefined) {
    return (
      <>
        <Button appearance="primary" onClick={() => act({ kind: "walk-started" })}>
          Start the walk
        </Button>
        <Problem problem={problem} />
      </>
    );
  }
  if (why.reason === "table-not-ready") {
    const anyway = <StartAnyway onClose={sheet.close} />;
    return (
      <div className={styles.bar}>
        <p className={styles.words}>{closedWords(why.findings)}</p>
        <Button onClick={() => sheet.open(anyway)}>Start anyway…</Button>
      </div>
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

function closedWords(findings: readonly Finding[]): string {
  return findings.length === 1
    ? "One thing blocks the start."
    : `${findings.length} things block the start.`;
}

/** Overrides what blocks, with a reason that goes into the record. */
function StartAnyway({ onClose }: { readonly onClose: () => void }) {
  const { act, problem } = useAct();
  const [why, setWhy] = useState("");
  const [isMissing, setMissing] = useState(false);

  function start(): void {
    const override = cleanText(why);
    setMissing(override === "");
    if (override !== "" && act({ kind: "walk-started", override })) onClose();
  }

  return (
    <Sheet title="Start anyway" onClose={onClose}>
      <BriefField
        label="Why you start without it. This goes into the record."
        value={why}
        onChange={setWhy}
        problem={isMissing ? "Say why in one sentence." : problem}
      />
      <Button appearance="primary" onClick={start}>
        Start the walk
      </Button>
    </Sheet>
  );
}
