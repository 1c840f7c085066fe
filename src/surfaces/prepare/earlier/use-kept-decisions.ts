import type { DecisionRegister } from "#flows/ports.ts";
import { type Asked, useAsked } from "#surfaces/page/use-asked.ts";

/** What the list of this site has. */
export type KeptDecisions = Asked<Awaited<ReturnType<DecisionRegister["list"]>>>;

/** Reads the decisions of this site once, and again with every further turn. */
export function useKeptDecisions(register: DecisionRegister, turn = 0): KeptDecisions {
  return useAsked(register, list, turn);
}

function list(register: DecisionRegister) {
  return register.list();
}
