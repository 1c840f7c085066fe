import { describe, expect, it } from "vitest";
import { resultSentence } from "#domain/deciding/result-sentence.ts";
import { ruleSentence } from "#domain/deciding/rule-sentence.ts";
import { defaultRule } from "#domain/deciding/rule.ts";
import { stances } from "#domain/deciding/stance.ts";
import { stanceWords } from "#domain/deciding/stance-words.ts";
import { driver, person, stakeholder } from "../table-fixtures.ts";
import { consentRule, round, said, says } from "./round-fixtures.ts";

describe("the rule as a sentence", () => {
  it("says what consent is and whom it counts", () => {
    expect(ruleSentence(consentRule, { entitled: 6, present: 6 })).toBe(
      "Consent: passes unless a driver objects with a ground. 6 drivers entitled, 6 present. Quorum: all required drivers.",
    );
  });

  it("says what a single decider is", () => {
    expect(ruleSentence(defaultRule, { entitled: 1, present: 0 })).toBe(
      "Single decider: the decider rules after hearing the stances, and a sign-off that objects stops it. 1 driver entitled, 0 present. Quorum: all required drivers.",
    );
  });

  it("says a quorum in numbers", () => {
    const rule = { method: "consent", quorum: { kind: "count", drivers: 4 } } as const;

    expect(ruleSentence(rule, { entitled: 6, present: 5 })).toMatch(/Quorum: 4 drivers\.$/);
  });

  it.each([
    [
      { method: "majority" },
      "Majority: passes when more than half of the drivers who take a side agree, with a reservation or without; a tie fails.",
    ],
    [
      { method: "majority", denominator: "present" },
      "Majority: passes when more than half of the drivers present agree, with a reservation or without (3 of 5); a tie fails.",
    ],
    [
      { method: "supermajority", share: "3/4", denominator: "entitled" },
      "Supermajority: passes when at least three quarters of the drivers entitled agree, with a reservation or without (5 of 6).",
    ],
    [
      { method: "supermajority", denominator: "cast" },
      "Supermajority: passes when at least two thirds of the drivers who speak agree, with a reservation or without.",
    ],
    [
      { method: "unanimity" },
      "Unanimity: passes when all of the drivers present agree, with a reservation or without (5 of 5).",
    ],
  ] as const)("says whom %o counts over, and how many that is where it is known", (rule, words) => {
    const sentence = ruleSentence(
      { quorum: { kind: "required-drivers" }, ...rule },
      { entitled: 6, present: 5 },
    );

    expect(sentence).toBe(`${words} 6 drivers entitled, 5 present. Quorum: all required drivers.`);
  });

  it("gives no figure of an empty room", () => {
    const rule = { method: "unanimity", quorum: { kind: "required-drivers" } } as const;

    expect(ruleSentence(rule, { entitled: 0, present: 0 })).not.toContain("(");
  });

  it("takes its figures from a count as it is", () => {
    const seats = [driver("IT", { person: person("Ada") }), stakeholder("HR")];

    expect(ruleSentence(consentRule, round({ seats, present: [] }))).toContain(
      "1 driver entitled, 0 present.",
    );
  });
});

