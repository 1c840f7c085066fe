import { describe, expect, it } from "vitest";
import {
  ada,
  ben,
  chloe,
  dana,
  driver,
  emil,
  farah,
  seatId,
  stakeholder,
} from "../table-fixtures.ts";
import { consentRule, round, said, says } from "./round-fixtures.ts";

const sales = driver("Sales", { person: ada, duty: "decider" });
const it_ = driver("IT", { person: ben });
const finance = driver("Finance", { person: dana, delegate: emil, accepted: true });
const seats = [sales, it_, finance];
const present = [ada, ben, dana];
const allAgree = [
  said(sales, ada, says.agree),
  said(it_, ben, says.agree),
  said(finance, dana, says.agree),
];

describe("the figures of a round", () => {
  it("name each denominator", () => {
    const stances = [said(sales, ada, says.agree), said(it_, ben, says.abstain)];

    expect(round({ seats, present: [ada, ben], stances })).toMatchObject({
      entitled: 3,
      present: 2,
      cast: 2,
      recused: 0,
      silent: [],
      counts: { agree: 1, abstain: 1, object: 0 },
    });
  });

  it("leave the recused out of the denominator", () => {
    const stances = [said(it_, ben, says.recused)];

    expect(round({ seats, present, stances })).toMatchObject({
      entitled: 2,
      present: 2,
      recused: 1,
      quorum: { needed: 2, present: 2, met: true },
    });
  });

  it("keep who abstains in the quorum", () => {
    const stances = [said(it_, ben, says.abstain)];

    expect(round({ seats, present, stances }).quorum).toMatchObject({ needed: 3, present: 3 });
  });

  it("name who is silent", () => {
    expect(round({ seats, present, stances: [said(it_, ben, says.agree)] }).silent).toEqual([
      seatId("Sales"),
      seatId("Finance"),
    ]);
  });

  it("do not count stakeholders, even if one slipped a stance in", () => {
    const legal = stakeholder("Legal", { person: farah });
    const stances = [said(legal, farah, says.object)];

    expect(
      round({ seats: [...seats, legal], present: [...present, farah], stances }),
    ).toMatchObject({
      entitled: 3,
      cast: 0,
      counts: { object: 0 },
    });
  });

  it("do not count empty seats", () => {
    expect(round({ seats: [...seats, driver("Data")], present }).entitled).toBe(3);
  });

  it("take the decider's ruling for having spoken", () => {
    const tally = round({ seats, present, ruling: { accepted: true, by: ada } });

    expect(tally.silent).toEqual([seatId("IT"), seatId("Finance")]);
    expect(tally.cast).toBe(1);
  });
});

describe("whose stance counts", () => {
  it("is the delegate's when they stand in", () => {
    const stances = [said(finance, emil, says.agree)];
    const [, , vote] = round({ seats, present: [ada, ben, emil], stances }).votes;

    expect(vote).toMatchObject({ person: emil, via: "delegate", taken: { stance: says.agree } });
  });

  it("is nobody's who was only asked to be delegate", () => {
    const asked = driver("Finance", { person: dana, delegate: emil });
    const stances = [said(asked, emil, says.object)];

    expect(round({ seats: [sales, it_, asked], present, stances }).counts.object).toBe(0);
  });

  it("is the new holder's once a seat has changed hands", () => {
    const given = driver("IT", { person: farah });
    const stances = [said(it_, ben, says.object)];

    expect(round({ seats: [sales, given, finance], present, stances }).counts.object).toBe(0);
  });

  it("is the person's whose words were written down, not the writer's", () => {
    const stances = [said(it_, ada, says.commit, ben)];
    const [, vote] = round({ seats, present, stances }).votes;

    expect(vote).toMatchObject({ person: ben, taken: { by: { id: ada.id } } });
  });

  it("is nobody's where somebody writes down another seat's words", () => {
    const stances = [said(it_, ada, says.commit, dana)];

    expect(round({ seats, present, stances }).counts["disagree-and-commit"]).toBe(0);
  });

  it("stays theirs when they leave before the close", () => {
    const stances = [said(it_, ben, says.object)];

    expect(round({ seats, present: [ada, dana], stances, rule: consentRule })).toMatchObject({
      state: "failed",
      present: 3,
      counts: { object: 1 },
    });
  });

  it("is not a second one for a driver named as another's delegate", () => {
    const lent = driver("Finance", { person: dana, delegate: ben, accepted: true });
    const stances = [said(it_, ben, says.agree), said(lent, ben, says.agree)];

    expect(round({ seats: [sales, it_, lent], present: [ada, ben], stances }).counts.agree).toBe(1);
  });
});

