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

const guests = [attendee(ana, { department: "Sales" }), attendee(ben, { jobTitle: "CFO" })];
const drivers = (meeting: { seats: ReadonlyMap<string, { seat: { function: string } }> }) =>
  Array.from(meeting.seats.values(), ({ seat }) => seat.function);

describe("seating people", () => {
  it("seats somebody with two clicks, at the function their title suggests", async () => {
    const { user, live } = await prepare([opened, framed, needsGroup], guests);

    await user.click(screen.getByRole("button", { name: /^B?O?\s*Ben Okafor/u }));
    await user.click(screen.getByRole("button", { name: "Seat as driver" }));

    const [place] = live.picture().meeting.seats.values();
    expect(place?.seat).toMatchObject({
      function: "Finance",
      role: "driver",
      person: { id: ben.id },
    });
  });

  it("names those first who would cover what nobody covers, and how that is known", async () => {
    const eve = attendee({ id: toPersonId("eve"), name: "Eve Zander" }, { department: "Legal" });
    await prepare([opened, framed, needsGroup, seatSet("Sales", ana)], [eve, ...guests]);
    const invited = screen.getByRole("region", { name: /^Invited/u });
    const [first, second] = within(invited).getAllByRole("listitem");

    expect(first?.textContent).toMatch(/^BOBen Okaforwould cover Finance, by title/u);
    expect(second?.textContent).toContain("Eve Zander");
  });

  it("seats somebody with the keyboard alone, and goes on to the next", async () => {
    const { user, live } = await prepare([opened, framed, needsGroup], guests);
    screen.getByRole("button", { name: /Ben Okafor/u }).focus();

    await user.keyboard("{Enter}{Tab}{Tab}{Enter}");

    expect(drivers(live.picture().meeting)).toEqual(["Finance"]);
    expect(document.activeElement?.textContent).toContain("Ana Ferreira");
  });

  it("shows an empty place for a function the outcome needs, and who could fill it", async () => {
    const { user, live } = await prepare(
      [opened, framed, needsGroup, seatSet("Sales", ana)],
      guests,
    );

    await user.click(screen.getByRole("button", { name: "Finance, driver: nobody yet" }));
    const choice = screen.getByRole("region", { name: "Seat someone from Finance" });
    await user.click(within(choice).getByRole("button", { name: "Ben Okafor" }));

    expect(drivers(live.picture().meeting)).toEqual(["Sales", "Finance"]);
  });

  it("shows names that look like markup as text", async () => {
    const eve = { id: toPersonId("eve"), name: "<img src=x onerror=alert(1)>" };
    await prepare([opened, framed, needsGroup], [attendee(eve)]);

    expect(screen.getAllByText("<img src=x onerror=alert(1)>").length).toBeGreaterThan(0);
    expect(document.querySelector("img")).toBeNull();
  });

  it("says who declined, in words", async () => {
    await prepare([opened, framed, needsGroup], [attendee(ben, { response: "declined" })]);

    expect(screen.getByText(/declined/u, { selector: "span span" })).toBeTruthy();
  });

  it("does not draw three hundred people at once, and finds any of them", async () => {
    const crowd = Array.from({ length: 300 }, (_, index) =>
      attendee({ id: toPersonId(`p${index}`), name: `Person ${index}` }),
    );
    const { user } = await prepare([opened, framed, needsGroup], crowd);

    expect(screen.getByText("260 more. Find them by name or function.")).toBeTruthy();
    await user.type(screen.getByLabelText("Find somebody"), "Person 299");

    expect(screen.getByRole("button", { name: /Person 299/u })).toBeTruthy();
  });
});

describe("a seat in work", () => {
  it("makes one driver decide, and only one", async () => {
    const { user, live } = await prepare([
      opened,
      framed,
      needsGroup,
      seatSet("Sales", ana, "decider"),
      seatSet("Finance", ben, "decider"),
    ]);

    await user.click(screen.getByRole("button", { name: "Choose who decides" }));
    await user.click(screen.getByRole("button", { name: "Ben Okafor (Finance)" }));

    const duties = Array.from(live.picture().meeting.seats.values(), ({ seat }) => seat.duty);
    expect(duties).toEqual(["member", "decider"]);
  });

  it("takes a seat away", async () => {
    const { user, live } = await prepare([opened, framed, needsGroup, seatSet("Sales", ana)]);

    await user.click(screen.getByRole("button", { name: /^Sales, driver/u }));
    await user.click(screen.getByRole("button", { name: "Take this seat away" }));

    expect(live.picture().meeting.seats.size).toBe(0);
  });
});

describe("what a seat is", () => {
  it("can be put right by hand where the directory was wrong", async () => {
    const { user, live } = await prepare([opened, framed, needsGroup, seatSet("Sales", ana)]);

    await user.click(screen.getByRole("button", { name: /^Sales, driver/u }));
    await user.selectOptions(screen.getByLabelText("Function"), "Finance");

    expect(drivers(live.picture().meeting)).toEqual(["Finance"]);
  });

  it("says what DACI and RAPID call its part, to a screen reader too", async () => {
    const { user } = await prepare([opened, framed, needsGroup, seatSet("Sales", ana, "decider")]);
    await user.click(screen.getByRole("button", { name: /^Sales, decides/u }));
    const part = screen.getByLabelText("Part");
    const described = document.getElementById(part.getAttribute("aria-describedby") ?? "");

    expect(described?.textContent).toBe("In DACI: Approver. In RAPID: Decide.");
  });
});
