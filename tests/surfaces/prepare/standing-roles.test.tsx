import { screen, within } from "@testing-library/react";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { StandingRole } from "#domain/table/standing-role.ts";
import type { StandingRoles } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { inJsdom } from "../in-jsdom.ts";
import { ana, attendee, ben, framed, needsGroup, opened, prepare } from "./preparing-fixtures.tsx";

inJsdom();

type Read = Awaited<ReturnType<StandingRoles["read"]>>;
const usual = (name: string, person: { name: string }, duty = "member") =>
  v.parse(StandingRole, { function: name, role: "driver", duty, required: true, person });
const roles = [usual("Sales", ana, "decider"), usual("Finance", ben)];

async function fill(read: Partial<Read> | StoreError) {
  const answer = () =>
    read instanceof StoreError
      ? Promise.reject(read)
      : Promise.resolve({ roles: [], unreadable: [], ...read });
  const hands = await prepare(
    [opened, framed, needsGroup],
    [attendee(ana), attendee(ben, { response: "declined" })],
    ana,
    undefined,
    { standingRoles: { read: answer } },
  );
  await hands.user.click(screen.getByRole("button", { name: "Fill from the standing roles…" }));
  await hands.settle();
  return hands;
}
const proposal = () => screen.getByRole("region", { name: "Seats from the standing roles" });

describe("filling the table from the standing roles", () => {
  it("shows each seat with its person and what to know, and takes all by one press", async () => {
    const { user, live } = await fill({ roles });
    expect(within(proposal()).getByText("Ben Okafor has declined.")).toBeTruthy();

    await user.click(within(proposal()).getByRole("button", { name: "Take 2 seats" }));

    const seats = Array.from(live.picture().meeting.seats.values(), ({ seat }) => seat);
    expect(seats).toMatchObject([
      { function: "Sales", duty: "decider", person: { id: ana.id } },
      { function: "Finance", duty: "member", person: { id: ben.id } },
    ]);
    expect(screen.queryByRole("region", { name: "Seats from the standing roles" })).toBeNull();
  });

  it("leaves out what is not ticked", async () => {
    const { user, live } = await fill({ roles });

    await user.click(within(proposal()).getByRole("checkbox", { name: /^Sales/u }));
    await user.click(within(proposal()).getByRole("button", { name: "Take 1 seat" }));

    const seats = Array.from(live.picture().meeting.seats.values(), ({ seat }) => seat.function);
    expect(seats).toEqual(["Finance"]);
  });

  it("names the rows that could not be read", async () => {
    await fill({ roles, unreadable: [{ row: "Legal, Berlin", why: "It names no function." }] });

    expect(within(proposal()).getByText("Legal, Berlin: It names no function.")).toBeTruthy();
  });

  it("says so where every role has its seat already, and why", async () => {
    await fill({ roles: [v.parse(StandingRole, { ...usual("IT", ana), required: false })] });

    expect(within(proposal()).getByText(/No standing role leads to a further seat/u)).toBeTruthy();
    expect(within(proposal()).getByText(/The outcome does not need IT\./u)).toBeTruthy();
    expect(within(proposal()).queryByRole("button", { name: /^Take/u })).toBeNull();
  });

  it("says where such a list would be, where there is none", async () => {
    await fill({});

    expect(within(proposal()).getByText(/This site keeps no standing roles/u)).toBeTruthy();
  });

  it("says why the list cannot be read, and lets the seating go on by hand", async () => {
    await fill(new StoreError("forbidden", "no"));

    expect(screen.getAllByText(/You have no access to the site/u)).toBeTruthy();
    expect(screen.getByRole("button", { name: /Ben Okafor/u })).toBeTruthy();
  });
});

describe("a deployment that does not look for standing roles", () => {
  it("offers nothing", async () => {
    await prepare([opened, framed, needsGroup]);

    expect(screen.queryByRole("button", { name: /standing roles/u })).toBeNull();
  });
});
