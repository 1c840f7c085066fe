import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { MissingKnowledge, Roster } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { inJsdom } from "../in-jsdom.ts";
import { ana, attendee, ben, framed, needsGroup, opened, prepare } from "./preparing-fixtures.tsx";

inJsdom();

/** A roster that lacks something until the person allows it. */
function lacking(what: MissingKnowledge, answer: "yes" | "no", fails = false): Roster {
  let isAllowed = false;
  const scopes = ["Chat.ReadBasic"];
  return {
    attendees: () => {
      if (fails && !isAllowed) {
        return Promise.reject(new StoreError("consent-needed", "no", { scopes }));
      }
      const missing = isAllowed ? [] : [what];
      return Promise.resolve({
        attendees: [attendee(ana), attendee(ben)],
        missing,
        askable: missing,
      });
    },
    ask: () => {
      if (answer === "no") return Promise.reject(new StoreError("consent-needed", "declined"));
      isAllowed = true;
      return Promise.resolve();
    },
  };
}

const openWith = (roster: Roster) =>
  prepare([opened, framed, needsGroup], [], ana, undefined, { roster });
const note = () => screen.queryByText(/Quorate may not read the calendar/u);

describe("attendees of whom something may not be read yet", () => {
  it("come with it once the person allows it, where it was missing", async () => {
    const { user, settle } = await openWith(lacking("responses", "yes"));
    expect(note()).not.toBeNull();
    await user.click(screen.getByRole("button", { name: "Allow reading the calendar" }));
    await settle();

    expect(note()).toBeNull();
  });

  it("stay as they are when the person says no", async () => {
    const { user, settle } = await openWith(lacking("responses", "no"));
    await user.click(screen.getByRole("button", { name: "Allow reading the calendar" }));
    await settle();

    expect(note()).not.toBeNull();
    expect(screen.getAllByText("Ben Okafor")).not.toEqual([]);
  });

  it("can be allowed where nobody is listed at all", async () => {
    const { user, settle } = await openWith(lacking("roster", "yes", true));
    await user.click(screen.getByRole("button", { name: "Allow reading who is in this meeting" }));
    await settle();

    expect(screen.getAllByText("Ben Okafor")).not.toEqual([]);
  });

  it("are not asked for what no consent would bring", async () => {
    const roster: Roster = {
      attendees: () => Promise.resolve({ attendees: [attendee(ana)], missing: ["responses"] }),
      ask: () => Promise.resolve(),
    };
    await openWith(roster);
    await act(async () => {});

    expect(note()).not.toBeNull();
    expect(screen.queryByRole("button", { name: /^Allow/u })).toBeNull();
  });
});
