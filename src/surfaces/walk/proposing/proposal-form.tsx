import { type FormEvent, type ReactNode, useState } from "react";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import { isSameRule } from "#domain/deciding/counting.ts";
import type { Rule } from "#domain/deciding/rule.ts";
import type { Meeting, Proposal } from "#domain/meeting-state.ts";
import { goalsSaid, rightsSaid, withoutPrefill } from "#domain/proposing/from-answers.ts";
import { driverSeats, presentDrivers } from "#domain/table/seating.ts";
import { counted } from "#domain/table/sentences.ts";
import type { Drafts } from "#flows/ports.ts";
import { BriefField } from "#surfaces/shared/controls/brief-field.tsx";
import { LineField } from "#surfaces/shared/controls/line-field.tsx";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { RuleChoice } from "#surfaces/shared/rule/rule-choice.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { useDraft } from "#surfaces/shared/use-draft.ts";
import { text } from "#surfaces/walk/text.ts";
import { MoreForRecord, summaryOf } from "./more-for-record.tsx";
import { type ProposalDraft, draftFrom, firstDraft } from "./proposal-draft.ts";
import { type ProposalProblems, limits, proposalOf } from "./proposal-of.ts";
import { proposeForm } from "./propose-form.ts";

export interface ProposalFormProps {
  readonly drafts: Drafts;
  readonly onProposed?: () => void;
  /** A button of its own, where the facilitator's bar has none for it. */
  readonly children?: ReactNode;
}

const nothingWrong: ProposalProblems = new Map();

/** What is put to the table and under which rule, before anybody takes a stance. */
export function ProposalForm({ drafts, onProposed, children }: ProposalFormProps) {
  const { meeting, me } = useMeeting().picture;
  const { act, problem } = useAct();
  const announce = useAnnounce();
  const before = meeting.proposal;
  const draftKey = `proposal/${meeting.opened?.decision}/${before?.id}/${me.id}`;
  const [kept, keep, clear] = useDraft(drafts, draftKey);
  const [problems, setProblems] = useState(nothingWrong);
  const first = firstDraft(
    before ?? meeting.earlier?.newest.proposal,
    meeting.rule,
    withoutPrefill(meeting),
  );
  const draft = draftFrom(kept, first);
  const [isMoreOpen, setMoreOpen] = useState(() => summaryOf(draft) !== "");
  const offered = { goals: goalsSaid(meeting), rights: rightsSaid(meeting) };
  const change = (part: Partial<ProposalDraft>) => keep(JSON.stringify({ ...draft, ...part }));

  function choose(rule: Rule): void {
    change({ rule });
    announce(ruleSentence(rule, tableCount(meeting)));
  }

  function propose(submit: FormEvent): void {
    submit.preventDefault();
    const read = proposalOf(draft, offered);
    const wrong = read.problems ?? nothingWrong;
    setProblems(wrong);
    // What is wrong under the fold must be seen.
    if ([...wrong.keys()].some((field) => field !== "text")) setMoreOpen(true);
    if (read.event === undefined || !act(read.event)) return;
    clear();
    onProposed?.();
  }

  return (
    <form id={proposeForm} className={text.stack} onSubmit={propose} noValidate>
      {before === undefined && meeting.earlier?.newest.proposal !== undefined && (
        <p className={text.small}>
          This is what was proposed when it was taken up last. Change what has changed since.
        </p>
      )}
      <BriefField
        label="The proposal"
        value={draft.text}
        onChange={(words) => change({ text: words })}
        limit={limits.text}
        problem={problems.get("text") ?? problem}
      />
      <RuleChoice
        legend="How the table decides"
        layout="segments"
        rule={draft.rule}
        drivers={driverSeats(meeting.seats).length}
        onChoose={choose}
      />
      <p className={text.small}>{ruleSentence(draft.rule, tableCount(meeting))}</p>
      <LineField
        label="Review on"
        type="date"
        isOptional
        value={draft.reviewOn}
        onChange={(reviewOn) => change({ reviewOn })}
      />
      <MoreForRecord
        draft={draft}
        offered={offered}
        title={meeting.frame.title}
        problems={problems}
        onChange={change}
        isOpen={isMoreOpen}
        onToggle={setMoreOpen}
      />
      {before !== undefined && before.stances.size > 0 && (
        <Voids before={before} rule={draft.rule} />
      )}
      {children}
    </form>
  );
}

/** What the table loses when this is proposed: said before it is done. */
function Voids({ before, rule }: { readonly before: Proposal; readonly rule: Rule }) {
  const many = before.stances.size;
  const why = isSameRule(before.rule, rule) ? "The proposal" : "The rule";
  return (
    <p className={text.lead} role="note">
      {why} changes: {counted(many, "stance")} given before {many === 1 ? "counts" : "count"} no
      more. Everybody takes a stance again.
    </p>
  );
}

function tableCount({ seats, presence }: Meeting) {
  const voiced = driverSeats(seats).filter(({ recused }) => recused === undefined);
  const held = voiced.filter(
    ({ seat, delegateAccepted }) => seat.person ?? (delegateAccepted && seat.delegate),
  );
  return { entitled: held.length, present: presentDrivers(voiced, presence).length };
}
