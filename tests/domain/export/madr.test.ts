import { describe, expect, it } from "vitest";
import { madr } from "#domain/export/madr.ts";
import type { Status } from "#domain/decision/status.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { closed, says } from "../meeting-fixtures.ts";
import { ada, greta, stakeholder } from "../table-fixtures.ts";
import { exported, hostile, withoutLog } from "./exported-fixtures.ts";

const { seat: informed } = stakeholder("Marketing", { person: greta, duty: "informed" });
const withInformed = closed.toSpliced(3, 0, says(ada, { kind: "seat-set", seat: informed }));

/** What a YAML reader finds between the rules; each value here is JSON or a plain day. */
function frontMatter(text: string): Record<string, unknown> {
  const [, between = ""] = text.split(/^---$/mu);
  const pairs = between
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => /^([a-z-]+): (.*)$/u.exec(line))
    .map((match): [string, unknown] => {
      const [, key = "", value = ""] = match ?? [];
      return [key, /^\d/u.test(value) ? value : JSON.parse(value)];
    });
  return Object.fromEntries(pairs);
}

const headings = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));

describe("a decision as MADR", () => {
  it("has the front matter of MADR 4", () => {
    expect(frontMatter(madr(exported({}, withInformed)))).toEqual({
      status: "accepted",
      date: "2026-11-24",
      "decision-makers": ["Ada Moreau", "Ben Ortiz", "Chloe Diaz", "Dana Wolf", "Emil Sand"],
      consulted: ["Farah Nour"],
      informed: ["Greta Holm"],
    });
  });

  it("has its headings, in its order", () => {
    expect(headings(madr(exported()))).toEqual([
      "# Redesign sales forecasting",
      "## Context and Problem Statement",
      "## Decision Drivers",
      "## Considered Options",
      "## Decision Outcome",
      "### Consequences",
      "### Confirmation",
      "## Pros and Cons of the Options",
      "### Reach the goal without this",
      "## More Information",
      "### Who",
      "### What each question said",
      "### Decision rights",
      "### Gate",
    ]);
  });

  it("has the list that readers of MADR 2 look for, as the first list of the file", () => {
    expect(madr(exported())).toContain(`
---

# Redesign sales forecasting

* Status: accepted
* Deciders: Ada Moreau, Ben Ortiz, Chloe Diaz, Dana Wolf, Emil Sand
* Date: 2026-11-24

`);
  });

  it("leaves a blank line before the front matter ends, so that nobody takes it for a heading", () => {
    expect(madr(exported())).toMatch(/^---\n(?:[a-z-]+: .*\n)+\n---\n/u);
  });

  it("names the chosen option and the one of doing without", () => {
    expect(madr(exported())).toContain(`## Considered Options

* Move the forecast into one shared model by May.
* Reach the goal without this

## Decision Outcome

Chosen option: "Move the forecast into one shared model by May.", because of this result: Passed: 3 agree`);
  });

  it("names the options that were on the table, where there were several", () => {
    const options = "0 Reach the goal without this\n1 One model (proposed)\n2 Two models";

    expect(madr(withoutLog({ options }))).toContain(
      "\n* 0 Reach the goal without this\n* 1 One model (proposed)\n* 2 Two models\n",
    );
  });

  it("tells conditions, milestones and who is told", () => {
    const more = { conditions: "Only with HR", milestones: "Pilot", communication: "All: told" };

    expect(headings(madr(withoutLog(more)))).toEqual(
      expect.arrayContaining(["### Conditions", "### Milestones", "### Communication"]),
    );
  });

  it("tells dissent, risks and reservations as consequences", () => {
    const told = madr(exported());

    expect(told).toContain("* Bad, because Dana Wolf (Finance) disagrees and commits: May is");
    expect(told).toContain("* Bad, because a risk is not understood yet: ");
    expect(told).toContain("“Agree with reservation”: Train people first");
  });

  it.each<[Status, string]>([
    ["in-session", "proposed"],
    ["deferred", "proposed"],
    ["rejected", "rejected"],
    ["withdrawn", "rejected"],
    ["not-needed", "not needed"],
    ["amended", "accepted"],
    ["superseded", "superseded"],
    ["reversed", "deprecated"],
  ])("says of %s that it is %s", (status, expected) => {
    const told = madr(withoutLog({ status }));

    expect(frontMatter(told)["status"]).toBe(expected);
    expect(told).toContain(`\n* Status: ${expected}\n`);
  });

  it("claims no choice where nothing was decided", () => {
    expect(madr(withoutLog({ status: "rejected", outcome: "Rejected: too early" }))).not.toContain(
      "Chosen option",
    );
  });

  it("names the decider where the log is not at hand", () => {
    expect(frontMatter(madr(withoutLog()))["decision-makers"]).toEqual(["Ada Moreau"]);
  });
});

describe("hostile text in it", () => {
  const names = ['Ada", admin: "yes', "Ada\n---\nstatus: rejected", "- Ada: [x", "Ada\u2028x: y"];

  it.each(names)("adds nothing to the front matter: %j", (name) => {
    const decider = { ...ada, name } as DecisionRow["decider"];
    const told = frontMatter(madr(withoutLog({ decider })));

    expect(Object.keys(told)).toHaveLength(5);
    expect(told["status"]).toBe("accepted");
    expect(told["decision-makers"]).toEqual([name.replace(/\s+/gu, " ")]);
  });

  it.each(hostile)("gains no heading, tag or link from %j", (text) => {
    const told = madr(
      withoutLog({ title: text, proposal: text, context: `x\n${text}`, withoutIt: text }),
    );

    expect(headings(told)).toHaveLength(14);
    expect(told).not.toMatch(/<(?!https?:)|(?<!\\)\]\(|^ *```/mu);
  });
});
