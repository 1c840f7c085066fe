import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Tampering } from "#domain/log/tampering.ts";
import { MeetingProvider } from "#surfaces/shared/meeting-context.tsx";
import { TamperingNotice } from "#surfaces/shared/saying/tampering-notice.tsx";
import { inJsdom } from "../in-jsdom.ts";
import { fakeLive, helena } from "../meeting-fixtures.ts";

inJsdom();

const edited: Tampering = {
  what: "edited",
  position: 12,
  decision: "decision-1",
  kind: "question-answered",
  who: { id: "eva", name: "Eva Lund" },
  atMs: Date.UTC(2026, 10, 24, 14, 2),
  of: { id: "ben", name: "Ben Okafor" },
};

function show(tampering: readonly Tampering[], isBrief = false) {
  const live = fakeLive([], helena);
  live.change({ tampering });
  render(
    <MeetingProvider live={live}>
      <TamperingNotice isBrief={isBrief} />
    </MeetingProvider>,
  );
}

describe("the notice of rows that are not as they were written", () => {
  it("is not there where nothing is wrong", () => {
    show([]);

    expect(screen.queryByRole("status")).toBeNull();
  });

  it("says what happened and what counts, and behind it which row", async () => {
    show([edited]);

    expect(screen.getByRole("status").textContent).toBe(
      "Somebody changed a row of this log after it was written. What was said first counts.",
    );
    await userEvent.setup().click(screen.getByText("Which"));
    expect(screen.getByRole("listitem").textContent).toMatch(
      /^Row 12 \(question answered by Ben Okafor\), changed by Eva Lund at \d\d:02$/u,
    );
  });

  it("says each thing once, however many rows it is about", () => {
    show([edited, { ...edited, position: 13 }, { ...edited, what: "deleted", position: 14 }]);

    expect(screen.getByRole("status").textContent).toBe(
      "2 rows of this log were changed after they were written. What was said first counts." +
        "Somebody deleted a row of this log. It counts for nobody: if it was yours, say it again.",
    );
  });

  it("has nothing to press on the stage", () => {
    show([edited], true);

    expect(screen.queryByText("Which")).toBeNull();
    expect(screen.getByRole("status")).toBeTruthy();
  });
});
