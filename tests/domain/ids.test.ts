import { describe, expect, it } from "vitest";
import { toDecisionId, toEventId, toMeetingKey, toPersonId, toSeatId } from "#domain/ids.ts";

describe("ids", () => {
  it("of people are in lower case, since Graph and SharePoint differ", () => {
    expect(toPersonId("4A1B-77C0")).toBe("4a1b-77c0");
  });

  it("of Teams chats are taken as Teams writes them", () => {
    expect(toMeetingKey("19:meeting_MjdhNjM4@thread.v2")).toBe("19:meeting_MjdhNjM4@thread.v2");
  });

  it.each([
    ["nothing", ""],
    ["a blank", "a b"],
    ["a quote", "a'b"],
    ["markup", "<b>"],
    ["65 characters", "x".repeat(65)],
  ])("cannot be %s", (_, text) => {
    expect(() => toEventId(text)).toThrow("Invalid");
    expect(() => toDecisionId(text)).toThrow("Invalid");
    expect(() => toSeatId(text)).toThrow("Invalid");
  });
});
