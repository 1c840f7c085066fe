import type { Duty } from "./seat.ts";

/** What other ways of sharing out a decision call a duty: for people who know those, never a rule. */
export interface DutyNames {
  readonly daci: string;
  readonly rapid: string;
}

const names: { readonly [D in Duty]: DutyNames } = {
  decider: { daci: "Approver", rapid: "Decide" },
  "sign-off": { daci: "Approver on one ground", rapid: "Agree" },
  member: { daci: "Contributor", rapid: "Recommend" },
  contributor: { daci: "Contributor", rapid: "Input" },
  performer: { daci: "Informed", rapid: "Perform" },
  informed: { daci: "Informed", rapid: "no letter" },
};

/** The names DACI and RAPID have for a duty; the facilitator is DACI's Driver. */
export function dutyNames(duty: Duty): DutyNames {
  return names[duty];
}
