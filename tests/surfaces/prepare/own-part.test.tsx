import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { toPersonId, toSeatId } from "#domain/ids.ts";
import type { Meeting } from "#domain/meeting-state.ts";
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

const carl = { id: toPersonId("carl"), name: "Carl Reyes" };
const own = () => screen.getByRole("region", { name: "Your part" });
const sales = toSeatId("seat-Sales");
const recusal = (meeting: Meeting) => meeting.seats.get(sales)?.recused;
const atTheTable = [opened, framed, needsGroup, seatSet("Sales", ana, "decider")];

describe("somebody named as delegate", () => {
  const forCarl = [opened, framed, needsGroup, seatSet("Finance", carl, "member", ben)];

  it("sees for whom, and accepts with one press in their own tab", async () => {
    const { user, live } = await prepare(forCarl, [attendee(ben)], ben);
    expect(within(own()).getByText(/delegate for Carl Reyes \(Finance\)/u)).toBeTruthy();

    await user.click(within(own()).getByRole("button", { name: /^Accept/u }));

    const [place] = live.picture().meeting.seats.values();
    expect(place?.delegateAccepted).toBe(true);
    expect(
      within(own()).getByText(
        "You sit at the Finance seat when Carl Reyes cannot: you take a stance.",
      ),
    ).toBeTruthy();
  });

  it("who cannot has a message for whoever prepares, and nothing changes", async () => {
    const { user, live } = await prepare(forCarl, [attendee(ben)], ben);

    await user.click(within(own()).getByRole("button", { name: /^I cannot/u }));

    expect(within(own()).getByLabelText(`Message to ${ana.name}`).textContent).toContain(
      "I cannot stand in for Carl Reyes (Finance)",
    );
    const [place] = live.picture().meeting.seats.values();
    expect(place?.delegateAccepted).toBe(false);
  });
});

describe("somebody with a conflict of interest", () => {
  it("declares it with a reason, and takes it back", async () => {
    const { user, live } = await prepare(atTheTable);

    await user.click(screen.getByRole("button", { name: /^I have a conflict of interest/u }));
    await user.type(screen.getByLabelText("What ties you to the outcome"), "I own shares.");
    await user.click(screen.getByRole("button", { name: "Declare it" }));
    expect(recusal(live.picture().meeting)?.reason).toBe("I own shares.");
    await user.click(screen.getByRole("button", { name: /^Take it back/u }));

    expect(recusal(live.picture().meeting)).toBeUndefined();
  });

  it("never loses the keyboard on the way", async () => {
    const { user } = await prepare(atTheTable);
    const focused = () => document.activeElement?.textContent;

    await user.click(screen.getByRole("button", { name: /^I have a conflict of interest/u }));
    await user.keyboard("I own shares.");
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(focused()).toBe("I have a conflict of interest…");
    await user.keyboard("{Enter}");
    await user.click(screen.getByRole("button", { name: "Declare it" }));
    expect(focused()).toBe("Take it back");
  });

  it("declares nothing without a reason", async () => {
    const { user, live } = await prepare(atTheTable);

    await user.click(screen.getByRole("button", { name: /^I have a conflict of interest/u }));
    await user.click(screen.getByRole("button", { name: "Declare it" }));

    expect(recusal(live.picture().meeting)).toBeUndefined();
  });

  it("is read by everybody at the table, and no longer covers their function", async () => {
    await prepare(
      [...atTheTable, { kind: "interest-declared", seat: sales, reason: "I own shares." }],
      [attendee(ben)],
      ben,
    );

    expect(screen.getByRole("list", { name: "Recused" }).textContent).toBe(
      "Ana Ferreira (Sales) has a conflict of interest: I own shares.",
    );
    expect(screen.getByText(/^No decider yet/u)).toBeTruthy();
  });
});

describe("whoever prepares", () => {
  it("records a conflict of interest for somebody, and it says who wrote it down", async () => {
    const { user, live } = await prepare([...atTheTable, seatSet("Finance", ben)]);

    await user.click(screen.getByRole("button", { name: /^Finance, driver/u }));
    await user.click(screen.getByRole("button", { name: /^Record a conflict/u }));
    await user.type(screen.getByLabelText("What ties Ben Okafor to the outcome"), "He founded it.");
    await user.click(screen.getByRole("button", { name: "Record it" }));

    const seat = live.picture().meeting.seats.get(toSeatId("seat-Finance"));
    expect(seat?.recused).toMatchObject({ recordedFor: { id: ben.id }, by: { id: ana.id } });
    expect(screen.getAllByText(/conflict of interest, recorded by Ana Ferreira: He/u)).toBeTruthy();
  });
});

describe("somebody without a part", () => {
  it("sees none", async () => {
    await prepare(atTheTable, [attendee(ben)], ben);

    expect(screen.queryByRole("region", { name: "Your part" })).toBeNull();
  });
});
