import { type SeatId, toEventId } from "#domain/ids.ts";
import type { Proposal, SeatAtTable, TakenStance } from "#domain/meeting-state.ts";
import type { Rule } from "#domain/deciding/rule.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import type { Stance } from "#domain/deciding/stance.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import type { Person } from "#domain/table/person.ts";
import { asTable, presence } from "../table-fixtures.ts";

export const consentRule: Rule = { method: "consent", quorum: { kind: "required-drivers" } };

const reason = "The forecast is due in May";

/** One stance of each kind, complete. */
export const says = {
  agree: { stance: "agree" },
  reservation: { stance: "agree-with-reservation", reason },
  commit: { stance: "disagree-and-commit", reason },
  object: { stance: "object", reason, ground: "privacy", wouldChange: "A data review" },
  abstain: { stance: "abstain", reason },
  recused: { stance: "recused", reason: "My sister works for the vendor" },
} as const satisfies Record<string, Stance>;

/** When the proposal of `round` was made. */
export const proposedAtMs = 1_000_000;

/** Who said what, on a seat, and by whose hand. */
export interface Said {
  readonly seat: SeatAtTable;
  readonly by: Person;
  readonly stance: Stance;
  readonly recordedFor?: Person;
}

/** One said thing. */
export function said(seat: SeatAtTable, by: Person, stance: Stance, recordedFor?: Person): Said {
  return { seat, by, stance, ...(recordedFor && { recordedFor }) };
}

/** A proposal with these stances. */
export function proposal(rule: Rule, stances: readonly Said[]): Proposal {
  const taken = stances.map(({ seat, by, stance, recordedFor }): [SeatId, TakenStance] => [
    seat.seat.id,
    {
      seat: seat.seat.id,
      by: { id: by.id, name: by.name },
      ...(recordedFor && { recordedFor }),
      stance,
      atMs: proposedAtMs + 1000,
    },
  ]);
  return {
    id: toEventId("proposal-1"),
    text: "Move the forecast into one shared model by May.",
    by: { id: stances[0]?.by.id ?? ("nobody" as Person["id"]), name: "Somebody" },
    atMs: proposedAtMs,
    rule,
    stances: new Map(taken),
  };
}

/** One round of stances, counted. */
export function round({
  seats,
  present,
  stances = [],
  rule = defaultRule,
  ruling,
}: {
  readonly seats: readonly SeatAtTable[];
  readonly present: readonly Person[];
  readonly stances?: readonly Said[];
  readonly rule?: Rule;
  /** The decider's word, and how long after the proposal it came. */
  readonly ruling?: { readonly accepted: boolean; readonly by: Person; readonly afterMs?: number };
}): Tally {
  const put = proposal(rule, stances);
  const ruled = ruling && {
    accepted: ruling.accepted,
    by: { id: ruling.by.id, name: ruling.by.name },
    atMs: proposedAtMs + (ruling.afterMs ?? 120_000),
  };
  return tally({
    proposal: { ...put, ...(ruled && { ruling: ruled }) },
    seats: asTable(...seats),
    presence: presence(...present),
  });
}
