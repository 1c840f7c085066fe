import { describe, expect, it } from "vitest";
import { linkChoices } from "#domain/looking-back/link-choices.ts";

describe("speaking of an earlier decision", () => {
  it.each(["decided", "amended", "closed"] as const)("may replace one that is %s", (status) => {
    expect(linkChoices(status)).toEqual(["builds-on", "supersedes", "reverses", "reopens"]);
  });

  it.each(["rejected", "withdrawn", "not-needed", "deferred"] as const)(
    "may bring up again one that is %s, and has nothing to replace",
    (status) => {
      expect(linkChoices(status)).toEqual(["builds-on", "reopens"]);
    },
  );

  it.each(["superseded", "reversed", "draft", "proposed", "in-session"] as const)(
    "can only build on one that is %s",
    (status) => {
      expect(linkChoices(status)).toEqual(["builds-on"]);
    },
  );
});
