import type { PersonId } from "#domain/ids.ts";
import type { Presence, Proposal } from "#domain/meeting-state.ts";
import type { Count } from "./count.ts";
import type { Measure } from "./measure.ts";
import type { Method } from "./rule.ts";
import type { Standing } from "./standing.ts";
import type { Vote } from "./votes.ts";

/** A round of stances as a method judges it; what sign-offs say is judged apart. */
export interface Round extends Count {
  readonly proposal: Proposal;
  readonly votes: readonly Vote[];
  readonly presence: ReadonlyMap<PersonId, Presence>;
  readonly measure: Measure | undefined;
  /** When it is counted; absent where nobody is to be passed over yet. */
  readonly atMs?: number | undefined;
}

/** How each method judges a round. A further method is one more entry. */
export const methods: { readonly [M in Method]: (round: Round) => Standing } = {
  "single-decider": singleDecider,
  consent,
  majority: counted,
  supermajority: counted,
  unanimity: counted,
};

/** How long a proposal stands before a silent driver may be passed over, in milliseconds. */
export const hearingMs = 60_000;

function singleDecider(round: Round): Standing {
  const decider = round.votes.find(({ seat }) => seat.duty === "decider");
  if (decider === undefined) return { state: "open", why: "no-decider" };
  if (decider.taken?.stance.stance === "recused") return { state: "open", why: "decider-recused" };
  const { ruling } = round.proposal;
  if (ruling === undefined) return { state: "open", why: "decider-has-not-ruled" };
  if (!ruling.accepted) return { state: "failed", why: "ruled-against" };
  if (!round.quorumMet) return { state: "open", why: "quorum-unmet" };
  return wereHeard(round, ruling.atMs)
    ? { state: "passed" }
    : { state: "open", why: "stances-missing" };
}

/**
 * Whether everybody present when the decider ruled had the chance to speak: they have, or the
 * proposal had stood for a minute. So the decider passes over nobody, and nobody stops a decision
 * by saying nothing; whoever came after the ruling changes nothing.
 */
function wereHeard({ proposal, votes, silent, presence }: Round, ruledAtMs: number): boolean {
  if (ruledAtMs - proposal.atMs >= hearingMs) return true;
  return votes.every(({ seat, person }) => {
    const since = presence.get(person.id)?.sinceMs ?? Number.POSITIVE_INFINITY;
    return !silent.includes(seat.id) || since > ruledAtMs;
  });
}

/** Passes unless a driver objects; silence is not consent, and somebody must go along. */
function consent({ counts, quorumMet, silent }: Round): Standing {
  if (counts.object > 0) return { state: "failed", why: "objection" };
  if (!quorumMet) return { state: "open", why: "quorum-unmet" };
  if (silent.length > 0) return { state: "open", why: "stances-missing" };
  const goAlong = counts.agree + counts["agree-with-reservation"] + counts["disagree-and-commit"];
  return goAlong > 0 ? { state: "passed" } : { state: "failed", why: "nobody-agrees" };
}

/**
 * Passes when enough are for it, once all present have spoken or had their minute: silence stops
 * nothing, and what it counts for is said by the denominator.
 */
function counted({ measure, quorumMet, silent, proposal, atMs = 0 }: Round): Standing {
  if (!quorumMet) return { state: "open", why: "quorum-unmet" };
  const isHeard = silent.length === 0 || atMs - proposal.atMs >= hearingMs;
  if (!isHeard || measure === undefined) return { state: "open", why: "stances-missing" };
  const { inFavour, against, needed } = measure;
  if (inFavour >= needed) return { state: "passed" };
  const isTie = proposal.rule.method === "majority" && inFavour === against && inFavour > 0;
  return { state: "failed", why: isTie ? "tie" : "too-few-in-favour" };
}
