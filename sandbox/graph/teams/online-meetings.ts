import type { MeetingParticipantInfo, OnlineMeeting } from "@microsoft/microsoft-graph-types";
import type { Meeting, Person } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import { parseFilter } from "../odata/filter.ts";
import { decoded } from "../router.ts";
import { meetingTimes } from "./meeting-times.ts";

function participant(person: Person, role: "presenter" | "attendee"): MeetingParticipantInfo {
  return {
    identity: { user: { id: person.id, displayName: person.displayName } },
    upn: person.userPrincipalName,
    role,
  };
}

function showMeeting(call: Call, meeting: Meeting): OnlineMeeting {
  const { start, end } = meetingTimes(meeting, call.world.now());
  return {
    id: Buffer.from(`1*${meeting.organizer.id}*0**${meeting.chatId}`).toString("base64"),
    subject: meeting.subject,
    joinWebUrl: meeting.joinUrl,
    startDateTime: new Date(start).toISOString(),
    endDateTime: new Date(end).toISOString(),
    chatInfo: { threadId: meeting.chatId, messageId: "0", replyChainMessageId: null },
    participants: {
      organizer: participant(meeting.organizer, "presenter"),
      attendees: meeting.invitations
        .filter(({ person }) => person.userType === "Member")
        .map(({ person }) => participant(person, "attendee")),
    },
  };
}

function findMeeting(call: Call) {
  const text = call.query.get("$filter");
  const filter = text === undefined ? undefined : parseFilter(text);
  if (filter?.kind !== "comparison" || filter.property.toLowerCase() !== "joinweburl")
    return unknown("finding online meetings other than by JoinWebUrl");
  const wanted = decoded(String(filter.values[0]));
  const meeting = [...call.world.directory.meetings.values()].find(
    (one) => decoded(one.joinUrl) === wanted,
  );
  // The reference promises it to invited people too; what they report is this refusal.
  if (meeting && meeting.organizer !== call.caller)
    refuse(403, "Forbidden", "An error has occurred.");
  return {
    status: 200,
    body: {
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#users('${call.caller.id}')/onlineMeetings`,
      value: meeting ? [showMeeting(call, meeting)] : [],
    },
  };
}

/** The online meeting behind a join address: the organizer's to read. */
export const onlineMeetingRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/me/onlineMeetings",
    scopes: ["OnlineMeetings.Read", "OnlineMeetings.ReadWrite"],
    workload: "teams",
    units: 0,
    query: ["$filter"],
    answer: findMeeting,
  },
];
