import { describe, expect, it } from "vitest";
import { replay } from "#domain/meeting.ts";
import {
  type Saying,
  fitting,
  framed,
  gathered,
  log,
  questionIds,
  says,
  startMs,
  started,
} from "../meeting-fixtures.ts";
import { ada, ben, hugo } from "../table-fixtures.ts";

const after = (...sayings: readonly Saying[]) => replay(log(...sayings));
const arrives = (who: typeof ada) => says(who, { kind: "person-arrived" });
const leaves = (who: typeof ada) => says(who, { kind: "person-left" });

describe("who is there", () => {
  it("is who opened the tab, since then", () => {
    expect(after(...framed, arrives(hugo)).presence.get(hugo.id)).toEqual({
      person: { id: hugo.id, name: hugo.name },
      how: "opened-the-tab",
      sinceMs: startMs + 40_000,
    });
  });

  it("is not who has left", () => {
    expect(after(...gathered, leaves(ben)).presence.has(ben.id)).toBe(false);
  });

  it("is there since they came back", () => {
    const meeting = after(...gathered, leaves(ben), arrives(ben));

    expect(meeting.presence.get(ben.id)?.sinceMs).toBe(startMs + (gathered.length + 2) * 10_000);
  });

  it("is not made present by preparing from afar", () => {
    expect(after(...framed).presence.has(ada.id)).toBe(false);
  });

  it("is who says something once the walk has started, without any arrival", () => {
    const answer = says(hugo, {
      kind: "question-answered",
      question: questionIds[1]!,
      answer: fitting[1]!,
    });

    expect(after(...started, answer).presence.has(hugo.id)).toBe(true);
  });

  it("is not who was refused", () => {
    const reveal = says(hugo, { kind: "answers-revealed", question: questionIds[0]! });

    expect(after(...started, reveal).presence.has(hugo.id)).toBe(false);
  });

  it("stays in the room when they were marked so and open the tab later", () => {
    const mark = says(ada, { kind: "person-marked-present", person: hugo });

    expect(after(...started, mark, arrives(hugo)).presence.get(hugo.id)?.how).toBe("in-the-room");
  });
});

describe("who leads", () => {
  it("was last heard when they last said something that stood", () => {
    const draft = says(ada, { kind: "conclusion-drafted", question: questionIds[0]!, text: "So" });
    const meeting = after(...started, draft, arrives(hugo));

    expect(meeting.facilitator?.lastSaidAtMs).toBe(startMs + (started.length + 1) * 10_000);
  });

  it("is still who led when they have left, until somebody claims it", () => {
    expect(after(...started, leaves(ada)).facilitator?.person.id).toBe(ada.id);
  });
});
