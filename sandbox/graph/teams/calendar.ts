import type { Attendee, Event } from "@microsoft/microsoft-graph-types";
import type { Meeting, Person } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { invalid, refuse, unknown } from "../errors.ts";
import { comparisonsIn, meets, parseFilter } from "../odata/filter.ts";
import { linkTo, pageSize, project, selected } from "../odata/query.ts";
import { mailOf } from "../sharepoint/access.ts";
import { offsetMs } from "../sharepoint/site-day.ts";
import { meetingTimes } from "./meeting-times.ts";

const NO_TIME = "0001-01-01T00:00:00Z";

function isInCalendarOf(meeting: Meeting, person: Person): boolean {
  return meeting.organizer === person || meeting.invitations.some((one) => one.person === person);
}

function attendeesOf(call: Call, meeting: Meeting): Attendee[] {
  const organizing = meeting.organizer === call.caller;
  if (meeting.hideAttendees && !organizing) return [];
  const people = meeting.invitations.map(({ person, type, response }): Attendee => {
    // Only the organizer's copy learns what others answered.
    const known = organizing || person === call.caller;
    return {
      type,
      status: { response: known ? response : "none", time: NO_TIME },
      emailAddress: { name: person.displayName, address: mailOf(person) },
    };
  });
  const room: Attendee[] = meeting.room
    ? [
        {
          type: "resource",
          status: { response: organizing ? "accepted" : "none", time: NO_TIME },
          emailAddress: meeting.room,
        },
      ]
    : [];
  return [...people, ...room];
}

function showEvent(call: Call, meeting: Meeting, zone: string): Event {
  const { start, end } = meetingTimes(meeting, call.world.now());
  const own = meeting.invitations.find(({ person }) => person === call.caller);
  const organizing = meeting.organizer === call.caller;
  const select = selected(call.query);
  const event: Event & { "@odata.etag": string } = {
    "@odata.etag": `W/"${meeting.id}"`,
    id: Buffer.from(
      organizing ? `event ${meeting.id}` : `event ${meeting.id} of ${call.caller.id}`,
    ).toString("base64"),
    iCalUId: `040000008200E00074C5B7101A82E008-${meeting.id}`,
    subject: meeting.subject,
    type: "singleInstance",
    seriesMasterId: null,
    isOrganizer: organizing,
    isOnlineMeeting: true,
    isCancelled: false,
    isAllDay: false,
    onlineMeetingProvider: "teamsForBusiness",
    // Asked for alone it comes back empty: Outlook fills it only beside isOnlineMeeting.
    onlineMeeting:
      select && !select.includes("isOnlineMeeting") ? null : { joinUrl: meeting.joinUrl },
    hideAttendees: meeting.hideAttendees,
    responseStatus: {
      response: organizing ? "organizer" : (own?.response ?? "none"),
      time: NO_TIME,
    },
    start: { dateTime: localTime(start, zone), timeZone: zone },
    end: { dateTime: localTime(end, zone), timeZone: zone },
    organizer: {
      emailAddress: { name: meeting.organizer.displayName, address: mailOf(meeting.organizer) },
    },
    attendees: attendeesOf(call, meeting),
  };
  const stray = select?.find((name) => !(name in event));
  if (stray !== undefined) unknown(`the property ${stray} of an event`);
  return project(event, select);
}

function listEvents(call: Call) {
  const { world, caller, query } = call;
  if (caller.userType === "Guest")
    refuse(
      404,
      "MailboxNotEnabledForRESTAPI",
      "The mailbox is either inactive, soft-deleted, or is hosted on-premise.",
    );
  const from = readMoment(query.get("startDateTime"));
  const to = readMoment(query.get("endDateTime"));
  const zone = readZone(call.headers.get("prefer"));
  const filter = readFilter(query.get("$filter"));
  const size = pageSize(query, 10, 1000);
  const skip = Number(query.get("$skip") ?? "0");
  const order = query.get("$orderby") ?? "start/dateTime";
  if (!/^start\/dateTime( asc)?$/.test(order)) unknown(`ordering events by ${order}`);
  const found = [...world.directory.meetings.values()]
    .filter((meeting) => isInCalendarOf(meeting, caller))
    .map((meeting) => ({ meeting, ...meetingTimes(meeting, world.now()) }))
    .filter(({ start, end }) => start < to && end > from)
    .filter(({ meeting, start, end }) => !filter || meets(filter, readerOf(meeting, start, end)))
    .sort((a, b) => a.start - b.start);
  return {
    status: 200,
    body: {
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#users('${caller.id}')/calendarView`,
      value: found.slice(skip, skip + size).map(({ meeting }) => showEvent(call, meeting, zone)),
      ...(found.length > skip + size && {
        "@odata.nextLink": linkTo("/me/calendarView", query, { $skip: String(skip + size) }),
      }),
    },
  };
}

function readerOf(meeting: Meeting, start: number, end: number) {
  const values: Readonly<Record<string, string>> = {
    subject: meeting.subject,
    "start/dateTime": new Date(start).toISOString(),
    "end/dateTime": new Date(end).toISOString(),
  };
  return (property: string) => values[property];
}

function readFilter(text: string | undefined) {
  if (text === undefined) return undefined;
  const filter = parseFilter(text);
  for (const { property } of comparisonsIn(filter)) {
    if (/^(isOnlineMeeting|onlineMeetingProvider|onlineMeeting\/.*)$/.test(property))
      refuse(400, "ErrorInvalidProperty", `The property '${property}' does not support filtering.`);
    if (!["subject", "start/dateTime", "end/dateTime"].includes(property))
      unknown(`filtering events by ${property}`);
  }
  return filter;
}

function readMoment(text: string | undefined): number {
  const at = Date.parse(text ?? "");
  if (Number.isNaN(at))
    return refuse(
      400,
      "ErrorInvalidParameter",
      "This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.",
    );
  return at;
}

function readZone(prefer: string | null): string {
  const zone = /outlook\.timezone\s*=\s*"([^"]+)"/i.exec(prefer ?? "")?.[1] ?? "UTC";
  try {
    offsetMs(0, zone);
    return zone;
  } catch {
    return invalid(`A valid TimeZone value must be specified, not '${zone}'.`);
  }
}

function localTime(at: number, zone: string): string {
  return `${new Date(at + offsetMs(at, zone)).toISOString().slice(0, 19)}.0000000`;
}

const SCOPES = ["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"];

/** One's own calendar over a stretch of time. */
export const calendarRoutes: readonly Route[] = [
  "/me/calendarView",
  "/me/calendar/calendarView",
].map((path): Route => ({
  method: "GET",
  path,
  scopes: SCOPES,
  workload: "outlook",
  units: 0,
  query: ["startDateTime", "endDateTime", "$select", "$filter", "$top", "$skip", "$orderby"],
  answer: listEvents,
}));
