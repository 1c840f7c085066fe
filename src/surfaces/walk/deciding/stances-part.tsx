import { useEffect } from "react";
import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import type { Tally } from "#domain/deciding/tally.ts";
import type { Proposal } from "#domain/meeting-state.ts";
import { listed } from "#domain/table/sentences.ts";
import { seatOf } from "#domain/table/seating.ts";
import type { Drafts } from "#flows/ports.ts";
import { hearingOf } from "#surfaces/shared/answers/hearing.ts";
import { StanceList } from "#surfaces/shared/answers/stance-list.tsx";
import { ProposalDetailsView } from "#surfaces/shared/proposal/proposal-details-view.tsx";
import { voidedSentence } from "#surfaces/shared/proposal/voided-sentence.ts";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { RecusedNote } from "#surfaces/walk/interest/recused-note.tsx";
import { OptionZero } from "./option-zero.tsx";
import { SignOffs } from "./sign-offs.tsx";
import { MomentPart } from "#surfaces/walk/moment-part.tsx";
import { text } from "#surfaces/walk/text.ts";
import { useServerTime } from "#surfaces/walk/use-server-time.ts";
import { RulingBox } from "./ruling-box.tsx";
import { StanceBox } from "./stance-box.tsx";

interface StancesPartProps {
  readonly proposal: Proposal;
  readonly now: () => number;
  readonly drafts: Drafts;
}

/** The proposal, the rule, your stance; and the result with its arithmetic once all have spoken. */
export function StancesPart({ proposal, now, drafts }: StancesPartProps) {
  const { meeting, me } = useMeeting().picture;
  const nowMs = useServerTime(now, 5000);
  const { standing, isHeard, isShown } = hearingOf(meeting, proposal, nowMs);
  const mine = seatOf(meeting.seats, me.id, meeting.presence);
  const mayTakeStance = mine?.seat.role === "driver" && mine.recused === undefined;
  const isDecider =
    mayTakeStance && proposal.rule.method === "single-decider" && mine?.seat.duty === "decider";
  return (
    <MomentPart
      id={proposal.id}
      title={mayTakeStance ? "Your stance" : "The proposal"}
      size="medium"
      announcement={announced(proposal, mayTakeStance)}
    >
      <VoidedNote proposal={proposal} />
      <blockquote className={text.quote}>“{proposal.text}”</blockquote>
      <p className={text.small}>
        {ruleSentence(proposal.rule, standing)}
        {proposal.reviewOn !== undefined && ` Review on ${calendarDay(proposal.reviewOn)}.`}
      </p>
      <SignOffs votes={standing.votes} />
      <ProposalDetailsView proposal={proposal} />
      <OptionZero proposal={proposal} />
      {mine?.recused !== undefined && <RecusedNote place={mine} />}
      {mine !== undefined && mayTakeStance && (
        <StanceBox proposal={proposal} seat={mine.seat} drafts={drafts} />
      )}
      {mine?.recused === undefined && !mayTakeStance && (
        <p className={text.lead}>Drivers take a stance now. You see the result here.</p>
      )}
      {isDecider && isHeard && <RulingBox proposal={proposal} />}
      {isShown ? <Result standing={standing} /> : <Silent standing={standing} />}
    </MomentPart>
  );
}

function announced(proposal: Proposal, mayTakeStance: boolean): string {
  const voided = voidedSentence(proposal);
  return `${voided === undefined ? "" : `${voided} `}The proposal: ${proposal.text}${mayTakeStance ? " Take your stance." : ""}`;
}

/** That stances given before count no more: nobody is to think theirs still stands. */
function VoidedNote({ proposal }: { readonly proposal: Proposal }) {
  const voided = voidedSentence(proposal);
  return voided === undefined ? null : <p className={text.lead}>{voided}</p>;
}

function Result({ standing }: { readonly standing: Tally }) {
  const announce = useAnnounce();
  const sentence = resultSentence(standing);
  useEffect(() => announce(sentence), [announce, sentence]);
  return (
    <section className={text.stack} aria-label="Result">
      <p className={text.lead}>
        <strong>{sentence}</strong>
      </p>
      <StanceList votes={standing.votes} />
    </section>
  );
}

/** How many have spoken, and who has not. */
function Silent({ standing }: { readonly standing: Tally }) {
  const names = standing.votes
    .filter(({ seat }) => standing.silent.includes(seat.id))
    .map(({ person }) => person.name);
  return (
    <p className={text.small}>
      <strong>
        {standing.cast} of {standing.present} given.
      </strong>{" "}
      Still thinking: {listed(names, 6)}. Stances are shown once all are given.
    </p>
  );
}
