import { type FormEvent, type ReactNode, useState } from "react";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Method } from "#domain/deciding/rule.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { driverSeats, presentDrivers } from "#domain/table/seating.ts";
import { cleanText } from "#domain/text.ts";
import type { Drafts } from "#flows/ports.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { ChoiceRows } from "#surfaces/shared/controls/choice-rows.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { text } from "#surfaces/walk/text.ts";

/** The form that the facilitator's primary button submits. */
export const proposeForm = "propose";

const limit = 500;

const methods: readonly { readonly id: Method; readonly label: string }[] = [
  { id: "single-decider", label: "One decides" },
  { id: "consent", label: "Consent" },
];

interface ProposalFormProps {
  readonly drafts: Drafts;
  readonly onProposed?: () => void;
  /** A button of its own, where the facilitator's bar has none for it. */
  readonly children?: ReactNode;
}

/** What is put to the table and under which rule, before anybody takes a stance. */
export function ProposalForm({ drafts, onProposed, children }: ProposalFormProps) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const before = meeting.proposal;
  const draftKey = `proposal/${meeting.opened?.decision}/${before?.id}/${me.id}`;
  const [words, setWords, clear] = useDraft(drafts, draftKey, before?.text);
  const [method, setMethod] = useState(before?.rule.method ?? meeting.rule.method);
  const [reviewOn, setReviewOn] = useState(before?.reviewOn ?? "");
  const [isChecked, setChecked] = useState(false);
  const proposal = cleanText(words);
  const rule = { ...(before?.rule ?? meeting.rule), method };

  function propose(submit: FormEvent): void {
    submit.preventDefault();
    setChecked(true);
    if (proposal === "" || proposal.length > limit) return;
    const event = { kind: "proposal-made", text: proposal, rule } as const;
    if (!act(reviewOn === "" ? event : { ...event, reviewOn })) return;
    clear();
    onProposed?.();
  }

  return (
    <form id={proposeForm} className={text.stack} onSubmit={propose} noValidate>
      <BriefField
        label="The proposal"
        value={words}
        onChange={setWords}
        limit={limit}
        problem={isChecked && proposal === "" ? "Write what would be done." : problem}
      />
      <ChoiceRows
        legend="How the table decides"
        layout="segments"
        options={methods}
        chosen={method}
        onChoose={setMethod}
      />
      <p className={text.small}>{ruleSentence(rule, tableCount(meeting))}</p>
      <LineField label="Review on" type="date" isOptional value={reviewOn} onChange={setReviewOn} />
      {children}
    </form>
  );
}

function tableCount({ seats, presence }: Meeting) {
  const held = driverSeats(seats).filter(
    ({ seat, delegateAccepted }) => seat.person ?? (delegateAccepted && seat.delegate),
  );
  return { entitled: held.length, present: presentDrivers(seats, presence).length };
}
