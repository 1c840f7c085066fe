import {
  type NamedDecision,
  type Succession,
  namedDecisions,
  successionBy,
} from "#domain/linking/link.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { KeptDecision } from "#flows/ports.ts";

/** A decision linked to the one looked at. */
export interface Linked extends NamedDecision {
  /** Absent where the list has no such row, or nobody can read it. */
  readonly kept?: KeptDecision | undefined;
  /** Whether the other one says the same, where one would expect it to. */
  readonly isMutual: boolean;
}

/** A later decision that says it took this one's place, which this one does not say. */
export interface Claim {
  readonly kept: KeptDecision;
  readonly how: Succession;
}

/** Everything linked to one decision, from both sides. */
export interface Links {
  /** What it says of earlier decisions. */
  readonly earlier: readonly Linked[];
  readonly replacedBy: readonly Linked[];
  readonly claims: readonly Claim[];
  /** Later decisions that build on it and leave it as it is. */
  readonly builtOnBy: readonly KeptDecision[];
}

/** What a row and the other rows of its list say of each other. */
export function linksOf(row: DecisionRow, decisions: readonly KeptDecision[]): Links {
  const byId = new Map(decisions.map((kept) => [kept.row.decision, kept]));
  const known = new Set(namedDecisions(row.replacedBy).map(({ decision }) => decision));
  const naming = decisions.flatMap((kept) =>
    namedDecisions(kept.row.replaces)
      .filter(({ decision }) => decision === row.decision)
      .map(({ how }) => ({ kept, how })),
  );
  return {
    earlier: namedDecisions(row.replaces).map((named) => {
      const kept = byId.get(named.decision);
      const saysSo = kept !== undefined && names(kept.row.replacedBy, row);
      return { ...named, kept, isMutual: saysSo || succession(named.how) === undefined };
    }),
    replacedBy: namedDecisions(row.replacedBy).map((named) => {
      const kept = byId.get(named.decision);
      return { ...named, kept, isMutual: kept === undefined || names(kept.row.replaces, row) };
    }),
    claims: naming.flatMap(({ kept, how }) => {
      const became = succession(how);
      const isClaim = became !== undefined && isTaken(kept.row) && !known.has(kept.row.decision);
      return isClaim ? [{ kept, how: became }] : [];
    }),
    builtOnBy: naming.flatMap(({ kept, how }) => (how === "builds-on" ? [kept] : [])),
  };
}

function names(lines: string, { decision }: DecisionRow): boolean {
  return namedDecisions(lines).some((named) => named.decision === decision);
}

function succession(how: NamedDecision["how"]): Succession | undefined {
  return how === "superseded" || how === "reversed" ? how : successionBy(how);
}

const taken: readonly DecisionRow["status"][] = [
  "decided",
  "amended",
  "superseded",
  "reversed",
  "closed",
];

/** Whether a decision was taken: only then does it take another one's place. */
function isTaken({ status }: DecisionRow): boolean {
  return taken.includes(status);
}
