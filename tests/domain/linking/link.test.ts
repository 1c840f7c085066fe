import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toDecisionId } from "#domain/ids.ts";
import { linkLine, namedDecisions, successionBy } from "#domain/linking/link.ts";
import { replay } from "#domain/meeting.ts";
import { projectRow } from "#domain/record/project.ts";
import { type Saying, framed, log, refusalOf, says } from "../meeting-fixtures.ts";
import { ada } from "../table-fixtures.ts";

const older = toDecisionId("decision-0");
const link = { relation: "supersedes", to: older, title: "Buy a tool" } as const;

function told(...sayings: Saying[]) {
  const entries = log(...framed, ...sayings);
  return { meeting: replay(entries), last: entries.at(-1)!.id };
}

describe("linking a decision to an earlier one", () => {
  it("shows in its row", () => {
    const { meeting } = told(says(ada, { kind: "decision-linked", link }));

    expect(projectRow(meeting, "", 0).replaces).toBe("Supersedes: Buy a tool [decision-0]");
  });

  it("can be undone", () => {
    const { meeting } = told(
      says(ada, { kind: "decision-linked", link }),
      says(ada, { kind: "decision-unlinked", to: older }),
    );

    expect(meeting.links.size).toBe(0);
  });

  it("asks what is new of whoever reopens", () => {
    const { meeting, last } = told(
      says(ada, { kind: "decision-linked", link: { ...link, relation: "reopens" } }),
    );

    expect(refusalOf(meeting, last)?.reason).toBe("reason-missing");
  });

  it("does not link a decision to itself", () => {
    const { meeting, last } = told(
      says(ada, { kind: "decision-linked", link: { ...link, to: toDecisionId("decision-1") } }),
    );

    expect(refusalOf(meeting, last)?.reason).toBe("links-to-itself");
  });

  it("makes the earlier one superseded or reversed, or leaves it as it is", () => {
    expect((["supersedes", "reopens", "reverses", "builds-on"] as const).map(successionBy)).toEqual(
      ["superseded", "superseded", "reversed", undefined],
    );
  });
});

describe("the lines of linked decisions", () => {
  it("name the same decisions when they are read back, whatever the title", () => {
    const pieces = fc.constantFrom("a", " ", "[", "]", "] ", " [", "New: ", " New: ", "[d-9]");
    const title = fc
      .oneof(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.array(pieces).map((some) => some.join("")),
      )
      .filter((text) => text.trim() !== "");
    fc.assert(
      fc.property(title, fc.option(title, { nil: undefined }), (text, news) => {
        const [read, ...more] = namedDecisions(
          linkLine("reverses", { decision: older, title: text, news }),
        );
        expect(more).toEqual([]);
        expect(read).toMatchObject({ how: "reverses", decision: older });
      }),
    );
  });

  it("lead nowhere else for a title that is made to look like such a line", () => {
    const title = "Buy a tool [decision-9] New: as before";
    const line = linkLine("supersedes", { decision: older, title });

    expect(namedDecisions(line).map(({ decision }) => decision)).toEqual([older]);
  });

  it("lead nowhere else for a title that only the line itself makes look so", () => {
    const line = linkLine("reverses", { decision: older, title: "New: [d-9] New:" });

    expect(namedDecisions(line).map(({ decision }) => decision)).toEqual([older]);
  });

  it("are passed over where somebody wrote something else", () => {
    expect(namedDecisions("See also: the wiki\nSupersedes nothing\n")).toEqual([]);
  });
});
