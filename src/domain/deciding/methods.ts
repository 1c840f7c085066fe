import type { PersonId } from "#domain/ids.ts";
import type { Presence, Proposal } from "#domain/meeting-state.ts";
import type { Count } from "./count.ts";
import type { Method } from "./rule.ts";
import type { Standing } from "./tally.ts";
import type { Vote } from "./votes.ts";

/** What a method judges by; sign-off objections have been dealt with before. */
interface Round extends Count {
  readonly proposal: Proposal;
  readonly votes: readonly Vote[];
  readonly presence: ReadonlyMap<PersonId, Presence>;
}

/** How each method judges a round. A further method is one more entry. */
export const methods: { readonly [M in Method]: (round: Round) => Standing } = {
  "single-decider": singleDecider,
  consent,
};

/** How long a proposal stands before the decider may rule while a present driver is silent, in ms. */
export const hearingMs = 60_000;

/**
 * Whether every present driver has had the chance to speak: all have, or the proposal has stood for
 * a minute. So nobody is passed over, and nobody stops a decision by saying nothing. Whoever came
 * after the ruling, and the decider, whose ruling is their word, are not waited for.
 */
export function wereHeard(
  { proposal, votes, presence }: Pick<Round, "proposal" | "votes" | "presence">,
  atMs: number,
): boolean {
  if (atMs - proposal.atMs >= hearingMs) return true;
  return votes.every(({ seat, person, isPresent, taken }) => {
    if (!isPresent || taken !== undefined || seat.duty === "decider") return true;
    return (presence.get(person.id)?.sinceMs ?? atMs) > atMs;
  });
}

function singleDecider(round: Round): Standing {
  const { proposal, votes, quorumMet } = round;
  const decider = votes.find(({ seat }) => seat.duty === "decider");
  if (decider === undefined) return { state: "open", why: "no-decider" };
  if (decider.taken?.stance.stance === "recused") return { state: "open", why: "decider-recused" };
  const { ruling } = proposal;
  if (ruling === undefined) return { state: "open", why: "decider-has-not-ruled" };
  if (!ruling.accepted) return { state: "failed", why: "ruled-against" };
  if (!quorumMet) return { state: "open", why: "quorum-unmet" };
  if (!wereHeard(round, ruling.atMs)) return { state: "open", why: "stances-missing" };
  return { state: "passed" };
}

/** Passes unless a driver objects; silence is not consent, and somebody must want it. */
function consent({ counts, quorumMet, silent }: Round): Standing {
  if (counts.object > 0) return { state: "failed", why: "objection" };
  if (!quorumMet) return { state: "open", why: "quorum-unmet" };
  if (silent.length > 0) return { state: "open", why: "stances-missing" };
  const inFavour = counts.agree + counts["agree-with-reservation"];
  const willing = inFavour + counts["disagree-and-commit"];
  return willing > 0 ? { state: "passed" } : { state: "failed", why: "nobody-agrees" };
}
