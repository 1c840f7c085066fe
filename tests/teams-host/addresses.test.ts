import { describe, expect, it } from "vitest";
import { queryOf, stateFrom, type World } from "../../sandbox/teams-host/page/page-state.ts";
import { roomFrom } from "../../sandbox/teams-host/room/room-state.ts";
import type { Person } from "../../sandbox/teams-host/protocol/viewer.ts";
import { isAppAddress, pageAddress } from "../../sandbox/teams-host/service/tab-address.ts";
import { member } from "./host-fixtures.ts";

const base = "https://proxy.example/p/sandbox/room";

function person(id: string, more: Partial<Person> = {}): Person {
  return { ...member.person, id, writesTo: ["site"], ...more };
}

const world: World = {
  tenantId: "tenant",
  people: [
    person("guest", { userType: "Guest", writesTo: [] }),
    person("declined"),
    person("stranger", { writesTo: [] }),
    person("two"),
    person("ana"),
  ],
  meetings: member.meeting
    ? [
        {
          ...member.meeting,
          roster: ["guest", "declined", "stranger", "two", "ana"],
          responses: new Map([["declined", "declined"]]),
        },
      ]
    : [],
};

describe("the address of a page of the app", () => {
  const tab = { contentUrl: "https://other.example/sandbox/app/walk.html?site=a%2Cb" };

  it("takes the saved query to the page asked for, on this origin", () => {
    expect(pageAddress("prepare", tab, base)).toBe(
      "https://proxy.example/p/sandbox/app/prepare.html?site=a%2Cb",
    );
  });

  it("is bare for setup, and for a meeting without a tab", () => {
    expect(pageAddress("setup", tab, base)).toBe("https://proxy.example/p/sandbox/app/setup.html");
    expect(pageAddress("walk", undefined, base)).toBe(
      "https://proxy.example/p/sandbox/app/walk.html",
    );
  });

  it("is what was shared, for the stage", () => {
    const stage = { url: "https://other.example/sandbox/app/stage.html?site=z", by: "ana" };

    expect(pageAddress("stage", { ...tab, stage }, base)).toMatch(/stage\.html\?site=z$/);
  });

  it("is the app's only under the sandbox's own app folder", () => {
    expect(isAppAddress("https://proxy.example/p/sandbox/app/log.html", base)).toBe(true);
    expect(isAppAddress("https://proxy.example/p/graph/v1.0/me", base)).toBe(false);
    expect(isAppAddress("javascript:alert(1)", base)).toBe(false);
  });
});

describe("the host page's address", () => {
  it("leads back to the state it was made from", () => {
    const query =
      "person=two&surface=walk&meeting=none&theme=dark&language=de-DE&connection=offline&signIn=silent";

    expect(queryOf(stateFrom(new URLSearchParams(query), world))).toBe(query);
  });

  it("means the organizer preparing the first meeting when it names nothing, or nonsense", () => {
    const usual = { personId: "ana", surface: "prepare", meetingId: "forecasting", theme: "light" };

    expect(stateFrom(new URLSearchParams(""), world)).toMatchObject(usual);
    const nonsense = new URLSearchParams("person=x&surface=x&meeting=x&theme=x&signIn=x");
    expect(stateFrom(nonsense, world)).toMatchObject({ ...usual, troubles: member.troubles });
  });
});

describe("a room whose address names nobody", () => {
  it("opens the organizer first, then who can write, guests and the declined last", () => {
    expect(roomFrom(new URLSearchParams(""), world).personIds).toEqual([
      "ana",
      "two",
      "stranger",
      "guest",
      "declined",
    ]);
  });

  it("stays empty when the address says so", () => {
    expect(roomFrom(new URLSearchParams("people="), world).personIds).toEqual([]);
  });
});
