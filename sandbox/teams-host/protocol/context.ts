import type { TabSettings } from "./effects.ts";
import type { Frame } from "./frames.ts";

/** The app's id in this host; a real one comes from the app's manifest. */
const appId = "5b0f6c1e-7a34-4d0e-9a51-2f1c8e6b7d90";

/** Teams' id of a meeting: the chat's id between two marks, in base64. */
export function meetingIdOf(chatId: string): string {
  return btoa(`0#${chatId}#0`);
}

/** What `getContext` answers: the flat first version, which teams-js turns into today's shape. */
export function contextOf(frame: Frame, settings: TabSettings | undefined) {
  const { person, meeting, tenantId, theme, language, sessionId } = frame.viewer();
  return {
    appId,
    appSessionId: sessionId,
    entityId: settings?.entityId ?? "",
    subEntityId: "",
    frameContext: frame.context,
    hostClientType: "web",
    hostName: "Teams",
    locale: language,
    loginHint: person.userPrincipalName,
    ringId: "general",
    sessionId,
    theme,
    tid: tenantId,
    userDisplayName: person.displayName,
    userLicenseType: "Unknown",
    userObjectId: person.id,
    userPrincipalName: person.userPrincipalName,
    ...(meeting && { chatId: meeting.chatId, meetingId: meetingIdOf(meeting.chatId) }),
  };
}
