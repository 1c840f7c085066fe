import { describe, expect, it } from "vitest";
import type { ProposalDetails } from "#domain/proposing/details.ts";
import { tasksAsText, tasksOf } from "#domain/sharing/tasks.ts";
import { exported, webUrl } from "../export/exported-fixtures.ts";
import { closed, gathered } from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";

/** The decided decision, with further details to its proposal. */
function withDetails(details: ProposalDetails) {
  return exported(
    {},
    closed.map((saying) =>
      saying.event.kind === "proposal-made"
        ? { ...saying, event: { ...saying.event, ...details } }
        : saying,
    ),
  );
}

const pilot = { what: "Pilot in one region", by: "2027-02-01" };

describe("the tasks of a decision", () => {
  it("are its milestones, each with its day, its owner and the way back", () => {
    const [task] = tasksOf(withDetails({ milestones: [{ ...pilot, owner: "ada moreau" }] }));

    expect(task).toEqual({
      title: "Pilot in one region (decision 12)",
      dueOn: "2027-02-01",
      owner: "ada moreau",
      assignee: ada.id,
      description: `From decision 12, “Redesign sales forecasting”.\n${webUrl}`,
    });
  });

  it("are assigned to nobody where the owner is not at the table", () => {
    const [task] = tasksOf(withDetails({ milestones: [{ ...pilot, owner: "The vendor" }] }));

    expect(task).toMatchObject({ owner: "The vendor", assignee: undefined });
  });

  it("are its conditions too, shortened to what a title takes, whole in the description", () => {
    const condition = "𝌆".repeat(140);
    const [task] = tasksOf(withDetails({ conditions: [condition] }));

    expect(task!.title.length).toBeLessThanOrEqual(255);
    expect(task!.title).toMatch(/^Condition: .*𝌆 \(decision 12\)$/u);
    expect(task!.description).toContain(condition);
  });

  it("are none before it was decided", () => {
    expect(tasksOf(exported({}, gathered))).toEqual([]);
  });

  it("can be told as text", () => {
    const tasks = tasksOf(withDetails({ milestones: [{ ...pilot, owner: "Ada Moreau" }] }));

    expect(tasksAsText(tasks)).toBe(
      "– Pilot in one region (decision 12), by 2027-02-01, Ada Moreau",
    );
  });
});
