import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TableToCheck, checkTable } from "#domain/table/checks.ts";
import { type FindingCode, findingCodes, severityOf } from "#domain/table/finding.ts";
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
  goodTable,
  goodTeam,
  greta,
  guest,
  here,
  hugo,
  seatId,
  stakeholder,
} from "../table-fixtures.ts";

const good: TableToCheck = {
  seats: goodTable,
  functionsNeeded: [fn("Sales"), fn("IT"), fn("Finance")],
  collaborative: true,
  rule: defaultRule,
  present: here(...goodTeam),
};

function check(change: Partial<TableToCheck>) {
  return checkTable({ ...good, ...change });
}

function finding(code: FindingCode, change: Partial<TableToCheck>) {
  return check(change).find((found) => found.code === code);
}

/** The good table with one of its seats as wished. */
function withSeat(seat: (typeof goodTable)[number]) {
  return goodTable.map((place) => (place.seat.id === seat.seat.id ? seat : place));
}

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

describe("the decider", () => {
  it("must be somebody", () => {
    const seats = withSeat(driver("Sales", { person: ada }));

    expect(finding("no-decider", { seats })).toEqual({
      code: "no-decider",
      severity: "blocks",
      sentence: "No decider yet. One driver must be able to decide: choose who.",
      seats: [],
      people: [],
    });
  });

  it("must be one only", () => {
    const seats = withSeat(driver("IT", { person: ben, duty: "decider" }));

    expect(finding("several-deciders", { seats })).toMatchObject({
      severity: "blocks",
      sentence:
        "2 seats would decide: Ada Moreau (Sales) and Ben Ortiz (IT). Keep one decider and make the other a member.",
      seats: [seatId("Sales"), seatId("IT")],
      people: [ada.id, ben.id],
    });
  });
});

describe("a required driver who is absent", () => {
  const without = (who: typeof dana) => here(...goodTeam.filter(({ id }) => id !== who.id));

  it("blocks, and is named", () => {
    expect(finding("required-driver-absent", { present: without(dana) })).toEqual({
      code: "required-driver-absent",
      severity: "blocks",
      sentence:
        "Dana Wolf (Finance) is required and is not here. Ask them to join, or name a delegate.",
      seats: [seatId("Finance")],
      people: [dana.id],
    });
  });

  it("is asked for with the delegate who accepted", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));

    expect(finding("required-driver-absent", { seats, present: without(dana) })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ask them to join, or their delegate Farah Nour.",
    );
  });

  it("waits for a delegate who has not accepted", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah }));
    const present = new Set([...without(dana), farah.id]);

    expect(finding("required-driver-absent", { seats, present })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ask Farah Nour to accept as their delegate.",
    );
  });

  it("cannot be stood in for by a driver who has a seat already", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: ben, accepted: true }));

    expect(finding("required-driver-absent", { seats, present: without(dana) })?.sentence).toBe(
      "Dana Wolf (Finance) is required and is not here. Ben Ortiz speaks for another seat already: name another delegate.",
    );
  });

  it("is stood in for by an accepted delegate who is there", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));
    const present = new Set([...without(dana), farah.id]);

    expect(check({ seats, present })).toEqual([]);
  });

  it("is nobody when the seat is not required", () => {
    const seats = withSeat(driver("HR", { person: chloe, required: false }));

    expect(check({ seats, present: without(chloe) })).toEqual([]);
  });

  it("is the seat itself when nobody has it", () => {
    const seats = withSeat(driver("HR"));

    expect(finding("required-driver-absent", { seats })?.sentence).toBe(
      "HR is required and nobody has its seat. Choose who does, or mark it as not required.",
    );
  });

  it("counts as such before the meeting only when they declined", () => {
    const attendees = goodTeam.map((one) =>
      attendee(one, { response: one === dana ? "declined" : "none" }),
    );
    const absent = check({ present: "not-gathered", attendees }).filter(
      ({ code }) => code === "required-driver-absent",
    );

    expect(absent.map(({ sentence }) => sentence)).toEqual([
      "Dana Wolf (Finance) is required and has declined. Ask them to join, or name a delegate.",
    ]);
  });

  it("is stood in for before the meeting by a delegate who accepted and did not decline", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));
    const attendees = [attendee(dana, { response: "declined" }), attendee(farah)];
    const codes = check({ seats, present: "not-gathered", attendees }).map(({ code }) => code);

    expect(codes).not.toContain("required-driver-absent");
    expect(codes).not.toContain("function-uncovered");
  });
});