describe("under a single decider", () => {
  const ruling = { accepted: true, by: ada };

  it("a proposal is open until the decider rules", () => {
    expect(round({ seats, present, stances: allAgree })).toMatchObject({
      state: "open",
      why: "decider-has-not-ruled",
    });
  });

  it("passes as ruled, with more against than for", () => {
    const stances = [said(it_, ben, says.object), said(finance, dana, says.commit)];

    expect(round({ seats, present, stances, ruling }).state).toBe("passed");
  });

  it("fails as ruled, with all for it", () => {
    const against = { accepted: false, by: ada };

    expect(round({ seats, present, stances: allAgree, ruling: against })).toMatchObject({
      state: "failed",
      why: "ruled-against",
    });
  });

  it("is open without a quorum, whatever was ruled", () => {
    expect(round({ seats, present: [ada, ben], ruling })).toMatchObject({
      state: "open",
      why: "quorum-unmet",
    });
  });

  it("is open where nobody may decide", () => {
    const nobody = [driver("Sales", { person: ada }), it_, finance];

    expect(round({ seats: nobody, present, ruling })).toMatchObject({ why: "no-decider" });
  });

  it("is open where the decider is recused", () => {
    const stances = [said(sales, ada, says.recused)];

    expect(round({ seats, present, stances, ruling })).toMatchObject({ why: "decider-recused" });
  });

  it("does not pass over somebody who had no time to speak", () => {
    const soon = { ...ruling, afterMs: 59_000 };

    expect(round({ seats, present, stances: allAgree.slice(0, 2), ruling: soon })).toMatchObject({
      state: "open",
      why: "stances-missing",
    });
  });

  it("is not stopped by somebody who says nothing for a minute", () => {
    const later = { ...ruling, afterMs: 60_000 };

    expect(round({ seats, present, stances: allAgree.slice(0, 2), ruling: later }).state).toBe(
      "passed",
    );
  });

  it("may be ruled at once when all have spoken", () => {
    const stances = allAgree.slice(1);

    expect(round({ seats, present, stances, ruling: { ...ruling, afterMs: 1000 } }).state).toBe(
      "passed",
    );
  });

  it("does not wait for drivers who are not there", () => {
    const free = driver("HR", { person: chloe, required: false });
    const soon = { ...ruling, afterMs: 1000 };

    expect(round({ seats: [...seats, free], present, stances: allAgree, ruling: soon }).state).toBe(
      "passed",
    );
  });
});