describe("the result as a sentence", () => {
  const people = ["Ada", "Ben", "Chloe", "Dana", "Emil", "Farah"].map((name) => person(name));
  const seats = people.map((one, at) =>
    driver(`Function ${at}`, { person: one, duty: at === 0 ? "decider" : "member" }),
  );
  const take = (...what: (keyof typeof says)[]) =>
    what.map((stance, at) => said(seats[at]!, people[at]!, says[stance]));
  const sentence = (what: (keyof typeof says)[], more: Partial<Parameters<typeof round>[0]> = {}) =>
    resultSentence(
      round({ seats, present: people, stances: take(...what), rule: consentRule, ...more }),
    );

  it("shows the arithmetic of a pass", () => {
    expect(sentence(["agree", "agree", "agree", "agree", "reservation", "commit"])).toBe(
      "Passed: 4 agree, 1 with reservation, 1 disagrees and commits, 0 object.",
    );
  });

  it("leaves out what nobody said, but always agreement and objection", () => {
    expect(sentence(["agree", "agree", "agree", "agree", "agree", "agree"])).toBe(
      "Passed: 6 agree, 0 object.",
    );
  });

  it("counts in the plural and the singular", () => {
    expect(sentence(["agree", "commit", "commit", "abstain", "abstain", "recused"])).toBe(
      "Passed: 1 agrees, 2 disagree and commit, 0 object, 2 abstain, 1 recused.",
    );
  });

  it("shows the arithmetic of a count", () => {
    const rule = { ...consentRule, method: "majority" } as const;

    expect(
      sentence(["agree", "agree", "agree", "reservation", "commit", "abstain"], { rule }),
    ).toBe(
      "Passed: 4 for it of 5 who took a side, 3 needed; 3 agree, 1 with reservation, 1 disagrees and commits, 0 object, 1 abstains.",
    );
  });

  it.each([
    ["entitled", "3 for it of 6 entitled, 4 needed"],
    ["present", "3 for it of 6 present, 4 needed"],
    ["cast", "3 for it of 6 who spoke, 4 needed"],
    ["for+against", "3 for it of 6 who took a side, 4 needed"],
  ] as const)("says of %s that a tie fails", (denominator, words) => {
    const rule = { ...consentRule, method: "majority", denominator } as const;

    expect(sentence(["agree", "agree", "agree", "object", "object", "object"], { rule })).toBe(
      `Not passed, because it is a tie: ${words}; 3 agree, 3 object.`,
    );
  });

  it("says that too few are for it", () => {
    const rule = { ...consentRule, method: "unanimity" } as const;

    expect(sentence(["agree", "agree", "agree", "agree", "agree", "abstain"], { rule })).toBe(
      "Not passed, because too few are for it: 5 for it of 6 present, 6 needed; 5 agree, 0 object, 1 abstains.",
    );
  });

  it("says why it did not pass", () => {
    expect(sentence(["agree", "agree", "agree", "agree", "agree", "object"])).toBe(
      "Not passed, because a driver objects: 5 agree, 1 objects.",
    );
  });

  it("says who is silent while it is open", () => {
    expect(sentence(["agree", "agree"])).toBe(
      "Open, because not every driver present has taken a stance: 2 agree, 0 object, 4 silent.",
    );
  });

  it("says how many the quorum lacks", () => {
    expect(sentence(["agree", "agree"], { present: people.slice(0, 2) })).toBe(
      "Open, because the quorum is not met: 2 agree, 0 object, 2 of 6 drivers for the quorum.",
    );
  });

  it("says that the decider ruled, since the figures alone would not tell", () => {
    const ruling = { accepted: true, by: people[0]! };

    expect(
      sentence(["agree", "object", "object", "object", "object", "object"], {
        rule: defaultRule,
        ruling,
      }),
    ).toBe("Passed: 1 agrees, 5 object. The decider ruled for it.");
  });

  it("says that the decider ruled against", () => {
    const ruling = { accepted: false, by: people[0]! };

    expect(sentence(["agree"], { rule: defaultRule, ruling })).toMatch(
      /^Not passed, because the decider ruled against it: 1 agrees, 0 object/,
    );
  });

  it.each([
    ["the decider has not ruled", {}],
    ["the decider is recused", { stances: take("recused") }],
    ["nobody at the table can decide", { seats: seats.slice(1) }],
  ])("says that it is open because %s", (why, more) => {
    expect(sentence(["agree"], { rule: defaultRule, ...more })).toContain(`Open, because ${why}:`);
  });

  it("says that it was left open where the decision ended so", () => {
    const counted = round({ seats, present: people, stances: take("agree") });

    expect(resultSentence(counted, true)).toMatch(/^Left open, because the decider has not ruled/);
  });

  it("says that a sign-off is awaited, and that one stopped it", () => {
    const legal = driver("Legal", { person: person("Greta"), signsOff: "privacy" });
    const all = { seats: [seats[0]!, legal], present: [people[0]!, person("Greta")] };
    const abstains = [...take("agree"), said(legal, person("Greta"), says.abstain)];
    const objects = [...take("agree"), said(legal, person("Greta"), says.object)];

    expect(sentence([], { ...all, stances: abstains })).toBe(
      "Open, because Greta (sign-off on privacy) has not agreed yet: 1 agrees, 0 object, 1 abstains.",
    );
    expect(sentence([], { ...all, stances: objects })).toBe(
      "Not passed, because Greta (sign-off on privacy) objects: 1 agrees, 1 objects.",
    );
  });

  it("says that nobody goes along when all abstain", () => {
    const what = people.map(() => "abstain" as const);

    expect(sentence(what)).toBe(
      "Not passed, because nobody goes along with it: 0 agree, 0 object, 6 abstain.",
    );
  });
});

describe("the words of the stances", () => {
  it("are there for each stance, in the order they are offered", () => {
    expect(Object.keys(stanceWords)).toEqual([...stances]);
  });

  it("differ from one another and fit a narrow panel", () => {
    const meanings = stances.map((stance) => stanceWords[stance].meaning);

    expect(new Set(meanings).size).toBe(stances.length);
    expect(meanings.every((meaning) => meaning.length <= 80)).toBe(true);
  });
});
