import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { atTheStage, atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  atQuestion,
  felix,
  gathered,
  hanna,
  helena,
  imran,
  lena,
  proposing,
  questions,
  someone,
  walking,
} from "../meeting-fixtures.ts";

const first = questions[0]!.id;
const why = "I own shares of the vendor.";
const declared: Told = [[hanna, { kind: "interest-declared", seat: "seat-hr", reason: why }]];
const strategic = { kind: "question-answered", question: first, answer: { choice: "strategic" } };
const ask = "Do you have a conflict of interest in this?";

describe("a conflict of interest", () => {
  it("is asked for in one line before the walk, and declared with what it is", async () => {
    const { press, type, saidLast } = atTheWalk(gathered, hanna);
    expect(screen.getByText(ask)).toBeDefined();
    await type("What ties you to the outcome", why);
    await press("Declare it");

    expect(saidLast("interest-declared")).toEqual({
      kind: "interest-declared",
      seat: "seat-hr",
      reason: why,
    });
  });

  it("leaves the keyboard at the title once it is declared", async () => {
    const { press, type } = atTheWalk(gathered, hanna);
    await type("What ties you to the outcome", why);
    await press("Declare it");

    expect(document.activeElement?.tagName).toMatch(/^H[12]$/u);
  });

  it("is declared only with what it is", async () => {
    const { press, live } = atTheWalk(gathered, hanna);
    await press("Declare it");

    expect(screen.getByText("Say what it is in one sentence.")).toBeDefined();
    expect(live.said()).toEqual([]);
  });

  it("is taken back by who declared it", async () => {
    const { press, saidLast } = atTheWalk([...gathered, ...declared], hanna);
    await press("Take it back");

    expect(saidLast("interest-withdrawn")?.seat).toBe("seat-hr");
    expect(screen.getByText(ask)).toBeDefined();
  });

  it("is asked of nobody without a seat", () => {
    atTheWalk(gathered, someone("Olga Novak"));

    expect(screen.queryByText(ask)).toBeNull();
  });

  it("is written down by the facilitator for somebody in the room", async () => {
    const { press, type, saidLast } = atTheWalk(walking, helena);
    await press("More");
    await press("Someone has a conflict of interest…");
    await press("Hanna Roth HR");
    await type("What ties them to the outcome", why);
    await press("Record for Hanna Roth");

    expect(saidLast("interest-declared")).toMatchObject({
      seat: "seat-hr",
      reason: why,
      recordedFor: { id: hanna.id },
    });
  });
});

describe("a recused seat", () => {
  it("is asked nothing, and told why", () => {
    atTheWalk([...walking, ...declared], hanna);

    expect(screen.queryByRole("button", { name: "Give my answer" })).toBeNull();
    expect(screen.getByRole("region", { name: "Your conflict of interest" }).textContent).toContain(
      why,
    );
  });

  it("is named to everybody with the reason", () => {
    atTheWalk([...walking, ...declared], felix);

    expect(screen.getByText(`HR · driver · recused: ${why}`)).toBeDefined();
  });

  it("is not waited for, and not counted", () => {
    atTheWalk([...walking, ...declared, [imran, strategic]], felix);

    const line = screen.getByText(/Still thinking:/);
    expect(line.textContent).toContain("1 of 4 answered.");
    expect(line.textContent).not.toContain("Hanna Roth");
  });

  it("leaves the answers it gave before out of the bars, by name", () => {
    const told: Told = [
      ...walking,
      [hanna, strategic],
      [imran, strategic],
      ...declared,
      [helena, { kind: "answers-revealed", question: first }],
    ];
    atTheWalk(told, felix);

    expect(screen.getByText("1 of 1")).toBeDefined();
    expect(screen.getByText("Not counted, because recused: Hanna Roth.")).toBeDefined();
  });

  it("has no stance to take", () => {
    const rule = { method: "consent", quorum: { kind: "required-drivers" } };
    const made = { kind: "proposal-made", text: "Start small.", rule };
    atTheWalk([...proposing, [helena, made], ...declared], hanna);

    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.queryByText(/Drivers take a stance now/)).toBeNull();
    expect(screen.getByText("You are recused:")).toBeDefined();
  });

  it("leaves the count of drivers here", () => {
    atTheWalk([...gathered, ...declared], felix);

    expect(screen.getByRole("heading", { name: "Every driver is here" })).toBeDefined();
  });

  it("is told to a screen reader when it happens", async () => {
    const { live } = atTheWalk(atQuestion(2), felix);
    act(() => live.hear(...declared));

    const voices = screen.getAllByRole("status").map((one) => one.textContent);
    expect(voices).toContain(`Hanna Roth is recused: ${why}`);
  });

  it("stands so in the table the stage reads out", () => {
    atTheStage([...walking, ...declared], felix);

    const row = screen.getByRole("rowheader", { name: "HR" }).closest("tr")!;
    expect(within(row).getByText(`recused: ${why}`)).toBeDefined();
  });
});

describe("who is here", () => {
  it("is corrected by the facilitator when somebody has gone", async () => {
    const { press, saidLast } = atTheWalk(walking, helena);
    await press("More");
    await press("Someone has gone…");
    await press("Lena Gruber Legal");

    expect(saidLast("person-marked-absent")?.person).toBe(lena.id);
  });

  it("is known again when they say something", () => {
    const gone = { kind: "person-marked-absent", person: felix.id };
    atTheWalk([...walking, [helena, gone], [felix, strategic]], imran);

    expect(screen.getByText("Finance · driver · answered")).toBeDefined();
  });

  it("says who is in the room without a screen", () => {
    const told: Told = [
      ...walking,
      [helena, { kind: "person-marked-absent", person: felix.id }],
      [helena, { kind: "person-marked-present", person: felix }],
    ];
    atTheWalk(told, imran);

    expect(screen.getByText("Finance · driver · here, in the room")).toBeDefined();
  });

  it("is told by whoever prepares before the walk, too", async () => {
    const before = gathered.filter(([who, event]) => {
      return who !== felix || (event as { kind: string }).kind !== "person-arrived";
    });
    const { press, saidLast } = atTheWalk(before, helena);
    await press("More");
    await press("Someone is in the room…");
    await press("Felix Brandt Finance");

    expect(saidLast("person-marked-present")?.person.id).toBe(felix.id);
  });

  it("is nothing a stakeholder may correct", () => {
    atTheWalk(gathered, lena);

    expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  });
});
