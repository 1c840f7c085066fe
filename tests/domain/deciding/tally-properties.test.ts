import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { type Rule, defaultRule } from "#domain/deciding/rule.ts";
import { hearingMs } from "#domain/deciding/methods.ts";
import { stances as stanceNames } from "#domain/deciding/stance.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import { asTable, driver, person, presence } from "../table-fixtures.ts";
import { type Said, consentRule, proposal, proposedAtMs, said, says } from "./round-fixtures.ts";

const anyStance = fc.constantFrom(...Object.values(says));
const anyQuorum = fc.constantFrom<Rule["quorum"]>(
  { kind: "required-drivers" },
  { kind: "count", drivers: 2 },
);
const anyCountingRule = fc.record<Rule>({
  method: fc.constantFrom("majority", "supermajority", "unanimity"),
  quorum: anyQuorum,
  denominator: fc.constantFrom(undefined, "entitled", "present", "cast", "for+against"),
  share: fc.constantFrom(undefined, "2/3", "3/4"),
});
const anyRule = fc.oneof(
  fc.constantFrom(defaultRule, consentRule, {
    method: "consent",
    quorum: { kind: "count", drivers: 2 },
  } as const),
  anyCountingRule,
);

/** A driver: whether here, who stands in, what was said and by whom. */
const anyDriver = fc.record({
  isHere: fc.boolean(),
  isDelegateHere: fc.boolean(),
  hasAccepted: fc.boolean(),
  required: fc.boolean(),
  signsOff: fc.boolean(),
  stance: fc.option(anyStance, { nil: undefined }),
  isByDelegate: fc.boolean(),
});

const anyRound = fc
  .record({
    drivers: fc.array(anyDriver, { minLength: 1, maxLength: 7 }),
    rule: anyRule,
    ruling: fc.option(
      fc.record({ accepted: fc.boolean(), afterMs: fc.integer({ min: 0, max: 120_000 }) }),
      { nil: undefined },
    ),
    afterMs: fc.option(fc.constantFrom(0, hearingMs - 1, hearingMs), { nil: undefined }),
  })
  .map(({ drivers, rule, ruling, afterMs }) => {
    const people = drivers.map((_, at) => person(`Driver ${at}`));
    const delegates = drivers.map((_, at) => person(`Delegate ${at}`));
    const seats = drivers.map(({ hasAccepted, required, signsOff }, at) =>
      driver(`Function ${at}`, {
        person: people[at]!,
        delegate: delegates[at]!,
        accepted: hasAccepted,
        required,
        ...(signsOff && at > 0 && { signsOff: "security" }),
        ...(at === 0 && { duty: "decider" as const }),
      }),
    );
    const stances = drivers.flatMap(({ stance, isByDelegate }, at): Said[] =>
      stance === undefined
        ? []
        : [said(seats[at]!, isByDelegate ? delegates[at]! : people[at]!, stance)],
    );
    const present = drivers.flatMap(({ isHere, isDelegateHere }, at) => [
      ...(isHere ? [people[at]!] : []),
      ...(isDelegateHere ? [delegates[at]!] : []),
    ]);
    return { seats, stances, present, rule, ruling, people, delegates, afterMs };
  });

type Round = typeof anyRound extends fc.Arbitrary<infer R> ? R : never;

function count({ seats, stances, present, rule, ruling, people, afterMs }: Round): Tally {
  const by = { id: people[0]!.id, name: people[0]!.name };
  return tally({
    proposal: {
      ...proposal(rule, stances),
      ...(ruling && {
        ruling: { accepted: ruling.accepted, by, atMs: proposedAtMs + ruling.afterMs },
      }),
    },
    seats: asTable(...seats),
    presence: presence(...present),
    atMs: afterMs === undefined ? undefined : proposedAtMs + afterMs,
  });
}

function holds(claim: (round: Round, tally: Tally) => void): void {
  fc.assert(
    fc.property(anyRound, (round) => claim(round, count(round))),
    { numRuns: 300 },
  );
}

