import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { toPersonId } from "#domain/ids.ts";
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

const guests = [attendee(ana), attendee(ben, { jobTitle: "CFO" })];
const ready = () => screen.getByRole("complementary", { name: "Ready?" });

describe("what is missing", () => {
  it("names the gap, blocks the start, and the one button leads to the mending", async () => {
    const { user, live } = await prepare(
      [opened, framed, needsGroup, seatSet("Sales", ana, "decider")],
      guests,
    );

    expect(within(ready()).getByText(/Finance is needed for this outcome/u)).toBeTruthy();
    expect(screen.getByText("Closed until Finance is covered.")).toBeTruthy();

    await user.click(screen.getByRole("button", { name: "Seat someone from Finance" }));
    await user.click(screen.getByRole("button", { name: "Ben Okafor" }));

    expect(live.picture().meeting.seats.size).toBe(2);
    expect(within(ready()).queryByText(/Finance is needed/u)).toBeNull();
  });

  it("stays closed until the gate is answered, and leads there", async () => {
    const { user } = await prepare([opened, framed, seatSet("Sales", ana, "decider")]);

    expect(screen.getByText(/until you say whether this decision needs a group/u)).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Answer the questions" }));

    expect(screen.getByRole("group", { name: /where the whole company is going/u })).toBeTruthy();
  });
});

describe("somebody named as delegate", () => {
  it("accepts in their own tab, though they may change nothing else", async () => {
    const carl = { id: toPersonId("carl"), name: "Carl Reyes" };
    const { user, live } = await prepare(
      [opened, framed, needsGroup, seatSet("Finance", carl, "member", ben)],
      [attendee(carl, { response: "declined" }), attendee(ben)],
      ben,
    );

    await user.click(screen.getByRole("button", { name: "Accept" }));

    const [place] = live.picture().meeting.seats.values();
    expect(place?.delegateAccepted).toBe(true);
  });
});

describe("starting", () => {
  it("does nothing while the start is closed", async () => {
    const { user, live } = await prepare([opened, framed, needsGroup, seatSet("Sales", ana)]);

    await user.click(screen.getByRole("button", { name: "Start the walk" }));

    expect(live.picture().meeting.status).toBe("proposed");
  });

  it("starts anyway with a reason, which is kept with what blocked", async () => {
    const { user, live, settle } = await prepare([
      opened,
      framed,
      needsGroup,
      seatSet("Sales", ana),
    ]);

    await user.click(screen.getByRole("button", { name: "Start anyway…" }));
    await user.type(
      screen.getByLabelText(/Why do you start all the same/u),
      "Finance joins at ten.",
    );
    await user.click(screen.getByRole("button", { name: "Start with this reason" }));
    await settle();

    expect(live.picture().meeting.started?.override?.reason).toBe("Finance joins at ten.");
    expect(screen.getByText(/The walk has started/u)).toBeTruthy();
  });

  it("starts at once where nothing blocks", async () => {
    const { user, live, settle, enter } = await prepare([
      opened,
      framed,
      needsGroup,
      seatSet("Sales", ana, "decider"),
      seatSet("Finance", ben),
    ]);
    await enter(ben, { announcesArrival: true });
    await settle();

    await user.click(screen.getByRole("button", { name: "Start the walk" }));

    expect(live.picture().meeting.status).toBe("in-session");
  });
});

describe("early answers", () => {
  it("are counted by seat", async () => {
    await prepare([
      opened,
      framed,
      needsGroup,
      seatSet("Sales", ana, "decider"),
      {
        kind: "question-answered",
        question: "goals-without-spending" as never,
        answer: { text: { text: "It frees two people.", basis: "assumption" } },
      },
    ]);

    expect(within(ready()).getByText("Sales · 1 of 6 answered")).toBeTruthy();
  });
});
