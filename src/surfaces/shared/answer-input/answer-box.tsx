import { Button } from "@fluentui/react-components";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { latestAnswers } from "#domain/latest-answers.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { Question } from "#domain/questions/question.ts";
import type { Person } from "#domain/table/person.ts";
import type { Drafts } from "#flows/ports.ts";
import { AnswerView } from "#surfaces/shared/answer-view/answer-view.tsx";
import { answerWrittenDown } from "#surfaces/shared/answers/written-down.ts";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { SayingStatus, latestSaying } from "#surfaces/shared/saying-status.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { emptyForm, formFromDraft, formOf } from "./answer-form.ts";
import { AnswerInput } from "./answer-input.tsx";
import { type Problems, answerOf } from "./answer-of.ts";
import styles from "./answer-box.module.css";

interface AnswerBoxProps {
  readonly question: Question;
  readonly drafts: Drafts;
  /** Whose words the facilitator writes down; absent for one's own. */
  readonly recordedFor?: Person;
}

/**
 * Where a person answers a question, and sees what they answered. Mount anew per question and
 * person (`key`). The draft is kept until SharePoint has the answer, so nothing typed is lost.
 */
export function AnswerBox({ question, drafts, recordedFor }: AnswerBoxProps) {
  const { meeting, me, sayings } = useMeeting().picture;
  const whose = recordedFor ?? me;
  const round = meeting.rounds.get(question.id);
  const latest = latestAnswers(round).find(({ of }) => of.id === whose.id);
  const given = latest?.answer;
  const saying = latestSaying(sayings, isAnswerTo(question, recordedFor));
  const draftKey = `answer/${meeting.opened?.decision}/${question.id}/${whose.id}`;
  const [draft, setDraft, clearDraft] = useDraft(drafts, draftKey);
  const [isChanging, setChanging] = useState(
    given !== undefined && draft !== "" && draft !== JSON.stringify(formOf(given)),
  );
  const isOpen = given === undefined || isChanging;
  const isSaved = saying?.state.kind === "saved" && !isOpen;
  useEffect(() => {
    if (isSaved) clearDraft();
  }, [isSaved, clearDraft]);
  const place = useFocusOnTurn(isOpen);

  return (
    <div className={styles.box} ref={place} tabIndex={-1}>
      {isOpen ? (
        <AnswerForm
          question={question}
          draft={draft !== "" || given === undefined ? draft : JSON.stringify(formOf(given))}
          onDraft={setDraft}
          {...(recordedFor && { recordedFor })}
          onGiven={() => setChanging(false)}
        />
      ) : (
        <GivenAnswer
          recordedFor={recordedFor}
          writtenDown={latest && answerWrittenDown(latest)}
          onChange={() => setChanging(true)}
        >
          <AnswerView question={question} answer={given} />
        </GivenAnswer>
      )}
      <SayingStatus saying={saying} />
    </div>
  );
}

function isAnswerTo(question: Question, recordedFor: Person | undefined) {
  return (event: DecisionEvent) =>
    event.kind === "question-answered" &&
    event.question === question.id &&
    event.recordedFor?.id === recordedFor?.id;
}

/** When one of form and answer gives way to the other, the focus goes with it. */
function useFocusOnTurn(isOpen: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    const first = place.current?.querySelector<HTMLElement>("input, textarea, select");
    (isOpen ? (first ?? place.current) : place.current)?.focus();
  }, [isOpen]);
  return place;
}

interface AnswerFormProps {
  readonly question: Question;
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly recordedFor?: Person;
  readonly onGiven: () => void;
}

function AnswerForm({ question, draft, onDraft, recordedFor, onGiven }: AnswerFormProps) {
  const { act, problem } = useAct();
  const [problems, setProblems] = useState<Problems>({});
  const form = draft === "" ? emptyForm : formFromDraft(draft);
  const place = useRef<HTMLFormElement>(null);

  function give(submit: FormEvent): void {
    submit.preventDefault();
    const read = answerOf(question, form);
    setProblems(read.problems ?? {});
    if (read.answer === undefined) {
      // The problems are on the screen with the next paint; the first of them is where to go on.
      requestAnimationFrame(() => firstWrong(place.current)?.focus());
      return;
    }
    const event = {
      kind: "question-answered",
      question: question.id,
      answer: read.answer,
    } as const;
    if (act(recordedFor === undefined ? event : { ...event, recordedFor })) onGiven();
  }

  return (
    <form ref={place} className={styles.form} onSubmit={give} noValidate>
      <AnswerInput
        question={question}
        form={form}
        problems={problems}
        onChange={(field, value) => onDraft(JSON.stringify({ ...form, [field]: value }))}
      />
      <div className={styles.foot}>
        <Button type="submit" appearance="primary">
          {recordedFor === undefined ? "Give my answer" : `Record for ${recordedFor.name}`}
        </Button>
        {draft !== "" && <span className={styles.kept}>Draft kept</span>}
      </div>
      {problem !== undefined && <p className={styles.problem}>{problem}</p>}
    </form>
  );
}

function firstWrong(form: HTMLFormElement | null): HTMLElement | null | undefined {
  return (
    form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    form?.querySelector<HTMLElement>("input, textarea, select")
  );
}

interface GivenAnswerProps {
  readonly recordedFor: Person | undefined;
  /** Who wrote it down, where that was somebody else. */
  readonly writtenDown: string | undefined;
  readonly onChange: () => void;
  readonly children: ReactNode;
}

function GivenAnswer({ recordedFor, writtenDown, onChange, children }: GivenAnswerProps) {
  return (
    <section className={styles.given}>
      <h3 className={styles.label}>
        {recordedFor === undefined ? "Your answer" : `Answer of ${recordedFor.name}`}
        {writtenDown !== undefined && ` · ${writtenDown}`}
      </h3>
      {children}
      <button type="button" className={styles.change} onClick={onChange}>
        {recordedFor === undefined ? "Change my answer" : "Change this answer"}
      </button>
    </section>
  );
}
