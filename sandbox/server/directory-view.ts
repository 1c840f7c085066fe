import type { Directory, Meeting, Person } from "../directory/directory.ts";
import { meetingTimes } from "../graph/teams/meeting-times.ts";

/** A person as the sandbox's switches show them. */
export function showPerson(directory: Directory, person: Person) {
  const sites = directory.sites.flatMap((site) => {
    const role = directory.roleIn(site, person);
    return role ? [[site.id, role] as const] : [];
  });
  return {
    id: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    userType: person.userType,
    mail: person.mail ?? person.userPrincipalName,
    department: person.department ?? null,
    jobTitle: person.jobTitle ?? null,
    siteRoles: Object.fromEntries(sites),
  };
}

/** A meeting as the sandbox's switches show it, with what a host page has to know. */
export function showMeeting(directory: Directory, meeting: Meeting, now: number) {
  const { start, end } = meetingTimes(meeting, now);
  return {
    id: meeting.id,
    subject: meeting.subject,
    chatId: meeting.chatId,
    organizerId: meeting.organizer.id,
    siteId: meeting.siteId,
    tenantId: directory.tenant.id,
    joinUrl: meeting.joinUrl,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    invited: meeting.invitations.map(({ person, type, response }) => ({
      personId: person.id,
      type,
      response,
    })),
    roster: meeting.roster.map((person) => person.id),
  };
}
