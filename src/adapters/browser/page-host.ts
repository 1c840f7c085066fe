import type { Host, HostContext } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** The slice of the browser that is used, so that tests can stand in for it. */
export interface Browser {
  readonly language: string;
  readonly darkMode: Pick<MediaQueryList, "matches" | "addEventListener" | "removeEventListener">;
  openWindow(url: string): void;
}

/** A browser tab in the place of the Teams client: no meeting, no stage, the browser's own theme. */
export function openPageHost(browser: Browser = browserHere()): Host {
  const theme = (): HostContext["theme"] => (browser.darkMode.matches ? "dark" : "light");
  const notInTeams = () => Promise.reject(new StoreError("not-found", "There is no Teams here"));
  return {
    context: {
      surface: "log",
      theme: theme(),
      locale: browser.language || "en",
      isAnonymous: false,
    },
    onTheme(act) {
      const change = () => act(theme());
      browser.darkMode.addEventListener("change", change);
      return () => browser.darkMode.removeEventListener("change", change);
    },
    meeting: notInTeams,
    canShareToStage: () => Promise.resolve(false),
    shareToStage: notInTeams,
    openLink(url) {
      if (!/^https?:\/\//iu.test(url)) {
        return Promise.reject(new StoreError("rejected", "Not a web address"));
      }
      browser.openWindow(url);
      return Promise.resolve();
    },
  };
}

function browserHere(): Browser {
  return {
    language: navigator.language,
    darkMode: matchMedia("(prefers-color-scheme: dark)"),
    openWindow: (url) => void window.open(url, "_blank", "noopener"),
  };
}
