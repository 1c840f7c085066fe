import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { type FailureKind, StoreError } from "#flows/store-error.ts";
import { atTheWalk } from "../at-the-walk.tsx";
import { type Told, atQuestion, gathered, helena, someone, walking } from "../meeting-fixtures.ts";

const daniel = someone("Daniel Whitaker");

/** Daniel's side panel, after the list turned down that he is here. */
function arriving(told: Told, kind: FailureKind) {
  const { live } = atTheWalk(told, daniel);
  act(() => {
    live.say({ kind: "person-arrived" });
    live.settle({ kind: "failed", why: new StoreError(kind, "no") });
  });
}

const notice = () => screen.queryByText(/You can read this decision but not answer/u);

describe("somebody who may read the list and not write to it", () => {
  it("is told so, and whom to ask, before the walk and in it", () => {
    arriving(walking, "forbidden");

    expect(notice()?.textContent).toContain("have the facilitator write down what you say");
  });

  it("is given no box to answer in", () => {
    arriving(atQuestion(2), "forbidden");

    expect(screen.queryByRole("button", { name: "Give my answer" })).toBeNull();
  });

  it("is not asked to have words written down once it is over", () => {
    const closing = { kind: "decision-closed", outcome: "deferred", reason: "Later." };
    arriving([...walking, [helena, closing]], "forbidden");

    expect(notice()).toBeNull();
  });

  it("is not told to answer", () => {
    arriving(gathered, "forbidden");

    expect(screen.getByText("You have no seat at the table.")).toBeDefined();
    expect(screen.queryByText(/answer what is put to all/u)).toBeNull();
  });
});

describe("somebody whose arrival failed for another reason", () => {
  it("is no reader", () => {
    arriving(gathered, "unavailable");

    expect(notice()).toBeNull();
    expect(screen.getByText(/answer what is put to all/u)).toBeDefined();
  });
});
