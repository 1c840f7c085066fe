import { type FormEvent, useEffect, useRef } from "react";
import type { Round } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import { cleanText } from "#domain/text.ts";
import type { Drafts } from "#flows/ports.ts";
import type { AnswerBar } from "#surfaces/shared/answers/table-answers.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { text } from "#surfaces/walk/text.ts";
import { concludeForm } from "./conclude-form.ts";
import styles from "./conclusions.module.css";

const limit = 500;

/** How long the facilitator must pause before the others see the sentence grow, in milliseconds. */
const pauseMs = 1200;

interface ConclusionEditorProps {
  readonly question: Question;
  readonly round: Round;
  readonly bars: readonly AnswerBar[] | undefined;
  readonly drafts: Drafts;
}

/** Where the facilitator writes what the table said; everyone sees it grow. */
export function ConclusionEditor({ question, round, bars, drafts }: ConclusionEditorProps) {
  const { meeting, me } = useMeeting().picture;
  const { say } = useMeeting();
  const { act, problem } = useAct();
  const [sentence, setSentence, clear] = useDraft(
    drafts,
    `conclusion/${meeting.opened?.decision}/${question.id}/${me.id}`,
    round.draft === "" ? suggestion(bars) : round.draft,
  );
  const isTooLong = cleanText(sentence).length > limit;
  const shown = useRef(round.draft);
  useEffect(() => {
    shown.current = round.draft;
  }, [round.draft]);
  useEffect(() => {
    const grown = cleanText(sentence);
    if (isTooLong) return undefined;
    // Only a change typed here is said: two windows of one facilitator must not answer each other.
    const timer = setTimeout(() => {
      if (grown === shown.current) return;
      say({ kind: "conclusion-drafted", question: question.id, text: grown });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [sentence, isTooLong, say, question.id]);

  function conclude(submit: FormEvent): void {
    submit.preventDefault();
    if (isTooLong) return;
    const conclusion = cleanText(sentence);
    if (act({ kind: "question-concluded", question: question.id, conclusion })) clear();
  }

  return (
    <form id={concludeForm} className={styles.box} onSubmit={conclude}>
      <BriefField
        label="What the table said"
        value={sentence}
        onChange={setSentence}
        limit={limit}
        problem={problem}
      />
    </form>
  );
}

/** The same for everybody else. */
export function GrowingConclusion({ draft }: { readonly draft: string }) {
  return (
    <section className={styles.box}>
      <h3 className={text.label}>What the table said</h3>
      <p className={draft === "" ? text.small : styles.draft}>
        {draft === "" ? "The facilitator is writing it down." : draft}
      </p>
    </section>
  );
}

/** A first sentence where more than half chose the same: a draft until somebody accepts it. */
function suggestion(bars: readonly AnswerBar[] | undefined): string {
  const all = bars?.reduce((sum, { answers }) => sum + answers.length, 0) ?? 0;
  const most = bars?.find(({ answers }) => answers.length * 2 > all);
  return most === undefined ? "" : `${most.label}: ${most.answers.length} of ${all}.`;
}
