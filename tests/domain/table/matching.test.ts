import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchAttendees, suggestSeats } from "#domain/table/matching.ts";
import { commonFunctions } from "#domain/table/business-function.ts";
import {
  ada,
  attendee,
  ben,
  dana,
  driver,
  emil,
  fn,
  guest,
  person,
  stakeholder,
} from "../table-fixtures.ts";

const finance = driver("Finance", { person: dana, delegate: emil });
const it_ = driver("IT", { person: ben });

describe("matching attendees to seats", () => {
  it("goes by Entra id", () => {
    const renamed = attendee({ ...dana, name: "D. Wolf", mail: "new@larkfield.example" });

    expect(matchAttendees([renamed], [it_, finance]).seated).toMatchObject([
      { seat: finance, as: "person" },
    ]);
  });

  it("goes by mail, in any case of letters, where the id is not known", () => {
    const byMail = { ...attendee(dana, { mail: "Dana.WOLF@Larkfield.example " }) };
    const { person: _, ...anonymous } = byMail;

    expect(matchAttendees([anonymous], [finance]).seated).toMatchObject([{ person: dana }]);
  });

  it("goes by mail where a guest has another id at home", () => {
    const atHome = attendee({ ...guest, id: ada.id });

    expect(matchAttendees([atHome], [driver("Vendor", { person: guest })]).seated.length).toBe(1);
  });

  it("believes the id before the mail", () => {
    const sharedMailbox = attendee({ ...ben, mail: dana.mail! });

    expect(matchAttendees([sharedMailbox], [finance, it_]).seated).toMatchObject([{ seat: it_ }]);
  });

  it("never goes by name", () => {
    const namesake = attendee({ ...person("Other One"), name: dana.name });

    expect(matchAttendees([namesake], [finance])).toEqual({ seated: [], unseated: [namesake] });
  });

  it("never takes two missing mails for the same", () => {
    const { mail: _, ...unmailed } = dana;
    const { person: __, mail: ___, ...nobody } = attendee(ada);

    expect(matchAttendees([nobody], [driver("Finance", { person: unmailed })]).seated).toEqual([]);
  });

  it("finds delegates as such", () => {
    expect(matchAttendees([attendee(emil)], [finance]).seated).toMatchObject([
      { seat: finance, person: emil, as: "delegate" },
    ]);
  });

  it("gives somebody their own seat before one they stand in for", () => {
    const own = stakeholder("Data", { person: emil });

    expect(matchAttendees([attendee(emil)], [finance, own]).seated).toMatchObject([
      { seat: own, as: "person" },
    ]);
  });

  it("loses nobody and doubles nobody", () => {
    const everybody = fc.subarray([ada, ben, dana, emil, guest]);

    fc.assert(
      fc.property(everybody, (people) => {
        const attendees = people.map((one) => attendee(one));
        const { seated, unseated } = matchAttendees(attendees, [finance, it_]);
        const found = [...seated.map((match) => match.attendee), ...unseated];

        expect(new Set(found)).toEqual(new Set(attendees));
        expect(found.length).toBe(attendees.length);
      }),
    );
  });

  it("takes three hundred attendees and seats in its stride", () => {
    const people = Array.from({ length: 300 }, (_, at) => person(`Person ${at}`));
    const seats = people.map((one, at) => stakeholder(`Place ${at}`, { person: one }));

    expect(
      matchAttendees(
        people.map((one) => attendee(one)),
        seats,
      ).seated.length,
    ).toBe(300);
  });
});

describe("suggesting a function", () => {
  const suggest = (department?: string, jobTitle?: string, needed: string[] = []) => {
    const about = { ...(department && { department }), ...(jobTitle && { jobTitle }) };
    const [only] = suggestSeats([attendee(ada, about)], needed.map(fn));
    return only && [only.function, only.from];
  };

  it.each([
    ["Sales Operations", "Sales Operations"],
    ["Group Finance & Controlling", "Finance"],
    ["IT", "IT"],
    ["Information Security", "Security"],
    ["People and Culture", "HR"],
    ["People Operations", "HR"],
    ["Legal Operations", "Legal"],
    ["Data Protection", "Legal"],
    ["Data and Analytics", "Data"],
    ["Product Marketing", "Marketing"],
    ["EMEA Sales", "Sales"],
    ["Supply Chain", "Operations"],
  ])("takes the department %s for %s", (department, name) => {
    expect(suggest(department)).toEqual([name, "department"]);
  });

  it("goes by the title where the department says nothing", () => {
    expect(suggest("Nordics", "Chief Information Officer (CIO)")).toEqual(["IT", "title"]);
  });

  it("believes the department before the title", () => {
    expect(suggest("Finance", "IT Business Partner")).toEqual(["Finance", "department"]);
  });

  it("reads whole words only", () => {
    expect(suggest("Auditing", "Writer")).toEqual([undefined, undefined]);
  });

  it("says nothing where nothing is known", () => {
    expect(suggest()).toEqual([undefined, undefined]);
  });

  it("knows a company's own function by its name once it is needed", () => {
    expect(suggest("Field Service North", undefined, ["Field Service"])).toEqual([
      "Field Service",
      "department",
    ]);
  });

  it("does not take Sales Operations for Sales because Sales is needed", () => {
    expect(suggest("Sales Operations", undefined, ["Sales"])?.[0]).toBe("Sales Operations");
  });

  it("follows another table of hints where a company brings one", () => {
    const hints = [{ word: "kundenservice", function: fn("Service") }];
    const attendees = [attendee(ada, { department: "Kundenservice Nord" })];

    expect(suggestSeats(attendees, [], hints)).toMatchObject([{ function: "Service" }]);
  });

  it("suggests only functions that are offered or needed", () => {
    const words = fc.constantFrom("Head", "of", "Sales", "IT", "people", "data", "Ops", "Legal");
    const text = fc.array(words, { maxLength: 4 }).map((list) => list.join(" "));

    fc.assert(
      fc.property(text, text, (department, jobTitle) => {
        const [only] = suggestSeats([attendee(ada, { department, jobTitle })], [fn("Ops")]);
        const known = [...commonFunctions, fn("Ops"), undefined];

        expect(known).toContain(only?.function);
      }),
    );
  });

  it("answers for everybody, in their order", () => {
    const attendees = [attendee(ada, { department: "HR" }), attendee(ben), attendee(dana)];

    expect(suggestSeats(attendees, []).map((one) => one.attendee)).toEqual(attendees);
  });
});
