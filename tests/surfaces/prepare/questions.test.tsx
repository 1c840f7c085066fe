import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { technologyDecision } from "#domain/questions/technology-decision.ts";
import { inJsdom } from "../in-jsdom.ts";
import { ana, ben, framed, needsGroup, opened, prepare, seatSet } from "./preparing-fixtures.tsx";

inJsdom();

const direction = { ...technologyDecision, id: "direction", name: "Direction" } as const;
const offered = { questionLists: [technologyDecision, direction] };
const open = async (questionListId: string) => {
  const hands = await prepare([], undefined, ana, undefined, { ...offered, questionListId });
  await hands.user.type(screen.getByLabelText("What would be done"), "Say where we go");
  await hands.user.click(screen.getByRole("button", { name: "Frame a decision" }));
  await hands.settle();
  return hands;
};

describe("a tab that was set up with a question list", () => {
  it("begins a decision with it", async () => {
    const { live, kinds } = await open("direction");

    expect(live.picture().meeting.list.name).toBe("Direction");
    expect(kinds()).toEqual(["decision-opened", "questions-chosen"]);
  });

  it("says nothing more where it is the usual list", async () => {
    const { kinds } = await open("technology-decision");

    expect(kinds()).toEqual(["decision-opened"]);
  });

  it("begins with the usual list where nobody knows the chosen one", async () => {
    const { live, kinds } = await open("of-another-version");

    expect(live.picture().meeting.list.id).toBe("technology-decision");
    expect(kinds()).toEqual(["decision-opened"]);
  });
});

describe("whoever has not answered early", () => {
  it("is named, and can be reminded with a text to copy", async () => {
    const { user } = await prepare([
      opened,
      framed,
      needsGroup,
      seatSet("Sales", ana, "decider"),
      seatSet("Finance", ben),
    ]);
    const early = screen.getByRole("region", { name: "Early answers" });
    expect(
      within(early)
        .getAllByRole("listitem")
        .map((line) => line.textContent),
    ).toEqual(["Ana Ferreira Sales · nothing yet", "Ben Okafor Finance · nothing yet"]);

    await user.click(within(early).getByRole("button", { name: "Remind them…" }));

    expect(screen.getByLabelText("Reminder to Ben Okafor").textContent).toMatch(
      /^Hello Ben Okafor,/u,
    );
  });
});

describe("the invitations", () => {
  it("say when they were read, and are read again when asked", async () => {
    let reads = 0;
    const roster = {
      attendees: () => {
        reads += 1;
        return Promise.resolve({ attendees: [], missing: [] });
      },
    };
    const { user } = await prepare([opened, framed, needsGroup], [], ana, undefined, { roster });
    const before = reads;

    expect(screen.getByText(/^Invitations as of \d\d:\d\d\.$/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Look again who is invited" }));

    expect(reads).toBe(before + 1);
  });

  it("are read again when somebody comes back to the tab after a while", async () => {
    let reads = 0;
    const roster = {
      attendees: () => {
        reads += 1;
        return Promise.resolve({ attendees: [], missing: [] });
      },
    };
    const { world } = await prepare([opened, framed, needsGroup], [], ana, undefined, { roster });
    const before = reads;

    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    expect(reads).toBe(before);
    await act(() => world.advance(61_000));
    act(() => void document.dispatchEvent(new Event("visibilitychange")));

    expect(reads).toBe(before + 1);
  });
});
