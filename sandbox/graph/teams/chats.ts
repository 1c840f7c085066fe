import type { Chat, ConversationMember } from "@microsoft/microsoft-graph-types";
import type { Meeting, OtherMember, Person } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { param, secondsOf } from "../call.ts";
import { refuse } from "../errors.ts";
import { expansions, linkTo } from "../odata/query.ts";
import { mailOf } from "../sharepoint/access.ts";

const SCOPES = ["Chat.ReadBasic", "Chat.Read", "Chat.ReadWrite"];
const MEMBERS_PER_PAGE = 100;
const MADE_AT = Date.UTC(2026, 0, 12, 9);
const ALL_HISTORY = "0001-01-01T00:00:00Z";

/**
 * The meeting whose chat a request names, if the caller is in its roster.
 *
 * @throws GraphError 404 for no such chat, 403 for guests and for those not in the roster.
 */
export function meetingOfChat(call: Call): Meeting {
  const { directory } = call.world;
  const chatId = param(call, "chat-id");
  const meeting = [...directory.meetings.values()].find((one) => one.chatId === chatId);
  if (!meeting) return refuse(404, "NotFound", "NotFound");
  if (call.caller.userType === "Guest")
    refuse(403, "GuestAccessDenied", "Request is not allowed for guest users");
  if (!meeting.roster.includes(call.caller))
    refuse(403, "Forbidden", "Forbidden", {
      innerCode: "InsufficientPrivileges",
      innerMessage: `AclCheckFailed-The initiator 8:orgid:${call.caller.id} is not a member of the roster`,
    });
  return meeting;
}

function showChat(call: Call, meeting: Meeting): Chat {
  const { tenant } = call.world.directory;
  const withMembers = expansions(call.query, ["members"]).length > 0;
  return {
    id: meeting.chatId,
    topic: meeting.subject,
    createdDateTime: secondsOf(MADE_AT),
    lastUpdatedDateTime: secondsOf(MADE_AT),
    chatType: "meeting",
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(meeting.chatId)}/0?tenantId=${tenant.id}`,
    tenantId: tenant.id,
    onlineMeetingInfo: {
      joinWebUrl: meeting.joinUrl,
      // The id is one of the organizer's mailbox; nobody else can open it.
      calendarEventId: Buffer.from(`event ${meeting.id}`).toString("base64"),
      organizer: {
        id: meeting.organizer.id,
        displayName: null,
        userIdentityType: "aadUser",
      },
    },
    ...(withMembers && { members: membersOf(call, meeting) }),
  };
}

function membersOf(call: Call, meeting: Meeting): ConversationMember[] {
  return [
    ...meeting.roster.map((person) => memberOf(call, meeting, person)),
    ...meeting.others.map((other, index) => otherMember(meeting, other, index)),
  ];
}

function memberOf(call: Call, meeting: Meeting, person: Person): ConversationMember {
  const isGuest = person.userType === "Guest";
  const type = { "@odata.type": "#microsoft.graph.aadUserConversationMember" };
  return {
    ...type,
    id: membershipId(meeting, person.id),
    roles: isGuest ? ["guest"] : person === meeting.organizer ? ["owner"] : [],
    displayName: person.displayName,
    visibleHistoryStartDateTime: ALL_HISTORY,
    userId: person.id,
    email: isGuest ? null : mailOf(person),
    tenantId: person.homeTenantId ?? call.world.directory.tenant.id,
  } as ConversationMember;
}

function otherMember(meeting: Meeting, other: OtherMember, index: number): ConversationMember {
  const common = {
    id: membershipId(meeting, `${other.kind} ${index}`),
    roles: ["guest"],
    displayName: other.displayName,
    visibleHistoryStartDateTime: ALL_HISTORY,
  };
  switch (other.kind) {
    case "federated":
      return {
        "@odata.type": "#microsoft.graph.aadUserConversationMember",
        ...common,
        userId: other.userId,
        email: null,
        tenantId: other.tenantId,
      } as ConversationMember;
    case "anonymous":
      return {
        "@odata.type": "#microsoft.graph.anonymousGuestConversationMember",
        ...common,
        anonymousGuestId: `visitor-${index}`,
      } as ConversationMember;
    case "phone":
      return {
        "@odata.type": "#microsoft.graph.phoneUserConversationMember",
        ...common,
        phoneNumber: other.displayName,
      } as ConversationMember;
  }
}

function membershipId(meeting: Meeting, who: string): string {
  return Buffer.from(`${meeting.chatId}##${who}`).toString("base64");
}

/** The chat of a meeting and who is in it. */
export const chatRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/chats/{chat-id}",
    scopes: SCOPES,
    workload: "teams",
    units: 0,
    query: ["$expand"],
    answer: (call) => ({
      status: 200,
      body: {
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#chats/$entity",
        ...showChat(call, meetingOfChat(call)),
      },
    }),
  },
  {
    method: "GET",
    path: "/chats/{chat-id}/members",
    scopes: [...SCOPES, "ChatMember.Read"],
    workload: "teams",
    units: 0,
    query: ["$skiptoken"],
    answer: (call) => {
      const meeting = meetingOfChat(call);
      const from = Number(call.query.get("$skiptoken") ?? "0");
      const members = membersOf(call, meeting);
      const to = from + MEMBERS_PER_PAGE;
      const path = `/chats/${encodeURIComponent(meeting.chatId)}/members`;
      return {
        status: 200,
        body: {
          "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#chats('${encodeURIComponent(meeting.chatId)}')/members`,
          "@odata.count": Math.min(members.length, to) - from,
          value: members.slice(from, to),
          ...(to < members.length && {
            "@odata.nextLink": linkTo(path, call.query, { $skiptoken: String(to) }),
          }),
        },
      };
    },
  },
];
