import { describe, expect, it } from "vitest";
import { dutyNames } from "#domain/table/duty-names.ts";

const duties = ["decider", "sign-off", "member", "contributor", "performer", "informed"] as const;

describe("a duty for people who know DACI or RAPID", () => {
  it("has one who decides in both", () => {
    expect(dutyNames("decider")).toEqual({ daci: "Approver", rapid: "Decide" });
    expect(duties.filter((duty) => dutyNames(duty).rapid === "Decide")).toEqual(["decider"]);
  });

  it("uses each of RAPID's five letters once", () => {
    const letters = duties
      .map((duty) => dutyNames(duty).rapid)
      .filter((name) => name !== "no letter");

    expect(letters.toSorted()).toEqual(["Agree", "Decide", "Input", "Perform", "Recommend"]);
  });
});
