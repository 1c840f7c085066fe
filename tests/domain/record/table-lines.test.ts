import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { projectRow } from "#domain/record/project.ts";
import {
  type Saying,
  decidable,
  gathered,
  log,
  proposed,
  says,
  stance,
} from "../meeting-fixtures.ts";
import { ada, dana, driver, greta, guest } from "../table-fixtures.ts";

function row(...sayings: readonly Saying[]): DecisionRow {
  return projectRow(replay(log(...sayings)), "", 0);
}

describe("the table in the record", () => {
  it("names a delegate and for whom", () => {
    const { seat } = driver("Finance", { person: dana, delegate: greta });
    const decided = row(
      ...proposed(),
      says(ada, { kind: "seat-set", seat }),
      says(greta, { kind: "delegate-accepted", seat: seat.id }),
      says(dana, { kind: "person-left" }),
      stance(greta, "Finance", { stance: "disagree-and-commit", reason: "Dana would say no" }),
    );

    expect(decided.table).toContain(
      "Finance (member): Greta Holm, for Dana Wolf – disagree and commit",
    );
    expect(decided.dissentByName).toBe(
      "Greta Holm (Finance, for Dana Wolf) disagrees and commits: Dana would say no",
    );
  });

  it("keeps who took a stance and left", () => {
    const decided = row(
      ...decidable,
      says(dana, { kind: "person-left" }),
      says(ada, { kind: "decision-closed", outcome: "decided" }),
    );

    expect(decided.table).toContain("Finance (member): Dana Wolf – disagree and commit");
    expect(decided).toMatchObject({ driversPresent: 5, functionsCovered: 3 });
  });

  it("says who was in the room without a screen, and who is external", () => {
    const seat = driver("Vendor", { person: guest, required: false }).seat;
    const marked = row(
      ...gathered,
      says(ada, { kind: "seat-set", seat }),
      says(ada, { kind: "person-marked-present", person: guest }),
    );

    expect(marked.table).toContain("Vendor (member): Iris Vale (external), in the room");
  });

  it("names the ground of a sign-off, and the reason of who is recused", () => {
    const seat = driver("Security", { person: greta, signsOff: "security", required: false }).seat;
    const recused = { stance: "recused", reason: "I built the other one" } as const;
    const meeting = row(
      ...proposed(),
      says(ada, { kind: "seat-set", seat }),
      says(greta, { kind: "person-arrived" }),
      stance(greta, "Security", recused),
    );

    expect(meeting.table).toContain(
      "Security (sign-off: security): Greta Holm – recused: I built the other one",
    );
  });

  it("says what the walk was started in spite of", () => {
    const withoutDana = gathered.filter(
      ({ by, event }) => by !== dana || event.kind !== "person-arrived",
    );
    const start = says(ada, { kind: "walk-started", override: "Dana joins at ten" });

    expect(
      row(...withoutDana, start)
        .table.split("\n")
        .at(-1),
    ).toBe(
      "Started all the same: Dana joins at ten (Dana Wolf (Finance) is required and is not here. Ask them to join, or name a delegate. Finance is needed for this outcome, and nobody from Finance is here. Ask Dana Wolf to join, or name a delegate.)",
    );
  });

  it("does not speak of an override that nothing asked for", () => {
    const start = says(ada, { kind: "walk-started", override: "To be safe" });

    expect(row(...gathered, start).table).not.toContain("Started all the same");
  });

  it("says so where a seat is empty", () => {
    const { seat } = driver("Data", { required: false });

    expect(row(...gathered, says(ada, { kind: "seat-set", seat })).table).toContain(
      "Data (member): nobody",
    );
  });
});