describe("any round of stances", () => {
  it("comes out the same in whatever order they were taken", () => {
    holds((round, counted) => {
      expect(count({ ...round, stances: round.stances.toReversed() })).toEqual(counted);
    });
  });

  it("comes out the same in whatever order people came", () => {
    holds((round, counted) => {
      expect(count({ ...round, present: round.present.toReversed() })).toEqual(counted);
    });
  });

  it("has each driver in one place: silent, spoken, absent or recused", () => {
    holds((_, counted) => {
      const { entitled, present, cast, recused, silent, votes } = counted;

      expect(cast + silent.length).toBe(present);
      expect(present).toBeLessThanOrEqual(entitled);
      expect(entitled + recused).toBe(votes.length);
    });
  });

  it("counts each stance that counts once, and no other", () => {
    holds(({ seats, stances }, { counts, votes }) => {
      const sum = stanceNames.reduce((total, name) => total + counts[name], 0);
      const valid = stances.filter(({ seat, by }) => speaksFor(seat, by.id));

      expect(sum).toBe(valid.length);
      expect(votes.length).toBe(seats.length);
    });
  });

  it("counts a stance that was replaced once, as it was said last", () => {
    holds((round, counted) => {
      const first = round.stances.map((one) => ({ ...one, stance: says.object }));
      const twice = count({ ...round, stances: [...first, ...round.stances] });

      expect(twice).toEqual(counted);
    });
  });

  it("never counts the recused in a share, whoever it is counted over", () => {
    holds((_, { measure, counts, recused, votes }) => {
      expect(recused).toBe(counts.recused);
      expect(measure?.total ?? 0).toBeLessThanOrEqual(votes.length - recused);
    });
  });

  it("never counts a delegate who is neither there nor was when speaking", () => {
    holds(({ delegates, present, stances }, { votes }) => {
      const spoke = new Set(stances.map(({ by }) => by.id));
      for (const { via, person: sitting, isPresent } of votes) {
        if (via !== "delegate" || !isPresent) continue;
        expect(delegates.some(({ id }) => id === sitting.id)).toBe(true);
        expect(present.some(({ id }) => id === sitting.id) || spoke.has(sitting.id)).toBe(true);
      }
    });
  });

  it("never counts a delegate who has not accepted", () => {
    holds(({ seats }, { votes }) => {
      for (const { seat, via } of votes) {
        const place = seats.find((one) => one.seat.id === seat.id);
        expect(via === "person" || place?.delegateAccepted).toBe(true);
      }
    });
  });

  it("never passes against a sign-off", () => {
    holds((_, { state, blockedBy, unsigned }) => {
      expect(state === "passed" && blockedBy.length + unsigned.length > 0).toBe(false);
    });
  });

  it("never passes on a tie, by whatever count", () => {
    holds((_, { state, measure }) => {
      const isTie = measure !== undefined && measure.inFavour <= measure.against;
      expect(state === "passed" && isTie).toBe(false);
    });
  });

  it("passes by a count exactly when enough are for it and nothing else stops it", () => {
    holds((round, counted) => {
      const { measure, quorumMet, silent, blockedBy, unsigned, state } = counted;
      if (measure === undefined) return;
      const isHeard = silent.length === 0 || round.afterMs === hearingMs;
      const isClear = quorumMet && isHeard && blockedBy.length + unsigned.length === 0;

      expect(state === "passed").toBe(isClear && measure.inFavour >= measure.needed);
    });
  });

  it("needs no more of fewer: who is counted over the smaller group needs as many at most", () => {
    holds((round, counted) => {
      if (counted.measure === undefined) return;
      const needed = (["for+against", "cast", "present", "entitled"] as const).map(
        (denominator) =>
          count({ ...round, rule: { ...round.rule, denominator } }).measure?.needed ?? 0,
      );

      expect(needed).toEqual(needed.toSorted((a, b) => a - b));
    });
  });

  it("never passes without its quorum", () => {
    holds((_, { state, quorumMet }) => {
      expect(state === "passed" && !quorumMet).toBe(false);
    });
  });

  it("never passes by consent while somebody objects or is silent", () => {
    holds((_, { method, state, counts, silent }) => {
      const isClear = counts.object === 0 && silent.length === 0;
      expect(method === "consent" && state === "passed" && !isClear).toBe(false);
    });
  });

  it("never passes under a single decider who did not rule for it", () => {
    holds(({ ruling }, { method, state }) => {
      const isRuled = ruling?.accepted === true;
      expect(method === "single-decider" && state === "passed" && !isRuled).toBe(false);
    });
  });

  it("comes out the same when who is recused had not come at all", () => {
    holds((round, counted) => {
      const recused = new Set(
        counted.votes
          .filter(({ taken }) => taken?.stance.stance === "recused")
          .map(({ seat }) => seat.id),
      );
      // Without the decider there is nothing to compare: then it is open for another reason.
      if (recused.has(round.seats[0]!.seat.id)) return;
      const seats = round.seats.filter(({ seat }) => !recused.has(seat.id));
      const { state, entitled, present, cast, quorum } = count({ ...round, seats });

      expect({ state, entitled, present, cast, quorum }).toEqual({
        state: counted.state,
        entitled: counted.entitled,
        present: counted.present,
        cast: counted.cast,
        quorum: counted.quorum,
      });
    });
  });

  it("is not changed by strangers who come", () => {
    holds((round, counted) => {
      const present = [...round.present, person("Stranger One"), person("Stranger Two")];

      expect(count({ ...round, present })).toEqual(counted);
    });
  });

  it("is not turned into a pass by one more objection, unless only that voice was missing", () => {
    holds((round, counted) => {
      const last = round.seats.at(-1)!;
      const others = round.stances.filter(({ seat }) => seat !== last);
      const objection = said(last, round.people.at(-1)!, says.object);
      const after = count({ ...round, stances: [...others, objection] });
      // Under a single decider an objection is a voice: with it everybody may have been heard.
      const isRuled = counted.method === "single-decider" && round.ruling?.accepted === true;

      // A count may have waited for it, or for the quorum that its speaker makes up.
      const isAwaited = counted.measure !== undefined && counted.state === "open";
      const isTurned = after.state === "passed" && counted.state !== "passed";

      expect(isTurned && !isRuled && !isAwaited).toBe(false);
    });
  });
});

function speaksFor({ seat, delegateAccepted }: SeatAtTable, id: string): boolean {
  return seat.person?.id === id || (delegateAccepted && seat.delegate?.id === id);
}
