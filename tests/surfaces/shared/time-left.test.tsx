import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { TimeLeft, timeWords } from "#surfaces/shared/time-left.tsx";
import { inJsdom } from "../in-jsdom.ts";

inJsdom();

describe("time left", () => {
  it.each([
    [179_000, "3 minutes left"],
    [60_000, "1 minute left"],
    [59_000, "59 seconds left"],
    [1000, "1 second left"],
    [-5000, "Time is up"],
    [-125_000, "Time is up, 2 minutes over"],
  ])("%i ms is said as a person would", (leftMs, words) => {
    expect(timeWords(leftMs)).toBe(words);
  });

  it("never draws more than the whole bar, nor less than none", () => {
    const { container } = render(<TimeLeft endsAtMs={0} wholeMs={60_000} nowMs={90_000} />);

    expect(container.querySelector("[style]")?.getAttribute("style")).toContain("scaleX(0)");
    expect(screen.getByText("Time is up, 1 minute over")).toBeDefined();
  });
});
