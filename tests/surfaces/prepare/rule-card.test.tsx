import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { inJsdom } from "../in-jsdom.ts";
import {
  ana,
  attendee,
  ben,
  framed,
  needsGroup,
  opened,
  prepare,
  seatSet,
} from "./preparing-fixtures.tsx";

inJsdom();

async function atTheRule() {
  const prepared = await prepare(
    [opened, framed, needsGroup, seatSet("Sales", ana, "decider"), seatSet("Finance", ben)],
    [attendee(ana), attendee(ben)],
  );
  await prepared.user.click(screen.getByRole("button", { name: "Edit: How we will decide" }));
  return prepared;
}

describe("choosing the rule before the meeting", () => {
  it("forms the sentence as it is chosen", async () => {
    const { user, live } = await atTheRule();
    await user.click(screen.getByRole("radio", { name: "Unanimity" }));
    await user.selectOptions(screen.getByLabelText("Counted over"), "entitled");
    await user.selectOptions(screen.getByLabelText("Quorum"), "2");

    expect(live.picture().meeting.rule).toEqual({
      method: "unanimity",
      denominator: "entitled",
      quorum: { kind: "count", drivers: 2 },
    });
    expect(
      screen.getAllByText(/all of the drivers entitled agree.*\(2 of 2\)\..*Quorum: 2 drivers/u)
        .length,
    ).toBeGreaterThan(0);
  });

  it("asks one who chooses a decider for no more than that", async () => {
    const { user, live } = await atTheRule();
    await user.click(screen.getByRole("radio", { name: "Majority" }));
    await user.click(screen.getByRole("radio", { name: "One decides" }));

    expect(screen.queryByLabelText("Counted over")).toBeNull();
    expect(live.picture().meeting.rule).toEqual({
      method: "single-decider",
      quorum: { kind: "required-drivers" },
    });
  });
});
