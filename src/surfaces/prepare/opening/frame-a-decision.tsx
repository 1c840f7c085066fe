import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import { newMeeting } from "#domain/meeting-state.ts";
import type { QuestionList } from "#domain/questions/question.ts";
import { cleanText } from "#domain/text.ts";
import { fieldStyles } from "#surfaces/page/field-styles.ts";
import { useAct } from "#surfaces/shared/use-act.ts";
import type { useDraft } from "#surfaces/shared/use-draft.ts";
import { Button } from "@fluentui/react-components";
import { type FormEvent, useId } from "react";
import styles from "./opening.module.css";

interface FrameADecisionProps {
  readonly meetingInfo: MeetingInfo;
  readonly firstList: QuestionList | undefined;
  readonly draft: ReturnType<typeof useDraft>;
}

const limit = 140;

/** The first act: what would be done, in one sentence. */
export function FrameADecision({ meetingInfo, draft, firstList }: FrameADecisionProps) {
  const { act, problem } = useAct();
  const id = useId();
  const [text, setText, clear] = draft;
  const title = cleanText(text);
  const isFit = title !== "" && title.length <= limit;
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (!isFit || !act({ kind: "decision-opened", meeting: meetingInfo, title })) return;
    clear();
    if (firstList !== undefined && firstList.id !== newMeeting.list.id) {
      act({ kind: "questions-chosen", list: firstList });
    }
  };
  return (
    <form className={styles.form} onSubmit={open}>
      <div className={fieldStyles.field}>
        <label className={fieldStyles.label} htmlFor={id}>
          What would be done
        </label>
        <span className={fieldStyles.hint}>
          One sentence in the imperative: “Redesign …”, “Replace …”, “Stop …”.
        </span>
        <textarea
          id={id}
          rows={1}
          className={`${fieldStyles.input} ${fieldStyles.large}`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {title.length > limit * 0.8 && (
          <span className={fieldStyles.counter} data-over={title.length > limit}>
            {title.length} / {limit}
          </span>
        )}
      </div>
      <Button type="submit" appearance="primary" size="large" disabledFocusable={!isFit}>
        Frame a decision
      </Button>
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </form>
  );
}
