import { describe, expect, it } from "vitest";
import { rowName, toRole } from "#adapters/sharepoint/roles/role-row.ts";

const people = new Map([["7", { name: "Kwame Mensah", mail: "kwame@larkfield.example" }]]);
const whyOf = (fields: unknown) => toRole(fields, people).why;

describe("a row of the list of standing roles", () => {
  it("tells who usually sits where, and what they owe", () => {
    const fields = {
      SeatFunction: ["IT"],
      SeatPersonLookupId: "7",
      SeatPersonEntra: "10000000-0000-4000-8000-000000000002",
      SeatDuty: "sign-off",
      SeatGround: "security",
      SeatDelegateName: "Inés",
      SeatRequired: true,
    };

    expect(toRole(fields, people)).toEqual({
      role: {
        function: "IT",
        role: "driver",
        duty: "sign-off",
        ground: "security",
        required: true,
        person: {
          name: "Kwame Mensah",
          mail: "kwame@larkfield.example",
          id: "10000000-0000-4000-8000-000000000002",
        },
        delegate: { name: "Inés" },
      },
    });
  });

  it("has the usual duty of its role, and the role of its duty", () => {
    const of = (more: object) => toRole({ SeatFunction: "HR", ...more }, people).role;

    expect(of({ SeatRole: "driver" })).toMatchObject({ duty: "member" });
    expect(of({ SeatRole: " Stakeholder " })).toMatchObject({ duty: "contributor" });
    expect(of({ SeatDuty: "Decider" })).toMatchObject({ role: "driver", required: false });
  });

  it.each([
    ["no columns", undefined, "A column holds something of another kind."],
    ["a number for a function", { SeatFunction: 7 }, "A column holds something of another kind."],
    ["no function", { SeatDuty: "member" }, "It names no function."],
    ["blank functions", { SeatFunction: ["", " "] }, "It names no function."],
    ["two", { SeatFunction: ["IT", "HR"] }, "It names more than one function: make a row of each."],
    ["a long one", { SeatFunction: "x".repeat(61) }, "The function's name is too long."],
    ["neither role nor duty", { SeatFunction: "IT" }, "It has no duty."],
    ["an odd role", { SeatFunction: "IT", SeatRole: "boss" }, "“boss” is no role."],
    ["an odd duty", { SeatFunction: "IT", SeatDuty: "constructor" }, "“constructor” is no duty."],
    ["a role like code", { SeatFunction: "IT", SeatRole: "toString" }, "“tostring” is no role."],
    [
      "a role against its duty",
      { SeatFunction: "IT", SeatRole: "driver", SeatDuty: "informed" },
      "A driver cannot have the duty “informed”.",
    ],
    [
      "a bare sign-off",
      { SeatFunction: "IT", SeatDuty: "sign-off" },
      "A sign-off needs its ground.",
    ],
  ])("with %s is named, with the reason", (_, fields, why) => {
    expect(toRole(fields, people)).toEqual({ why });
  });

  it("keeps its role where the person is only a number nobody knows", () => {
    const fields = { SeatFunction: "IT", SeatDuty: "member", SeatPersonLookupId: "99" };

    expect(toRole(fields, people).role).not.toHaveProperty("person");
    expect(whyOf(fields)).toBe("The person cannot be read: type their name beside it.");
    expect(toRole({ ...fields, SeatPersonName: "Mei-Ling" }, people)).toMatchObject({
      role: { person: { name: "Mei-Ling" } },
    });
  });

  it("takes no text for an id that is none, nor marks that reorder text", () => {
    const fields = {
      SeatFunction: "IT",
      SeatDuty: "member",
      SeatPersonName: "\u202EemawK",
      SeatPersonEntra: "'; drop",
    };

    expect(toRole(fields, people).role).toMatchObject({ person: { name: "emawK" } });
    expect(toRole(fields, people).role?.person).not.toHaveProperty("id");
  });

  it("is called by its title, or by its number", () => {
    expect(rowName({ Title: " IT\nlead " }, "3")).toBe("IT lead");
    expect(rowName({}, "3")).toBe("row 3");
    expect(rowName(undefined, "3")).toBe("row 3");
  });
});
