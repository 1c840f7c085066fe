import { describe, expect, it } from "vitest";
import { type Meeting, type SeatAtTable, newMeeting } from "#domain/meeting-state.ts";
import { type Finding, type FindingCode, findingCodes } from "#domain/table/finding.ts";
import { mendingsOf } from "#surfaces/prepare/ready/mending.ts";
import {
  ada,
  asTable,
  ben,
  chloe,
  driver,
  fn,
  guest,
  stakeholder,
} from "../../domain/table-fixtures.ts";

const info = {
  key: "19:meeting@thread.v2" as never,
  subject: "Forecast",
  startsAtMs: Date.UTC(2026, 10, 24, 14),
};

/** A table with these seats, in a meeting that Ada prepares. */
function tableWith(...seats: readonly SeatAtTable[]): Meeting {
  return {
    ...newMeeting,
    opened: { decision: "d" as never, by: ada, atMs: 0, position: 1, meeting: info },
    frame: { ...newMeeting.frame, title: "Redesign forecasting", functions: [fn("Finance")] },
    seats: asTable(...seats),
  };
}

function about(code: FindingCode, ...places: readonly SeatAtTable[]): Finding {
  const people = places.flatMap(({ seat }) => seat.person?.id ?? []);
  const seats = places.map(({ seat }) => seat.id);
  return { code, severity: "warns", sentence: "", seats, people, function: fn("Finance") };
}

const acts = (finding: Finding, ...seats: readonly SeatAtTable[]) =>
  mendingsOf(finding, tableWith(...seats), ada);
const words = (finding: Finding, ...seats: readonly SeatAtTable[]) =>
  acts(finding, ...seats).map(({ word }) => word);
/** The message that an act shows. */
const messages = (finding: Finding, ...seats: readonly SeatAtTable[]) =>
  acts(finding, ...seats).flatMap((act) => ("message" in act ? [act.message] : []));

const bens = driver("Finance", { person: ben });
const empty = driver("Finance");

describe("whatever a check finds", () => {
  it.each(findingCodes)("%s has an act that mends it", (code) => {
    const place = driver("Finance", { person: ben, delegate: chloe });

    expect(words(about(code, place), place)).not.toEqual([]);
  });
});

describe("a required driver who is not here", () => {
  it("can be asked, replaced by a delegate, or made not required", () => {
    expect(words(about("required-driver-absent", bens), bens)).toEqual([
      "Ask Ben Ortiz…",
      "Name a delegate",
      "Not required",
    ]);
  });

  it("is written to with the meeting, its time, and why they are needed", () => {
    const [message] = messages(about("required-driver-absent", bens), bens);

    expect(message?.label).toBe("Invitation to Ben Ortiz");
    expect(message?.text).toMatch(/^Hello Ben Ortiz,\n\nplease join “Forecast”, Tuesday,? 24 Nov/u);
    expect(message?.text).toContain("Redesign forecasting");
    expect(message?.text).toContain("Finance has a seat that the decision cannot do without");
    expect(message?.text).toMatch(/Thank you\nAda Moreau$/u);
  });

  it("has their delegate asked to accept, and once accepted, to come", () => {
    const named = driver("Finance", { person: ben, delegate: chloe });
    const accepted = { ...named, delegateAccepted: true };

    expect(messages(about("required-driver-absent", named), named)[1]?.text).toContain("“Accept”");
    expect(messages(about("required-driver-absent", accepted), accepted)[1]?.text).toContain(
      "You stand in for Ben Ortiz (Finance)",
    );
  });

  it("of an empty seat can be chosen, or the seat goes", () => {
    expect(words(about("required-driver-absent", empty), empty)).toEqual([
      "Choose who sits there",
      "Take the seat away",
      "Not required",
    ]);
  });

  it("is no longer required by one press", () => {
    const [, , spare] = acts(about("required-driver-absent", bens), bens);

    expect(spare).toMatchObject({ tell: { kind: "seat-set", seat: { required: false } } });
  });
});

describe("a function that nobody covers", () => {
  it("without a seat can be seated, asked for, or struck from what is needed", () => {
    const finding = about("function-uncovered");

    expect(words(finding)).toEqual([
      "Seat someone from Finance",
      "Ask Finance…",
      "Finance is not needed",
    ]);
    expect(acts(finding)[2]).toMatchObject({ tell: { frame: { functions: [] } } });
    expect(messages(finding)[0]?.text).toContain("somebody who answers for Finance");
  });

  it("whose stakeholder is at the table can have a driver of them", () => {
    const place = stakeholder("Finance", { person: ben });
    const [make] = acts(about("function-uncovered", place), place);

    expect(make).toMatchObject({
      word: "Make Ben Ortiz a driver",
      tell: { seat: { role: "driver", duty: "member" } },
    });
  });

  it("whose driver stays away has them asked, or a delegate named", () => {
    expect(words(about("function-uncovered", bens), bens)).toEqual([
      "Ask Ben Ortiz…",
      "Name a delegate",
    ]);
  });
});

describe("somebody from outside who would decide", () => {
  it("becomes a stakeholder by one press", () => {
    const place = driver("Finance", { person: guest });
    const [make] = acts(about("external-driver", place), place);

    expect(make).toMatchObject({ tell: { seat: { role: "stakeholder", duty: "contributor" } } });
  });
});

describe("a delegate who has not accepted", () => {
  const place = driver("Finance", { person: ben, delegate: ada });
  const finding = { ...about("delegate-unaccepted", place), people: [ada.id] };

  it("accepts themself, where they look at it", () => {
    expect(acts(finding, place)).toEqual([
      { word: "Accept", tell: { kind: "delegate-accepted", seat: place.seat.id } },
    ]);
  });

  it("is asked by whoever else looks at it", () => {
    expect(mendingsOf(finding, tableWith(place), ben).map(({ word }) => word)).toEqual([
      "Ask Ada Moreau…",
      "Name another delegate",
    ]);
  });
});

describe("what nobody has said yet", () => {
  it("is asked of the others, not of oneself", () => {
    const own = driver("Finance", { person: ada });
    const places = [own, driver("IT", { person: ben }), driver("HR", { person: chloe })];
    const [message] = messages(about("seat-without-insight", ...places), ...places);

    expect(message?.text).toMatch(/^Hello Ben Ortiz, Chloe Diaz,/u);
    expect(words(about("seat-without-insight", own), own)).toEqual(["Write what they know"]);
  });
});
