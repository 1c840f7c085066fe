import { act, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import { projectRow } from "#domain/record/project.ts";
import { StoreError } from "#flows/store-error.ts";
import { atTheWalk } from "../at-the-walk.tsx";
import {
  type Told,
  entriesOf,
  felix,
  hanna,
  helena,
  imran,
  lena,
  proposing,
  sofia,
} from "../meeting-fixtures.ts";

const text = "Start with two regions for one quarter.";

function proposed(method: "consent"): Told {
  const rule = { method, quorum: { kind: "required-drivers" } };
  return [...proposing, [helena, { kind: "proposal-made", text, rule, reviewOn: "2027-03-31" }]];
}

const proposal = `event-${proposing.length + 1}`;

function took(who: typeof felix, seat: string, stance: object): Told {
  return [[who, { kind: "stance-taken", proposal, seat: `seat-${seat}`, stance }]];
}

const agree = { stance: "agree" };
const others: Told = [
  ...took(imran, "it", agree),
  ...took(hanna, "hr", { stance: "agree-with-reservation", reason: "If planners stay." }),
  ...took(sofia, "sales-operations", { stance: "disagree-and-commit", reason: "No capacity." }),
];

describe("a closed decision", () => {
  const closed: Told = [
    ...proposed("consent"),
    ...others,
    ...took(helena, "sales", agree),
    ...took(felix, "finance", agree),
    [helena, { kind: "decision-closed", outcome: "decided" }],
  ];
  const recorded: Told = [
    ...closed,
    [helena, { kind: "record-written", item: "7", hash: "0".repeat(64) }],
  ];

  it("says that the record is being written until it stands", () => {
    const { live } = atTheWalk(closed, felix);
    expect(screen.getByText("The record is being written.")).toBeDefined();

    act(() => live.hear([helena, { kind: "record-written", item: "7", hash: "0".repeat(64) }]));
    expect(screen.getByText(/^Recorded in SharePoint at/)).toBeDefined();
  });

  it("folds what the table said, with nothing more to come", () => {
    atTheWalk(closed, felix);

    expect(screen.getByText("What the table said (6)")).toBeDefined();
  });

  it("says what helps when the record cannot be written", () => {
    const { live } = atTheWalk(closed, felix);
    const why = new StoreError("read-only", "locked");
    act(() => live.change({ recording: { kind: "failed", why } }));

    expect(screen.getByText(/not written yet. The site is locked or full/)).toBeDefined();
  });

  it("leads to the row, and says when it is looked at again", async () => {
    const opened: string[] = [];
    const url = "https://larkfield.sharepoint.com/sites/sales/Lists/Decisions/7";
    const host = {
      canShareToStage: () => Promise.resolve(false),
      shareToStage: () => Promise.resolve(),
      openLink: (link: string) => Promise.resolve(void opened.push(link)),
    };
    const register = { find: () => Promise.resolve({ webUrl: url } as never) };
    const { user } = atTheWalk(recorded, felix, { host, register });
    await user.click(await screen.findByRole("button", { name: "Open the record" }));

    expect(opened).toEqual([url]);
    expect(screen.getByText(/^Review on 31 March 2027: hold/)).toBeDefined();
  });

  it("is shared from here, with the ways there are", async () => {
    const posted: string[] = [];
    const chat = {
      post: (_meeting: unknown, card: string) => Promise.resolve(void posted.push(card)),
    };
    const sharing = () => Promise.resolve({ chat, askConsent: () => Promise.resolve() });
    const row = projectRow(replay(entriesOf(recorded)), "0".repeat(64), recorded.length);
    const kept = { item: "7", row, webUrl: "https://larkfield.sharepoint.com/7", createdAtMs: 0 };
    const register = { find: () => Promise.resolve(kept as never) };
    const { user, press } = atTheWalk(recorded, felix, { register, sharing });
    await user.click(await screen.findByText("Share it"));
    await press("Post the card");

    await expect.poll(() => posted).toHaveLength(1);
    expect(posted[0]).toContain("Start with two regions");
  });

  it("says who else must know, and who tells them", () => {
    const communication = [{ to: "Regional managers", by: "Felix Brandt" }];
    const told: Told = closed.map(([who, event]) => {
      const isMade = (event as { kind: string }).kind === "proposal-made";
      return [who, isMade ? { ...(event as object), communication } : event];
    });
    atTheWalk(told, lena);

    const next = screen.getByRole("heading", { name: "What next" }).parentElement;
    expect(next?.textContent).toContain("Regional managers: told by Felix Brandt");
  });

  it("tells each person what they answer for", () => {
    atTheWalk(recorded, helena);

    expect(screen.getByText("The forecast of all regions")).toBeDefined();
  });

  it("offers nothing more to lead", () => {
    atTheWalk(recorded, helena);

    expect(screen.queryByRole("button", { name: "Close" })).toBeNull();
    expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  });
});
