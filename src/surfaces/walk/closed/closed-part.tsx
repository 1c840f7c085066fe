import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { tally } from "#domain/deciding/tally.ts";
import type { Closing } from "#domain/meeting-state.ts";
import type { DecisionRegister } from "#flows/ports.ts";
import type { Sharing } from "#flows/sharing/sharing.ts";
import { StanceList } from "#surfaces/shared/answers/stance-list.tsx";
import { ProposalDetailsView } from "#surfaces/shared/proposal/proposal-details-view.tsx";
import { useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { outcomeWords } from "#surfaces/shared/outcome-words.ts";
import { MomentPart } from "#surfaces/walk/moment-part.tsx";
import { EarlierConclusions } from "#surfaces/walk/question/earlier-conclusions.tsx";
import { text } from "#surfaces/walk/text.ts";
import { OwnCommitments } from "./own-commitments.tsx";
import { RecordState } from "./record-state.tsx";
import { ShareRecord } from "./share-record.tsx";
import { useKeptRecord } from "./use-kept-record.ts";
import { WhatNext } from "./what-next.tsx";

interface ClosedPartProps {
  readonly closing: Closing;
  readonly openLink: (url: string) => Promise<void>;
  readonly register?: Pick<DecisionRegister, "find"> | undefined;
  /** The ways to tell others of it, found out when somebody is about to. */
  readonly sharing?: (() => Promise<Sharing>) | undefined;
}

/** How it ended, where it is written, and what you take away from it. */
export function ClosedPart({ closing, openLink, register, sharing }: ClosedPartProps) {
  const { meeting } = useMeeting().picture;
  const { proposal } = meeting;
  const kept = useKeptRecord(register);
  // Where nobody had taken a stance yet there is no result to tell.
  const isTallied = proposal !== undefined && proposal.stances.size > 0;
  const standing = isTallied ? tally({ ...closing, proposal }) : undefined;
  return (
    <MomentPart
      id={`closed/${closing.outcome}`}
      title={outcomeWords[closing.outcome]}
      announcement={`The decision is closed: ${outcomeWords[closing.outcome].toLocaleLowerCase("en")}`}
    >
      {proposal !== undefined && (
        <>
          <blockquote className={text.quote}>“{proposal.text}”</blockquote>
          <ProposalDetailsView proposal={proposal} />
        </>
      )}
      {closing.reason !== undefined && <p className={text.lead}>{closing.reason}</p>}
      <RecordState openLink={openLink} url={kept?.webUrl} />
      <OwnCommitments />
      <WhatNext closing={closing} />
      {standing !== undefined && (
        <section className={text.stack} aria-label="Result">
          <p className={text.lead}>{resultSentence(standing, true)}</p>
          <StanceList votes={standing.votes} />
        </section>
      )}
      {kept !== undefined && sharing !== undefined && <ShareRecord kept={kept} sharing={sharing} />}
      <EarlierConclusions />
    </MomentPart>
  );
}
