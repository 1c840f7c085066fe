import { screen } from "@testing-library/react";
import { act } from "react";
import { describe, expect, it } from "vitest";
import { newMeeting } from "#domain/meeting-state.ts";
import { atTheStage, atTheWalk } from "../at-the-walk.tsx";
import { felix } from "../meeting-fixtures.ts";

const reading = (rows: number) =>
  ({ meeting: newMeeting, following: { kind: "loading", rows } }) as const;

describe.each([
  ["walk", () => atTheWalk([], felix).live],
  ["stage", () => atTheStage([], felix).live],
])("a %s that is still reading a long log", (_surface, open) => {
  it("says how far it has come", () => {
    const live = open();
    act(() => live.change(reading(3400)));

    expect(screen.getByText("3,400 events so far")).toBeDefined();
  });

  it("tells a screen reader once, not with every page", () => {
    const live = open();
    act(() => live.change(reading(3400)));

    expect(screen.getByText("Reading the decision").closest("output")?.textContent).toBe(
      "Reading the decision",
    );
  });

  it("stands under a heading", () => {
    const live = open();
    act(() => live.change(reading(0)));

    expect(screen.getByRole("heading", { level: 1, name: "Quorate" })).toBeDefined();
  });
});