describe("a function the outcome needs", () => {
  it("must have a seat", () => {
    const functionsNeeded = [fn("Legal")];

    expect(finding("function-uncovered", { functionsNeeded })).toEqual({
      code: "function-uncovered",
      severity: "blocks",
      sentence:
        "Legal is needed for this outcome, and nobody from Legal has a seat. Seat a driver from Legal.",
      seats: [],
      people: [],
      function: "Legal",
    });
  });

  it("must have its driver there", () => {
    const present = here(ada, ben, chloe, emil);

    expect(finding("function-uncovered", { present })).toMatchObject({
      sentence:
        "Finance is needed for this outcome, and nobody from Finance is here. Ask Dana Wolf to join, or name a delegate.",
      seats: [seatId("Finance")],
      people: [dana.id],
    });
  });

  it("is not covered by a stakeholder", () => {
    const seats = [...goodTable, stakeholder("Legal", { person: farah })];
    const present = here(...goodTeam, farah);

    expect(
      finding("function-uncovered", { seats, present, functionsNeeded: [fn("Legal")] })?.sentence,
    ).toBe(
      "Legal is needed for this outcome, and nobody from Legal is a driver. Make Farah Nour a driver, or seat somebody else from Legal.",
    );
  });

  it("is not covered by an empty seat", () => {
    const seats = [...goodTable, driver("Legal", { required: false })];

    expect(finding("function-uncovered", { seats, functionsNeeded: [fn("Legal")] })?.sentence).toBe(
      "Legal is needed for this outcome, and nobody from Legal has its seat. Choose who does.",
    );
  });

  it("is told of ahead when its driver has declined", () => {
    const attendees = [attendee(dana, { response: "declined" })];

    expect(finding("function-uncovered", { present: "not-gathered", attendees })?.sentence).toBe(
      "Finance is needed for this outcome, and nobody from Finance will be here. Ask Dana Wolf to join, or name a delegate.",
    );
  });

  it("is covered by either of two drivers", () => {
    const second = driver("Finance", { person: farah, required: false });
    const seats = [...goodTable, { ...second, seat: { ...second.seat, id: seatId("Finance 2") } }];
    const codes = check({ seats, present: here(ada, ben, chloe, emil, farah) }).map(
      ({ code }) => code,
    );

    expect(codes).not.toContain("function-uncovered");
  });
});

describe("the quorum", () => {
  const optional = goodTable.map(({ seat, delegateAccepted }) => ({
    seat: { ...seat, required: false },
    delegateAccepted,
  }));
  const four = { method: "consent", quorum: { kind: "count", drivers: 4 } } as const;

  it("is unmet when fewer drivers are there than it asks for", () => {
    const change = { seats: optional, rule: four, present: here(ada, ben, dana) };

    expect(finding("quorum-unmet", change)).toEqual({
      code: "quorum-unmet",
      severity: "blocks",
      sentence: "The quorum is 4 drivers, and 3 are here. Ask Chloe Diaz and Emil Sand to join.",
      seats: [seatId("HR"), seatId("Sales Operations")],
      people: [chloe.id, emil.id],
    });
  });

  it("asks for more seats when all of them together would not do", () => {
    const nine = { method: "consent", quorum: { kind: "count", drivers: 9 } } as const;

    expect(finding("quorum-unmet", { rule: nine })?.sentence).toBe(
      "The quorum is 9 drivers, and 5 are here. Seat more drivers, or choose a smaller quorum.",
    );
  });

  it("is met by as many as it asks for", () => {
    const change = { seats: optional, rule: four, present: here(ada, ben, dana, emil) };

    expect(check(change)).toEqual([]);
  });

  it("is not said twice when required drivers are missing and named", () => {
    expect(check({ present: here(ada, ben, chloe, emil) }).map(({ code }) => code)).toEqual([
      "required-driver-absent",
      "function-uncovered",
    ]);
  });

  it("is never met by an empty room, even where nobody is required", () => {
    expect(finding("quorum-unmet", { seats: optional, present: here() })?.sentence).toBe(
      "The quorum is 1 driver, and 0 are here. Ask Ada Moreau, Ben Ortiz, Chloe Diaz and 2 others to join.",
    );
  });
});

