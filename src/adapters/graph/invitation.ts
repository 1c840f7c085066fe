import * as v from "valibot";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { InviteResponse } from "#domain/table/attendee.ts";
import { type Graph, parseAnswer } from "./client.ts";
import { pages } from "./pages.ts";
import { scopes } from "./token-source.ts";

/** Somebody the invitation names. Outlook knows people by mail address only. */
export interface Invitee {
  readonly mail: string;
  readonly name?: string;
  readonly response: InviteResponse;
}

/** The meeting as it stands in the caller's own calendar. */
export interface Invitation {
  readonly organizerMail?: string;
  readonly invitees: readonly Invitee[];
  /** Outlook keeps the answers in the organizer's copy only. */
  readonly hasResponses: boolean;
}

const Address = v.nullish(
  v.object({ name: v.nullish(v.string()), address: v.nullish(v.string()) }),
);
const Responded = v.nullish(v.object({ response: v.nullish(v.string()) }));
const CalendarEvent = v.object({
  isOrganizer: v.nullish(v.boolean()),
  onlineMeeting: v.nullish(v.object({ joinUrl: v.nullish(v.string()) })),
  organizer: v.nullish(v.object({ emailAddress: Address })),
  attendees: v.nullish(
    v.array(v.object({ type: v.nullish(v.string()), status: Responded, emailAddress: Address })),
  ),
});
type CalendarEvent = v.InferOutput<typeof CalendarEvent>;

// Without isOnlineMeeting, onlineMeeting comes back empty.
const select = "isOrganizer,isOnlineMeeting,onlineMeeting,organizer,attendees";
const hourMs = 3_600_000;

/**
 * The invitation to a meeting, or undefined where the caller's calendar does not have it. Outlook
 * cannot search by meeting, so the calendar around its time is read.
 *
 * @throws StoreError `consent-needed` without the calendar's permission.
 * @see https://learn.microsoft.com/graph/api/calendar-list-calendarview
 */
export async function readInvitation(
  graph: Graph,
  meeting: MeetingInfo,
): Promise<Invitation | undefined> {
  const now = graph.clock.now();
  const { startsAtMs = now - 12 * hourMs, endsAtMs = startsAtMs + 14 * 24 * hourMs } = meeting;
  const from = new Date(startsAtMs - hourMs).toISOString();
  const to = new Date(endsAtMs + hourMs).toISOString();
  const path = `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=50&$select=${select}`;
  const headers = { Prefer: 'outlook.timezone="UTC"' };
  const { values } = await pages(graph, { path, headers, scopes: scopes.calendar }, { most: 5 });
  const events = values.map((value) => parseAnswer(CalendarEvent, value, path));
  const event = events.find(({ onlineMeeting }) => isOf(meeting, onlineMeeting?.joinUrl));
  return event && invitationOf(event);
}

function isOf({ key }: MeetingInfo, joinUrl: string | null | undefined): boolean {
  try {
    return decodeURIComponent(joinUrl ?? "").includes(key);
  } catch {
    return false;
  }
}

function invitationOf({ isOrganizer, organizer, attendees }: CalendarEvent): Invitation {
  const organizerMail = organizer?.emailAddress?.address;
  return {
    ...(organizerMail && { organizerMail: organizerMail.toLowerCase() }),
    hasResponses: isOrganizer === true,
    invitees: (attendees ?? []).flatMap(({ type, status, emailAddress }): Invitee[] => {
      const mail = emailAddress?.address?.toLowerCase();
      // Rooms and equipment are invited as people are.
      if (!mail || type === "resource") return [];
      const { name } = emailAddress ?? {};
      const response = isOrganizer === true ? responseOf(status?.response) : "unknown";
      return [{ mail, ...(name && { name }), response }];
    }),
  };
}

const responses: Readonly<Record<string, InviteResponse>> = {
  organizer: "accepted",
  accepted: "accepted",
  tentativelyAccepted: "tentative",
  declined: "declined",
  none: "none",
  notResponded: "none",
};

function responseOf(response: string | null | undefined): InviteResponse {
  return responses[response ?? ""] ?? "unknown";
}
