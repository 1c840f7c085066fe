import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { seatLooks, seatWords } from "#surfaces/shared/table/seat-look.ts";
import {
  type Told,
  entriesOf,
  felix,
  gathered,
  hanna,
  helena,
  lena,
  prepared,
  proposing,
  seat,
  someone,
} from "../meeting-fixtures.ts";

const looks = (told: Told) => seatLooks(replay(entriesOf(told)));
const words = (told: Told, name: string) => {
  const look = looks(told).find((one) => one.function === name);
  return look && seatWords(look);
};

describe("how a seat looks", () => {
  it("is said in words, whatever its picture", () => {
    expect(words(gathered, "Sales")).toBe("Sales, decides: Helena Sommer, here");
    expect(words(prepared, "IT")).toBe("IT, signs off on security: Imran Tariq, not here yet");
    expect(words([...prepared, [helena, seat(undefined, "Security")]], "Security")).toBe(
      "Security, driver: nobody yet",
    );
  });

  it("names delegate and person once the delegate sits in", () => {
    const stand = someone("Greta Holm");
    const told: Told = [
      ...prepared,
      [helena, seat(felix, "Finance", { delegate: stand })],
      [stand, { kind: "delegate-accepted", seat: "seat-finance" }],
      [stand, { kind: "person-arrived" }],
    ];

    expect(words(told, "Finance")).toBe(
      "Finance, driver: Greta Holm, here as delegate of Felix Brandt",
    );
    expect(looks(told).find((one) => one.function === "Finance")?.state).toBe("delegate");
  });

  it("shows who is recused from the proposal", () => {
    const rule = { method: "consent", quorum: { kind: "required-drivers" } };
    const told: Told = [
      ...proposing,
      [helena, { kind: "proposal-made", text: "Start small.", rule }],
      [
        hanna,
        {
          kind: "stance-taken",
          proposal: `event-${proposing.length + 1}`,
          seat: "seat-hr",
          stance: { stance: "recused", reason: "I own shares in the vendor." },
        },
      ],
    ];

    expect(looks(told).find((one) => one.function === "HR")?.state).toBe("recused");
  });

  it("puts the decider first and stakeholders last", () => {
    const order = looks(gathered).map(({ function: name }) => name);

    expect(order[0]).toBe("Sales");
    expect(order.slice(-2)).toEqual(["Legal", "Data"]);
  });

  it("gives functions short codes that are no longer than the circle", () => {
    const codes = looks([...gathered, [helena, seat(lena, "People and Culture Operations")]]).map(
      ({ code }) => code,
    );

    expect(codes).toContain("IT");
    expect(codes).toContain("SO");
    expect(codes.every((code) => code.length <= 3)).toBe(true);
  });
});
