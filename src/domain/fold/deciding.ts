import { isSameRule } from "#domain/deciding/counting.ts";
import type { Rule } from "#domain/deciding/rule.ts";
import type { EventOf } from "#domain/log/event.ts";
import type { Meeting, Proposal } from "#domain/meeting-state.ts";
import { detailsOf } from "#domain/proposing/details.ts";
import type { Act } from "#domain/rights/people.ts";

type Deciding = EventOf<
  "proposal-made" | "stance-taken" | "proposal-ruled" | "decision-closed" | "record-written"
>;

/** The meeting after a step from the proposal to the record. */
export function decided(meeting: Meeting, act: Act & { readonly event: Deciding }): Meeting {
  const { id, by, atMs, position, event } = act;
  switch (event.kind) {
    case "proposal-made": {
      const { text, rule, reviewOn } = event;
      const voided = voidedBy(meeting.proposal, rule);
      const said = { text, rule, reviewOn, ...detailsOf(event), voided };
      return { ...meeting, proposal: { id, by, atMs, ...said, stances: new Map() } };
    }
    case "stance-taken": {
      const { seat, stance, recordedFor } = event;
      return withProposal(meeting, (proposal) => ({
        ...proposal,
        stances: new Map(proposal.stances).set(seat, { seat, by, recordedFor, stance, atMs }),
      }));
    }
    case "proposal-ruled": {
      const { accepted, reason } = event;
      return withProposal(meeting, (proposal) => ({
        ...proposal,
        ruling: { accepted, by, atMs, reason },
      }));
    }
    case "decision-closed": {
      const { outcome, reason } = event;
      const { seats, presence } = meeting;
      const reviewOn = event.reviewOn ?? meeting.proposal?.reviewOn;
      return {
        ...meeting,
        status: outcome,
        current: undefined,
        closing: { outcome, by, atMs, position, reason, reviewOn, seats, presence },
      };
    }
    case "record-written":
      return { ...meeting, record: { item: event.item, hash: event.hash, by, atMs } };
  }
}

/** What a new proposal leaves behind of the one before it; of two in a row, what was said to the first. */
function voidedBy(before: Proposal | undefined, rule: Rule): Proposal["voided"] {
  if (before === undefined) return undefined;
  if (before.stances.size === 0) return before.voided;
  return { stances: before.stances.size, isRuleChanged: !isSameRule(before.rule, rule) };
}

function withProposal(meeting: Meeting, change: (proposal: Proposal) => Proposal): Meeting {
  const { proposal } = meeting;
  return proposal === undefined ? meeting : { ...meeting, proposal: change(proposal) };
}
