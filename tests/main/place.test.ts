import { describe, expect, it } from "vitest";
import { readSettings, rightPage, writeSettings } from "#main/opening/place.ts";

const chatId = "19:meeting_forecasting@thread.v2";
const settings = {
  place: {
    siteId: "larkfield.sharepoint.com,1,2",
    decisionsListId: "d & d",
    eventsListId: "e=1",
  },
  questionListId: "technology-decision",
};

describe("a tab's settings", () => {
  it("come back from the address they were written to", () => {
    expect(readSettings(`?${writeSettings(settings)}`)).toEqual(settings);
  });

  it.each(["", "?site=a&decisions=b", "?site=&decisions=b&events=c"])(
    "are none where the address says less: %s",
    (search) => {
      expect(readSettings(search)).toBeUndefined();
    },
  );
});

describe("the page Teams opened", () => {
  it("is the right one when the frame is for it", () => {
    expect(rightPage("walk", { surface: "walk", chatId }, "?site=a")).toBeUndefined();
  });

  it("sends people on to the one their frame is for, settings and all", () => {
    expect(rightPage("walk", { surface: "prepare", chatId }, "?site=a")).toBe(
      "prepare.html?site=a",
    );
  });

  it("is the log in a tab without a meeting, once that tab is set up", () => {
    const search = `?${writeSettings(settings)}`;

    expect(rightPage("walk", { surface: "prepare" }, search)).toBe(`log.html${search}`);
    expect(rightPage("prepare", { surface: "prepare" }, "")).toBeUndefined();
  });

  it("is the log wherever somebody opens the log", () => {
    expect(rightPage("log", { surface: "prepare" }, "")).toBeUndefined();
  });
});
