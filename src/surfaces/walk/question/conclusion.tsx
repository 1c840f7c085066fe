import { Button } from "@fluentui/react-components";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { conclusionLimit, draftConclusion } from "#domain/concluding/draft-conclusion.ts";
import type { Round } from "#domain/meeting-state.ts";
import type { Question } from "#domain/questions/question.ts";
import { cleanText } from "#domain/text.ts";
import type { Drafts } from "#flows/ports.ts";
import type { TableAnswer } from "#surfaces/shared/answers/table-answers.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { text } from "#surfaces/walk/text.ts";
import { concludeForm } from "./conclude-form.ts";
import styles from "./conclusions.module.css";

/** How long the facilitator must pause before the others see the sentence grow, in milliseconds. */
const pauseMs = 1200;

interface ConclusionEditorProps {
  readonly question: Question;
  readonly round: Round;
  /** In the order of the table. */
  readonly answers: readonly TableAnswer[];
  readonly drafts: Drafts;
}

/** Where the facilitator writes what the table said; everyone sees it grow. */
export function ConclusionEditor({ question, round, answers, drafts }: ConclusionEditorProps) {
  const { meeting, me } = useMeeting().picture;
  const { say } = useMeeting();
  const { act, problem } = useAct();
  const [sentence, setSentence, clear] = useDraft(
    drafts,
    `conclusion/${meeting.opened?.decision}/${question.id}/${me.id}`,
    round.draft,
  );
  const isTooLong = cleanText(sentence).length > conclusionLimit;
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
        limit={conclusionLimit}
        problem={problem}
      />
      <DraftFromAnswers
        draft={draftConclusion(
          question,
          answers.map(({ given }) => given.answer),
        )}
        sentence={sentence}
        onChange={setSentence}
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

interface DraftFromAnswersProps {
  readonly draft: string;
  readonly sentence: string;
  readonly onChange: (sentence: string) => void;
}

/** Fills the field with what the answers come to; what stood there before is one press away. */
function DraftFromAnswers({ draft, sentence, onChange }: DraftFromAnswersProps) {
  const announce = useAnnounce();
  const [before, setBefore] = useState("");
  if (draft === "") return null;
  if (sentence !== draft) {
    return (
      <Button
        size="small"
        className={styles.act}
        onClick={() => {
          setBefore(sentence);
          onChange(draft);
          announce("Drafted from the answers. Make it yours before you go on.");
        }}
      >
        Draft from the answers
      </Button>
    );
  }
  return (
    <>
      <p className={text.small}>Drafted from the answers. Make it yours before you go on.</p>
      {before !== "" && (
        <Button size="small" className={styles.act} onClick={() => onChange(before)}>
          Take my words back
        </Button>
      )}
    </>
  );
}
