import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { type Rule, defaultRule } from "#domain/deciding/rule.ts";
import { stances as stanceNames } from "#domain/deciding/stance.ts";
import { type Tally, tally } from "#domain/deciding/tally.ts";
import { asTable, driver, person, presence } from "../table-fixtures.ts";
import { type Said, consentRule, proposal, proposedAtMs, said, says } from "./round-fixtures.ts";

const anyStance = fc.constantFrom(...Object.values(says));
const anyRule = fc.constantFrom<Rule>(defaultRule, consentRule, {
  method: "consent",
  quorum: { kind: "count", drivers: 2 },
});

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
  })
  .map(({ drivers, rule, ruling }) => {
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
    return { seats, stances, present, rule, ruling, people };
  });

type Round = typeof anyRound extends fc.Arbitrary<infer R> ? R : never;

function count({ seats, stances, present, rule, ruling, people }: Round): Tally {
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

  it("is not turned into a pass by one more objection, unless the decider ruled so", () => {
    holds((round, counted) => {
      const last = round.seats.at(-1)!;
      const others = round.stances.filter(({ seat }) => seat !== last);
      const objection = said(last, round.people.at(-1)!, says.object);
      const after = count({ ...round, stances: [...others, objection] });
      // Under a single decider an objection is a voice: with it everybody may have been heard.
      const isRuled = counted.method === "single-decider" && round.ruling?.accepted === true;

      expect(after.state === "passed" && counted.state !== "passed" && !isRuled).toBe(false);
    });
  });
});

function speaksFor({ seat, delegateAccepted }: SeatAtTable, id: string): boolean {
  return seat.person?.id === id || (delegateAccepted && seat.delegate?.id === id);
}
