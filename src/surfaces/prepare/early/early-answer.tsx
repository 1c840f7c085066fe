import { latestAnswers } from "#domain/latest-answers.ts";
import type { Question } from "#domain/questions/question.ts";
import { isAsked } from "#domain/rights/walking.ts";
import { usePreparing } from "#surfaces/prepare/preparing.ts";
import { AnswerBox } from "#surfaces/shared/answer-input/answer-box.tsx";
import { Link } from "@fluentui/react-components";
import { useState } from "react";

interface EarlyAnswerProps {
  readonly question: Question;
}

/** A question answered before the meeting, by whoever it is put to. */
export function EarlyAnswer({ question }: EarlyAnswerProps) {
  const { meeting, me, drafts } = usePreparing();
  const [isOpen, setOpen] = useState(false);
  if (meeting.status === "in-session" || !isAsked(meeting, question, me.id)) return null;
  const given = latestAnswers(meeting.rounds.get(question.id)).some(({ of }) => of.id === me.id);
  if (isOpen || given) return <AnswerBox key={question.id} question={question} drafts={drafts} />;
  return (
    <Link as="button" aria-label={`Answer now: ${question.text}`} onClick={() => setOpen(true)}>
      Answer now
    </Link>
  );
}
