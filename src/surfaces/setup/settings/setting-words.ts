import type { SettingName } from "#flows/ports.ts";
import type { SettingLine, SettingState } from "#flows/setup/setup-state.ts";
import type { StoreError } from "#flows/store-error.ts";

/** What a setting is called, what it is for, and what is lost without it. */
export interface SettingWords {
  readonly name: string;
  readonly purpose: string;
  readonly without: string;
}

/** The words for each setting. */
export const settingWords: { readonly [S in SettingName]: SettingWords } = {
  views: {
    name: "Views and formatting",
    purpose: "Reviews due, decided lately, by function and seven more, with statuses as pills.",
    without: "Without it reviewers see one plain table; nothing else is lost.",
  },
  "write-security": {
    name: "Only authors may change their rows",
    purpose: "Nobody but its author, and owners of the site, can change an event once it is said.",
    without: "Without it members can change each other’s events; Verify still shows that they did.",
  },
};

/** Why Quorate does not set it itself, in one sentence. */
export function whyByHand(why: StoreError): string {
  switch (why.kind) {
    case "consent-needed":
      return "Quorate needs one more permission for this: to change lists on SharePoint itself.";
    case "forbidden":
      return why.details.code === "config"
        ? "Quorate was granted this one site only, and not the right to change how its lists look."
        : "Only an owner of the site can set this.";
    case "no-answer":
      return "SharePoint does not take this from a tab in Teams, or there is no connection. So Quorate cannot see whether somebody has done it already.";
    case "throttled":
    case "unavailable":
      return "SharePoint does not answer just now. Try again in a minute.";
    case "signed-out":
      return "You are signed out. Sign in to Teams again, then try again.";
    case "not-found":
      return "SharePoint does not find the lists yet. Try again in a minute.";
    default:
      return "SharePoint refused this.";
  }
}

/** What has become of the settings, for whoever does not see the lines change. Empty: nothing yet. */
export function settingNews(lines: readonly SettingLine[]): string {
  const named = (kind: SettingState["kind"]) =>
    lines
      .filter(({ state }) => state.kind === kind)
      .map(({ setting }) => settingWords[setting].name);
  const [applying] = named("being-applied");
  if (applying !== undefined) return `Applying: ${applying}.`;
  const byHand = named("by-hand");
  if (byHand.length > 0) return `Needs a person: ${byHand.join(", ")}.`;
  const differing = named("differs");
  if (differing.length > 0) return `Differs: ${differing.join(", ")}.`;
  const isAllReady = lines.length > 0 && named("ready").length === lines.length;
  return isAllReady ? "The lists look as they should, and only authors may change their rows." : "";
}
