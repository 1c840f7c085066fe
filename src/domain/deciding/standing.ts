/** Why a proposal has neither passed nor failed yet. */
export type WhyOpen =
  | "quorum-unmet"
  | "stances-missing"
  | "sign-off-missing"
  | "no-decider"
  | "decider-recused"
  | "decider-has-not-ruled";

/** Why a proposal has not passed, as things stand: a changed stance may still turn it. */
export type WhyFailed =
  | "sign-off-objects"
  | "objection"
  | "ruled-against"
  | "nobody-agrees"
  | "tie"
  | "too-few-in-favour";

/** How a proposal stands under its rule. */
export type Standing =
  | { readonly state: "passed" }
  | { readonly state: "failed"; readonly why: WhyFailed }
  | { readonly state: "open"; readonly why: WhyOpen };