describe("the size of the core team", () => {
  const eight = [
    ...goodTable,
    driver("Legal", { person: farah }),
    driver("Data", { person: greta }),
    driver("Security", { person: hugo }),
  ];
  const everybody = here(...goodTeam, farah, greta, hugo);

  it("is large with eight drivers", () => {
    expect(finding("core-team-large", { seats: eight, present: everybody })).toMatchObject({
      severity: "warns",
      sentence:
        "8 drivers are too many to decide well: Ada Moreau, Ben Ortiz, Chloe Diaz and 5 others. Keep 5 to 7 and make the others stakeholders, who still answer.",
    });
  });

  it("is right with seven", () => {
    expect(check({ seats: eight.slice(0, 7), present: everybody })).toEqual([]);
  });

  it("is small with four, where a group is needed", () => {
    expect(finding("core-team-small", { seats: goodTable.slice(0, 4) })).toMatchObject({
      severity: "warns",
      sentence:
        "Only 4 drivers have a seat: Ada Moreau (Sales), Ben Ortiz (IT), Chloe Diaz (HR) and Dana Wolf (Finance). Seat 5 to 7: whoever will answer for a part of the outcome.",
    });
  });

  it("may be small where one function decides", () => {
    expect(check({ seats: goodTable.slice(0, 4), collaborative: false })).toEqual([]);
  });

  it("does not count stakeholders", () => {
    const seats = [
      ...goodTable,
      ...["A", "B", "C"].map((name) => stakeholder(name, { person: farah })),
    ];

    expect(finding("core-team-large", { seats })).toBeUndefined();
  });

  it("says so when no driver has a seat at all", () => {
    expect(finding("core-team-small", { seats: [] })?.sentence).toBe(
      "No driver has a seat yet. Seat 5 to 7: whoever will answer for a part of the outcome.",
    );
  });
});

describe("what a seat lacks", () => {
  it("is a person", () => {
    const seats = [...goodTable, stakeholder("Legal")];

    expect(finding("seat-without-person", { seats })).toMatchObject({
      severity: "warns",
      sentence: "Nobody sits on the Legal seat. Choose who does, or take the seat away.",
      seats: [seatId("Legal")],
    });
  });

  it("is what its driver knows", () => {
    const seats = withSeat(driver("IT", { person: ben, insight: undefined }));

    expect(finding("seat-without-insight", { seats })).toMatchObject({
      severity: "warns",
      sentence:
        "Not said yet for Ben Ortiz (IT): what they know that this decision needs. Ask, and write it on the seat.",
      people: [ben.id],
    });
  });

  it("is what its driver answers for", () => {
    const seats = withSeat(driver("IT", { person: ben, accountability: undefined }));

    expect(finding("seat-without-accountability", { seats })?.sentence).toBe(
      "Not said yet for Ben Ortiz (IT): what they answer for once this is decided. Ask, and write it on the seat.",
    );
  });

  it("is said once for all seats that lack it", () => {
    const seats = goodTable.map(({ seat }) =>
      driver(seat.function, { ...(seat.person && { person: seat.person }), insight: undefined }),
    );
    const said = check({ seats }).filter(({ code }) => code === "seat-without-insight");

    expect(said.map(({ seats: about }) => about.length)).toEqual([5]);
  });

  it("is not asked of stakeholders, nor of empty seats", () => {
    const silent = { insight: undefined, accountability: undefined };
    const seats = [
      ...goodTable,
      stakeholder("Legal", { person: farah, ...silent }),
      driver("Data", { required: false, ...silent }),
    ];
    const codes = check({ seats }).map(({ code }) => code);

    expect(codes).toEqual(["seat-without-person"]);
  });
});

