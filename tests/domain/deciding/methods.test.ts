import { describe, expect, it } from "vitest";
import {
  ada,
  asTable,
  ben,
  chloe,
  dana,
  driver,
  emil,
  farah,
  presence,
  presentSince,
  seatId,
} from "../table-fixtures.ts";
import { consentRule, proposal, proposedAtMs, round, said, says } from "./round-fixtures.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import { tally } from "#domain/deciding/tally.ts";

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

describe("a driver who comes late under a single decider", () => {
  const ruledAtMs = proposedAtMs + 10_000;
  const by = { id: ada.id, name: ada.name };
  const comingAt = (sinceMs: number) =>
    tally({
      proposal: {
        ...proposal(defaultRule, allAgree.slice(0, 2)),
        ruling: { accepted: true, by, atMs: ruledAtMs },
      },
      seats: asTable(...seats),
      presence: new Map([...presence(ada, ben), [dana.id, presentSince(dana, sinceMs)]]),
    });

  it("has to be heard when they came before the ruling", () => {
    expect(comingAt(ruledAtMs)).toMatchObject({ state: "open", why: "stances-missing" });
  });

  it("changes nothing when they came after it", () => {
    expect(comingAt(ruledAtMs + 1000).state).toBe("passed");
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

  it.each([
    ["has a reservation", says.reservation],
    ["disagrees and commits", says.commit],
  ])("passes when everybody %s: they go along", (_, taken) => {
    const stances = seats.map((place, at) => said(place, present[at]!, taken));

    expect(round({ seats, present, stances, rule }).state).toBe("passed");
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
    const counted = round({
      seats: [...seats, privacy],
      present: everybody,
      stances,
      ruling,
      ...(rule && { rule }),
    });

    expect(counted).toMatchObject({
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