describe("under consent", () => {
  const rule = consentRule;

  it("a proposal passes when nobody objects", () => {
    const stances = [
      said(sales, ada, says.agree),
      said(it_, ben, says.reservation),
      said(finance, dana, says.commit),
    ];

    expect(round({ seats, present, stances, rule }).state).toBe("passed");
  });

  it("fails when one objects", () => {
    const stances = [...allAgree.slice(0, 2), said(finance, dana, says.object)];

    expect(round({ seats, present, stances, rule })).toMatchObject({
      state: "failed",
      why: "objection",
    });
  });

  it("fails on an objection before the others have spoken", () => {
    expect(round({ seats, present, stances: [said(it_, ben, says.object)], rule }).state).toBe(
      "failed",
    );
  });

  it("does not take silence for agreement", () => {
    expect(round({ seats, present, stances: allAgree.slice(0, 2), rule })).toMatchObject({
      state: "open",
      why: "stances-missing",
    });
  });

  it("is open without a quorum", () => {
    expect(
      round({ seats, present: [ada, ben], stances: allAgree.slice(0, 2), rule }),
    ).toMatchObject({ state: "open", why: "quorum-unmet" });
  });

  it("does not pass when all abstain: nobody wants it", () => {
    const stances = seats.map((place, at) => said(place, present[at]!, says.abstain));

    expect(round({ seats, present, stances, rule })).toMatchObject({
      state: "failed",
      why: "nobody-agrees",
    });
  });

  it("does not wait for a ruling", () => {
    expect(round({ seats, present, stances: allAgree, rule }).state).toBe("passed");
  });

  it("does not wait for the recused", () => {
    const stances = [...allAgree.slice(0, 2), said(finance, dana, says.recused)];

    expect(round({ seats, present, stances, rule }).state).toBe("passed");
  });
});

describe("a sign-off", () => {
  const privacy = driver("Legal", { person: farah, signsOff: "privacy" });
  const free = driver("Legal", { person: farah, signsOff: "privacy", required: false });
  const ruling = { accepted: true, by: ada };
  const everybody = [...present, farah];

  it.each([
    ["a single decider", undefined],
    ["consent", consentRule],
  ])("that objects stops it under %s", (_, rule) => {
    const stances = [...allAgree, said(privacy, farah, says.object)];
    const tally = round({
      seats: [...seats, privacy],
      present: everybody,
      stances,
      ruling,
      ...(rule && { rule }),
    });

    expect(tally).toMatchObject({
      state: "failed",
      why: "sign-off-objects",
      blockedBy: [seatId("Legal")],
    });
  });

  it.each([
    ["agrees", says.agree],
    ["has a reservation", says.reservation],
    ["disagrees and commits", says.commit],
  ])("that %s lets it pass", (_, stance) => {
    const stances = [...allAgree, said(privacy, farah, stance)];

    expect(round({ seats: [...seats, privacy], present: everybody, stances, ruling }).state).toBe(
      "passed",
    );
  });

  it("that says nothing keeps it open, however long", () => {
    expect(
      round({ seats: [...seats, privacy], present: everybody, stances: allAgree, ruling }),
    ).toMatchObject({ state: "open", why: "sign-off-missing", unsigned: [seatId("Legal")] });
  });

  it("that abstains has not signed", () => {
    const stances = [...allAgree, said(privacy, farah, says.abstain)];

    expect(
      round({ seats: [...seats, privacy], present: everybody, stances, rule: consentRule }),
    ).toMatchObject({ state: "open", why: "sign-off-missing" });
  });

  it("that is recused is not waited for", () => {
    const stances = [...allAgree, said(privacy, farah, says.recused)];

    expect(round({ seats: [...seats, privacy], present: everybody, stances, ruling }).state).toBe(
      "passed",
    );
  });

  it("that is not required and not there is not waited for", () => {
    expect(round({ seats: [...seats, free], present, stances: allAgree, ruling }).state).toBe(
      "passed",
    );
  });

  it("that may be absent must sign once it is there", () => {
    expect(
      round({ seats: [...seats, free], present: everybody, stances: allAgree, ruling }),
    ).toMatchObject({ why: "sign-off-missing" });
  });

  it("can be given by an accepted delegate", () => {
    const lent = driver("Legal", {
      person: farah,
      delegate: emil,
      accepted: true,
      signsOff: "privacy",
    });
    const stances = [...allAgree, said(lent, emil, says.agree)];

    expect(
      round({
        seats: [sales, it_, driver("Finance", { person: dana }), lent],
        present: [...present, emil],
        stances,
        ruling,
      }).state,
    ).toBe("passed");
  });
});
