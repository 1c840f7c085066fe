import { describe, expect, it } from "vitest";
import { type Status, canBecome, hasEnded } from "#domain/decision/status.ts";

const all: readonly Status[] = [
  "draft",
  "proposed",
  "in-session",
  "decided",
  "deferred",
  "rejected",
  "withdrawn",
  "not-needed",
  "amended",
  "superseded",
  "reversed",
  "closed",
];

describe("the life of a decision", () => {
  it.each<[Status, Status[]]>([
    ["draft", ["proposed", "withdrawn", "not-needed"]],
    ["proposed", ["draft", "in-session", "withdrawn", "not-needed"]],
    ["in-session", ["decided", "deferred", "rejected", "withdrawn", "not-needed"]],
    ["decided", ["amended", "superseded", "reversed", "closed"]],
    ["amended", ["amended", "superseded", "reversed", "closed"]],
  ])("goes from %s on to %j and nowhere else", (from, next) => {
    expect(new Set(all.filter((to) => canBecome(from, to)))).toEqual(new Set(next));
  });

  it.each<Status>(["rejected", "withdrawn", "not-needed", "superseded", "reversed", "closed"])(
    "ends with %s",
    (last) => {
      expect(all.filter((to) => canBecome(last, to))).toEqual([]);
    },
  );

  it("can take up again what was deferred", () => {
    expect(canBecome("deferred", "proposed")).toBe(true);
  });

  it("never skips the walk on the way to decided", () => {
    expect(all.filter((from) => canBecome(from, "decided"))).toEqual(["in-session"]);
  });

  it("has ended for the meeting in every status after the walk", () => {
    expect(all.filter((status) => !hasEnded(status))).toEqual(["draft", "proposed", "in-session"]);
  });
});
