import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { StoreError } from "#flows/store-error.ts";
import { inJsdom } from "../in-jsdom.ts";
import {
  ana,
  attendee,
  ben,
  framed,
  needsGroup,
  opened,
  prepare,
  seatSet,
} from "./preparing-fixtures.tsx";

inJsdom();

describe("before anything is framed", () => {
  it("opens a decision from one sentence", async () => {
    const { user, live, settle } = await prepare([]);

    await user.type(screen.getByLabelText("What would be done"), "Replace the planner");
    await user.click(screen.getByRole("button", { name: "Frame a decision" }));
    await settle();

    expect(live.picture().meeting.frame.title).toBe("Replace the planner");
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Replace the planner");
  });

  it("keeps the sentence in mid-typing in this browser", async () => {
    const { user, drafts } = await prepare([]);

    await user.type(screen.getByLabelText("What would be done"), "Repl");

    expect([...drafts.kept.values()]).toEqual(["Repl"]);
  });
});

describe("framing", () => {
  it("saves a text when it is left, and says so", async () => {
    const { user, live, settle } = await prepare([opened]);

    await user.type(screen.getByLabelText("Wanted outcome"), "Error down by a third");
    await user.tab();
    await settle();

    expect(live.picture().meeting.frame.outcome).toBe("Error down by a third");
    expect(screen.getAllByText(/^Saved \d\d:\d\d/u)[0]).toBeTruthy();
  });

  it("keeps what is too long, whole, and does not save it", async () => {
    const { user, live, kinds } = await prepare([opened]);
    const box = screen.getByLabelText("What would be done");

    await user.clear(box);
    await user.click(box);
    await user.paste("x".repeat(150));
    await user.tab();

    expect(box).toHaveProperty("value", "x".repeat(150));
    expect(screen.getByText("10 too many. Shorten it to save it.")).toBeTruthy();
    expect(live.picture().meeting.frame.title).toBe("Move forecasting to one model");
    expect(kinds()).toEqual(["decision-opened"]);
  });

  it("shows what a colleague wrote meanwhile, by name, and lets you take it", async () => {
    const { user, enter, settle } = await prepare([opened, seatSet("Finance", ben)]);
    const theirs = await enter(ben);
    await user.type(screen.getByLabelText("Why now"), "Mine");

    const { frame } = theirs.picture().meeting;
    theirs.say({ kind: "decision-framed", frame: { ...frame, context: "Theirs" } });
    await settle();

    expect(screen.getByText("Ben Okafor changed this while you were writing:")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Take theirs" }));
    expect(screen.getByLabelText("Why now")).toHaveProperty("value", "Theirs");
  });

  it("keeps yours where you say so, as the latest", async () => {
    const { user, enter, settle, live } = await prepare([opened, seatSet("Finance", ben)]);
    const theirs = await enter(ben);
    await user.type(screen.getByLabelText("Why now"), "Mine");
    const { frame } = theirs.picture().meeting;
    theirs.say({ kind: "decision-framed", frame: { ...frame, context: "Theirs" } });
    await settle();

    await user.click(screen.getByRole("button", { name: "Keep mine" }));

    expect(live.picture().meeting.frame.context).toBe("Mine");
  });

  it("saves two people's different fields without either losing theirs", async () => {
    const { user, enter, settle, live } = await prepare([opened, seatSet("Finance", ben)]);
    const theirs = await enter(ben);
    await user.type(screen.getByLabelText("Why now"), "Mine");
    const { frame } = theirs.picture().meeting;
    theirs.say({ kind: "decision-framed", frame: { ...frame, without: "Theirs" } });
    await settle();

    await user.tab();
    await settle();

    expect(live.picture().meeting.frame).toMatchObject({ context: "Mine", without: "Theirs" });
  });
});

describe("asking whether it needs a group", () => {
  it("forms the answer as you tick", async () => {
    const { user, live, settle } = await prepare([opened, framed]);
    const question = screen.getByRole("group", { name: /nobody here knows/u });

    await user.click(within(question).getByLabelText("Yes"));
    await settle();

    expect(
      screen.getByText("This needs a group, because nobody knows its risks yet."),
    ).toBeTruthy();
    expect(live.picture().meeting.status).toBe("proposed");
  });

  it("records a routine decision on the spot, with its function, who answers and why", async () => {
    const routine = { kind: "gate-answered", gate: { signals: [] } } as const;
    const { user, live, settle, register } = await prepare([opened, framed, routine]);

    await user.click(screen.getByRole("button", { name: "Record it now…" }));
    await user.selectOptions(screen.getByLabelText("Which function decides it"), "Finance");
    await user.selectOptions(screen.getByLabelText("Who answers for it"), ben.name);
    await user.type(screen.getByLabelText(/^What is decided/u), "Finance buys it in May.");
    await user.click(screen.getByRole("button", { name: "Record it" }));
    await settle();

    expect(live.picture().meeting.status).toBe("not-needed");
    expect(register.rows().map(({ row }) => row)).toMatchObject([
      {
        status: "not-needed",
        outcome: "Not needed: Finance buys it in May.",
        leadFunction: "Finance",
        decider: { id: ben.id },
        gateReasons: "This can stay with Finance.",
      },
    ]);
  });

  it("shows the record of a routine decision, and leads to it in SharePoint", async () => {
    const { user, links } = await prepare([
      opened,
      framed,
      { kind: "gate-answered", gate: { signals: [] } },
      seatSet("Finance", ben, "decider"),
      { kind: "decision-closed", outcome: "not-needed", reason: "Finance buys it." },
    ]);

    expect(
      screen.getByText(/^Decided by Finance \(Ben Okafor\)\. This can stay with/u),
    ).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Open the record" }));

    expect(links).toEqual(["https://larkfield.sharepoint.com/Lists/Decisions/1_.000"]);
  });

  it("asks which function decides where the outcome needs several", async () => {
    await prepare([opened, framed, { kind: "gate-answered", gate: { signals: [] } }]);

    expect(screen.getByText("This can stay with IT. No walk is needed.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Start the walk" })).toBeNull();
  });
});

describe("after a decision has ended", () => {
  it("shows how, and lets the next one be framed in the same meeting", async () => {
    const { user, live, settle } = await prepare([
      opened,
      {
        kind: "decision-closed",
        outcome: "withdrawn",
        reason: "The vendor withdrew.",
      },
    ]);
    expect(screen.getByText("Withdrawn: The vendor withdrew.", { selector: "p" })).toBeTruthy();

    await user.type(screen.getByLabelText("What would be done"), "Ask for new offers");
    await user.click(screen.getByRole("button", { name: "Frame a decision" }));
    await settle();

    expect(live.picture().meeting).toMatchObject({
      status: "draft",
      frame: { title: "Ask for new offers" },
    });
  });
});

describe("a person who may look but not change", () => {
  it("finds no button that changes anything", async () => {
    await prepare([opened, framed, needsGroup, seatSet("Sales", ana)], [attendee(ana)], ben);

    expect(screen.queryByRole("button", { name: /Edit|Done|Start|Seat/u })).toBeNull();
    expect(screen.getByText(/Only the organizer, a driver or whoever opened/u)).toBeTruthy();
  });
});

describe("a roster that cannot be read", () => {
  it("says what to do and lets the preparation go on", async () => {
    await prepare([opened, framed, needsGroup], new StoreError("forbidden", "no"));

    expect(screen.getByText(/guests and people outside its chat cannot/u)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Look again" })).toBeTruthy();
  });
});
