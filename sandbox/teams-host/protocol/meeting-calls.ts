import type { CallHandler } from "./call.ts";
import { meetingIdOf } from "./context.ts";
import type { Frame } from "./frames.ts";
import { textOr } from "./messages.ts";
import { sdkError } from "./sdk-errors.ts";

/** Whether this person may put something on the stage: guests are attendees, not presenters. */
function mayShare(frame: Frame): boolean {
  const { person, troubles } = frame.viewer();
  return person.userType === "Member" && troubles.sharing === "works";
}

const notInMeeting = sdkError("wrong-context", "This tab does not belong to a meeting.");
const notOnStage = sdkError(
  "wrong-context",
  "Only a side panel or a stage may speak of the stage.",
);
const notPresenter = sdkError("permission-denied", "Only presenters may share to the stage.");

function meetingDetails(frame: Frame) {
  const { meeting, tenantId } = frame.viewer();
  if (!meeting) return undefined;
  return {
    details: {
      id: meetingIdOf(meeting.chatId),
      title: meeting.subject,
      type: "Scheduled",
      joinUrl: meeting.joinUrl,
      scheduledStartTime: meeting.start,
      scheduledEndTime: meeting.end,
    },
    conversation: { id: meeting.chatId },
    organizer: { id: meeting.organizerId, tenantId },
  };
}

/** Only the frames that show the meeting's stage or side panel may speak about the stage. */
function seesStage(frame: Frame): boolean {
  return frame.context === "sidePanel" || frame.context === "meetingStage";
}

const getMeetingDetails: CallHandler = ({ frame }) => {
  const { troubles } = frame.viewer();
  if (troubles.meetingDetails === "silent") return undefined;
  if (troubles.meetingDetails === "refused") {
    return [sdkError("permission-denied", "The app may not read this meeting."), null];
  }
  const details = meetingDetails(frame);
  return details ? [null, details] : [notInMeeting, null];
};

const shareToStage: CallHandler = async ({ frame, args, effects }) => {
  if (!seesStage(frame)) return [notOnStage, null];
  if (!mayShare(frame)) return [notPresenter, null];
  const url = textOr(args[0], "");
  if (!URL.canParse(url) || new URL(url).origin !== frame.origin) {
    return [sdkError("wrong-context", "The address is not one of the app's own."), null];
  }
  await effects.keepStage(frame, url);
  return [null, true];
};

const stopSharing: CallHandler = async ({ frame, effects }) => {
  if (!seesStage(frame)) return [notOnStage, null];
  if (!mayShare(frame)) return [notPresenter, null];
  await effects.keepStage(frame, undefined);
  return [null, true];
};

/** What this host answers about the meeting and its stage. */
export const meetingCalls: Readonly<Record<string, CallHandler>> = {
  "meeting.getMeetingDetails": getMeetingDetails,
  "meeting.shareAppContentToStage": shareToStage,
  "meeting.stopSharingAppContentToStage": stopSharing,
  "meeting.getAppContentStageSharingCapabilities": ({ frame }) =>
    seesStage(frame) ? [null, { doesAppHaveSharePermission: mayShare(frame) }] : [notOnStage, null],
  "meeting.getAppContentStageSharingState": async ({ frame, effects }) =>
    seesStage(frame)
      ? [null, { isAppSharing: (await effects.readStage(frame)) !== undefined }]
      : [notOnStage, null],
};
