import { useEffect } from "react";
import { counted, listed } from "#domain/table/sentences.ts";
import { type Answering, answering } from "#surfaces/shared/answers/answering.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { text } from "#surfaces/walk/text.ts";
import type { QuestionMoment } from "./question-part.tsx";

interface StillThinkingProps {
  readonly moment: QuestionMoment;
  readonly isLeading: boolean;
}

/** How many have answered, and who is still thinking: drivers by name, nobody else. */
export function StillThinking({ moment: { question, round }, isLeading }: StillThinkingProps) {
  const { meeting } = useMeeting().picture;
  const state = answering(meeting, question, round);
  const announce = useAnnounce();
  const isComplete = state.answered > 0 && state.answered === state.asked;
  useEffect(() => {
    if (isComplete) announce("Everyone has answered");
  }, [isComplete, announce]);
  return (
    <p className={text.small}>
      <strong>
        {state.answered} of {state.asked} answered.
      </strong>{" "}
      {thinkingWords(state)}
      {!isLeading && " Answers are shown when the facilitator reveals them."}
    </p>
  );
}

function thinkingWords({ answered, thinking, othersThinking }: Answering): string {
  const names = listed(thinking, 6);
  if (thinking.length > 0) return `Still thinking: ${names}.`;
  if (othersThinking > 0) return `Every driver has answered, ${others(othersThinking)} not yet.`;
  return answered > 0 ? "Everyone has answered." : "";
}

function others(number: number): string {
  return counted(number, "stakeholder");
}
