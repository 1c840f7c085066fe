import { linkWord } from "#domain/linking/link.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { may } from "#domain/rights/judge.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import type { OpenDecision } from "#flows/afterwards/decision-picture.ts";
import type { KeptDecision } from "#flows/ports.ts";
import { Section } from "#surfaces/log/record/section.tsx";
import { MeetingProvider, useMeeting } from "#surfaces/shared/meeting-context.tsx";
import { useAct } from "#surfaces/shared/use-act.ts";
import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { type Claim, type Linked, type Links, linksOf } from "./linked.ts";
import styles from "./afterwards.module.css";

interface LinkedDecisionsProps {
  readonly row: DecisionRow;
  readonly decisions: readonly KeptDecision[];
  readonly onOpen: (kept: KeptDecision) => void;
  /** Absent while its log is not at hand, and nothing can be said. */
  readonly open: OpenDecision | undefined;
}

/** The decisions this one speaks of, and those that speak of it. Nothing where there are none. */
export function LinkedDecisions({ row, decisions, onOpen, open }: LinkedDecisionsProps) {
  const links = useMemo(() => linksOf(row, decisions), [row, decisions]);
  if (!hasAny(links)) return null;
  return (
    <Section heading="Linked decisions">
      <ul className={styles.links}>
        {links.earlier.map((linked) => (
          <LinkedLine key={`${linked.how} ${linked.decision}`} linked={linked} onOpen={onOpen}>
            {linked.isMutual ? "" : " The earlier decision does not say so yet."}
          </LinkedLine>
        ))}
        {links.replacedBy.map((linked) => (
          <LinkedLine key={`${linked.how} ${linked.decision}`} linked={linked} onOpen={onOpen}>
            {linked.isMutual ? "" : " The later decision does not say so."}
          </LinkedLine>
        ))}
        {links.builtOnBy.map((kept) => (
          <li key={`on ${kept.item}`}>
            Built on by <OpenLink kept={kept} title={kept.row.title} onOpen={onOpen} />
          </li>
        ))}
        {links.claims.map((claim) => (
          <ClaimLine key={`claim ${claim.kept.item}`} {...{ claim, onOpen, open }} />
        ))}
      </ul>
    </Section>
  );
}

function hasAny({ earlier, replacedBy, claims, builtOnBy }: Links): boolean {
  return earlier.length + replacedBy.length + claims.length + builtOnBy.length > 0;
}

interface LinkedLineProps {
  readonly linked: Linked;
  readonly onOpen: (kept: KeptDecision) => void;
  readonly children: string;
}

function LinkedLine({ linked: { how, title, kept }, onOpen, children }: LinkedLineProps) {
  return (
    <li>
      {linkWord(how)}{" "}
      {kept === undefined ? (
        `“${title}”, which is not in this list`
      ) : (
        <OpenLink kept={kept} title={kept.row.title} onOpen={onOpen} />
      )}
      {children !== "" && <span className={styles.quiet}>.{children}</span>}
    </li>
  );
}

interface OpenLinkProps {
  readonly kept: KeptDecision;
  readonly title: string;
  readonly onOpen: (kept: KeptDecision) => void;
}

function OpenLink({ kept, title, onOpen }: OpenLinkProps) {
  return (
    <button type="button" className={styles.link} onClick={() => onOpen(kept)}>
      {title}
    </button>
  );
}

interface ClaimLineProps {
  readonly claim: Claim;
  readonly onOpen: (kept: KeptDecision) => void;
  readonly open: OpenDecision | undefined;
}

/** What another decision says of this one, until somebody who may confirms it here. */
function ClaimLine({ claim: { kept, how }, onOpen, open }: ClaimLineProps) {
  const { title, decision } = kept.row;
  const event: DecisionEvent = { kind: "decision-succeeded", how, successor: decision, title };
  return (
    <li>
      <OpenLink kept={kept} title={title} onOpen={onOpen} /> says that it{" "}
      {how === "reversed" ? "reverses" : "supersedes"} this decision. Nobody has confirmed it here.
      {open !== undefined && (
        <MeetingProvider live={open}>
          <Confirm event={event} title={title} />
        </MeetingProvider>
      )}
    </li>
  );
}

function Confirm({ event, title }: { readonly event: DecisionEvent; readonly title: string }) {
  const { picture } = useMeeting();
  const { act, problem } = useAct();
  const { meeting, me, clockOffsetMs } = picture;
  if (may(meeting, me.id, event, clockOffsetMs) !== undefined) return null;
  return (
    <span className={styles.confirm}>
      <Button size="small" aria-label={`Confirm: ${title}`} onClick={() => act(event)}>
        Confirm
      </Button>
      {problem !== undefined && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}
