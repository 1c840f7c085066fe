import { describe, expect, it } from "vitest";
import { meterSentence, shortPath } from "../../sandbox/teams-host/traffic/rows.ts";

describe("a request's address in the drawer", () => {
  it("names ids by their beginning", () => {
    expect(
      shortPath(
        "/sites/host,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001",
      ),
    ).toBe("/sites/host,30000000…,31000000…");
  });

  it("is decoded, and cuts tokens nobody can read", () => {
    expect(
      shortPath(
        "/items/delta?$expand=fields(%24select%3DKind)&token=eyJsaXN0IjoiNmNlZGM5NzctY2VkOS00YTdl",
      ),
    ).toBe("/items/delta?$expand=fields($select=Kind)&token=eyJsaXN0…");
  });

  it.each(["/users", "/me/calendarView?startDateTime=2026-11-23T00:00:00", "/search?q=100%"])(
    "stays whole when it is short, and when it cannot be decoded: %s",
    (path) => {
      expect(shortPath(path)).toBe(path);
    },
  );
});

describe("the meter", () => {
  it("says first how much of this minute is used up", () => {
    const meter = {
      requests: 9,
      units: 14,
      throttled: 1,
      unitsThisMinute: 12,
      unitsPerMinute: 1250,
    };

    expect(meterSentence(meter)).toBe(
      "This minute 12 of 1250 resource units · in all 9 requests · 14 resource units · 1 throttled",
    );
  });
});
