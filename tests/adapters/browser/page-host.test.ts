import { describe, expect, it } from "vitest";
import { openPageHost } from "#adapters/browser/page-host.ts";

/** A browser whose darkness can be switched, and which notes what it opens. */
function open(isDark = false) {
  const media = Object.assign(new EventTarget(), { matches: isDark });
  const opened: string[] = [];
  const host = openPageHost({
    language: "de-DE",
    darkMode: media,
    openWindow: (url) => void opened.push(url),
  });
  const setDark = (matches: boolean) => {
    media.matches = matches;
    media.dispatchEvent(new Event("change"));
  };
  return { host, opened, setDark };
}

describe("a browser tab in the place of Teams", () => {
  it("shows the log in the browser's own theme and language", () => {
    expect(open(true).host.context).toEqual({
      surface: "log",
      theme: "dark",
      locale: "de-DE",
      isAnonymous: false,
    });
  });

  it("follows the theme until nobody listens any more", () => {
    const { host, setDark } = open();
    const themes: string[] = [];
    const stop = host.onTheme((theme) => themes.push(theme));
    setDark(true);
    setDark(false);
    stop();
    setDark(true);

    expect(themes).toEqual(["dark", "light"]);
  });

  it("has neither meeting nor stage", async () => {
    const { host } = open();

    await expect(host.meeting()).rejects.toMatchObject({ kind: "not-found" });
    await expect(host.shareToStage()).rejects.toMatchObject({ kind: "not-found" });
    expect(await host.canShareToStage()).toBe(false);
  });

  it("opens web addresses and nothing else", async () => {
    const { host, opened } = open();
    await host.openLink("https://larkfield.sharepoint.com/x");

    await expect(host.openLink("javascript:alert(1)")).rejects.toMatchObject({ kind: "rejected" });
    expect(opened).toEqual(["https://larkfield.sharepoint.com/x"]);
  });
});
