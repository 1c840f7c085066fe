import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TableToCheck, checkTable } from "#domain/table/checks.ts";
import { findingCodes, severityOf } from "#domain/table/finding.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import {
  ada,
  attendee,
  ben,
  chloe,
  dana,
  driver,
  emil,
  farah,
  fn,
  goodTeam,
  greta,
  guest,
  here,
  hugo,
  stakeholder,
} from "../table-fixtures.ts";
import { check } from "./checking/check-fixtures.ts";

describe("a table with nothing the matter", () => {
  it("has no findings", () => {
    expect(check({})).toEqual([]);
  });

  it("has none before anybody has come, when nobody has declined", () => {
    expect(
      check({ present: "not-gathered", attendees: goodTeam.map((one) => attendee(one)) }),
    ).toEqual([]);
  });
});

describe("all findings", () => {
  const people = [ada, ben, chloe, dana, emil, farah, greta, hugo, guest];
  const somebody = fc.constantFrom(...people);
  const anyTable: fc.Arbitrary<TableToCheck> = fc
    .record({
      seats: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom("Sales", "IT", "HR", "Finance", "Legal", "Data", "Security"),
          person: fc.option(somebody, { nil: undefined }),
          delegate: fc.option(somebody, { nil: undefined }),
          accepted: fc.boolean(),
          required: fc.boolean(),
          duty: fc.constantFrom("decider", "member", "informed"),
        }),
        { selector: ({ name }) => name, maxLength: 7 },
      ),
      functionsNeeded: fc.subarray([fn("Sales"), fn("IT"), fn("Legal"), fn("Press")]),
      collaborative: fc.boolean(),
      rule: fc.constantFrom(defaultRule, {
        method: "consent",
        quorum: { kind: "count", drivers: 3 },
      } as const),
      present: fc.oneof(
        fc.constant("not-gathered" as const),
        fc.subarray(people).map((who) => here(...who)),
      ),
      attendees: fc
        .subarray(people)
        .map((who) =>
          who.map((one, at) => attendee(one, { response: at % 2 === 0 ? "declined" : "accepted" })),
        ),
    })
    .map((wish) => ({
      ...wish,
      seats: wish.seats.map(({ name, duty, person: who, delegate, ...rest }) => {
        const place = { ...rest, ...(who && { person: who }), ...(delegate && { delegate }) };
        return duty === "informed"
          ? stakeholder(name, { ...place, duty })
          : driver(name, { ...place, duty: duty === "decider" ? "decider" : "member" });
      }),
    }));

  it("stand in the order of their codes, the blocking ones first", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const ranks = checkTable(table).map(({ code }) => findingCodes.indexOf(code));

        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  it("have the severity of their code and a sentence that ends", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        for (const { code, severity, sentence } of checkTable(table)) {
          expect(severity).toBe(severityOf(code));
          expect(sentence).toMatch(/^\p{L}|^\d/u);
          expect(sentence).toMatch(/\.$/u);
          expect(sentence).not.toMatch(/undefined|!| {2}/u);
        }
      }),
    );
  });

  it("name only seats and people of the table or the invitation", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const seats = new Set(table.seats.map(({ seat }) => seat.id));
        for (const found of checkTable(table)) {
          expect(found.seats.every((id) => seats.has(id))).toBe(true);
        }
      }),
    );
  });

  it("are the same when asked twice", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        expect(checkTable(table)).toEqual(checkTable(table));
      }),
    );
  });

  it("never lack when nobody at all is at the table", () => {
    expect(check({ seats: [], present: here() }).map(({ code }) => code)).toEqual([
      "no-decider",
      "function-uncovered",
      "function-uncovered",
      "function-uncovered",
      "quorum-unmet",
      "core-team-small",
    ]);
  });

  it("block with the first five codes and warn with the others", () => {
    expect(findingCodes.map(severityOf)).toEqual([
      ...Array.from({ length: 5 }, () => "blocks"),
      ...Array.from({ length: 10 }, () => "warns"),
    ]);
  });
});