describe("the people of a table", () => {
  it("may be external, which is said of drivers", () => {
    const seats = withSeat(driver("IT", { person: guest }));

    expect(finding("external-driver", { seats })).toMatchObject({
      severity: "warns",
      sentence:
        "Iris Vale (IT) is from outside the company and would take a stance. Make them a stakeholder, unless you mean it.",
      people: [guest.id],
    });
  });

  it("may be external as stakeholders without a word", () => {
    const seats = [...goodTable, stakeholder("Vendor", { person: guest })];

    expect(check({ seats, present: here(...goodTeam, guest) })).toEqual([]);
  });

  it("must not be of one function by more than half", () => {
    const names = ["IT", "it", "IT ", "Finance", "HR"];
    const seats = names.map((name, at) => {
      const one = driver(name, { person: goodTeam[at]!, duty: at === 0 ? "decider" : "member" });
      return { ...one, seat: { ...one.seat, id: seatId(`Place ${at}`) } };
    });

    expect(finding("one-function-dominates", { seats, functionsNeeded: [] })).toMatchObject({
      severity: "warns",
      sentence:
        "3 of 5 drivers are from IT: Ada Moreau (IT), Ben Ortiz (it) and Chloe Diaz (IT). Seat drivers from other functions, or make some of these stakeholders.",
      function: "IT",
    });
  });

  it("may be of one function by half", () => {
    const seats = ["IT", "IT", "Finance", "HR"].map((name, at) => {
      const one = driver(name, { person: goodTeam[at]! });
      return { ...one, seat: { ...one.seat, id: seatId(`Place ${at}`) } };
    });

    expect(finding("one-function-dominates", { seats })).toBeUndefined();
  });
});

describe("the invitation", () => {
  const invited = goodTeam.map((one) => attendee(one));

  it("names who has no role", () => {
    const attendees = [...invited, attendee(farah), attendee(hugo)];

    expect(finding("attendee-without-role", { attendees })).toEqual({
      code: "attendee-without-role",
      severity: "warns",
      sentence:
        "Farah Nour and Hugo Lind are invited and have no role. Give each a seat, as driver or stakeholder, or let them off.",
      seats: [],
      people: [farah.id, hugo.id],
    });
  });

  it("names one alone in the singular", () => {
    expect(
      finding("attendee-without-role", { attendees: [...invited, attendee(farah)] })?.sentence,
    ).toBe(
      "Farah Nour is invited and has no role. Give them a seat, as driver or stakeholder, or let them off.",
    );
  });

  it("gives no role to a telephone, nor to who declined", () => {
    const { person: _, ...phone } = attendee(farah, { kind: "phone", name: "+45 …" });
    const attendees = [...invited, phone, attendee(hugo, { response: "declined" })];

    expect(check({ attendees })).toEqual([]);
  });

  it("counts a named delegate as having a role", () => {
    const seats = withSeat(driver("Finance", { person: dana, delegate: farah, accepted: true }));

    expect(check({ seats, attendees: [...invited, attendee(farah)] })).toEqual([]);
  });

  it("names who declined", () => {
    const seats = [...goodTable, stakeholder("Legal", { person: farah })];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(finding("invite-declined", { seats, attendees })).toMatchObject({
      severity: "warns",
      sentence:
        "Farah Nour (Legal) has declined the invitation. Ask them to come, name a delegate, or seat somebody else.",
      seats: [seatId("Legal")],
      people: [farah.id],
    });
  });

  it("names a delegate who declined", () => {
    const seats = [
      ...goodTable,
      stakeholder("Legal", { person: greta, delegate: farah, accepted: true }),
    ];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(finding("invite-declined", { seats, attendees })?.sentence).toBe(
      "Farah Nour, delegate for Greta Holm (Legal), has declined the invitation. Name another delegate.",
    );
  });

  it("is forgotten once who declined has come after all", () => {
    const attendees = goodTeam.map((one) => attendee(one, { response: "declined" }));

    expect(check({ attendees })).toEqual([]);
  });

  it("lets those stay away who are only to be informed", () => {
    const seats = [...goodTable, stakeholder("Press", { person: farah, duty: "informed" })];
    const attendees = [...invited, attendee(farah, { response: "declined" })];

    expect(check({ seats, attendees })).toEqual([]);
  });

  it("is not spoken of where nobody knows it", () => {
    const seats = withSeat(driver("HR", { person: hugo }));

    expect(check({ seats, present: here(...goodTeam, hugo) })).toEqual([]);
  });
});

describe("a delegate who has not accepted", () => {
  it("is named while their person is not there", () => {
    const seats = withSeat(driver("HR", { person: chloe, delegate: farah, required: false }));

    expect(
      finding("delegate-unaccepted", { seats, present: here(ada, ben, dana, emil) }),
    ).toMatchObject({
      severity: "warns",
      sentence:
        "Farah Nour is named as delegate for Chloe Diaz (HR) and has not accepted. Ask them to accept in their own tab.",
      seats: [seatId("HR")],
      people: [farah.id],
    });
  });

  it("does not matter while their person is there", () => {
    const seats = withSeat(driver("HR", { person: chloe, delegate: farah }));

    expect(check({ seats })).toEqual([]);
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
