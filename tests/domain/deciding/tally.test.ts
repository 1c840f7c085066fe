import { describe, expect, it } from "vitest";
import { ada, ben, dana, driver, emil, farah, seatId, stakeholder } from "../table-fixtures.ts";
import { consentRule, round, said, says } from "./round-fixtures.ts";

const sales = driver("Sales", { person: ada, duty: "decider" });
const it_ = driver("IT", { person: ben });
const finance = driver("Finance", { person: dana, delegate: emil, accepted: true });
const seats = [sales, it_, finance];
const present = [ada, ben, dana];

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
