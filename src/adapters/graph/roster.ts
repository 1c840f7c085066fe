import * as v from "valibot";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Attendee, AttendeeKind } from "#domain/table/attendee.ts";
import { Person } from "#domain/table/person.ts";
import { cleanText } from "#domain/text.ts";
import type { MissingKnowledge, Roster } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type ChatMember, readMembers, readOrganizerId } from "./chat-members.ts";
import type { Graph } from "./client.ts";
import { type DirectoryUser, type Known, lookUp } from "./directory.ts";
import { scopes } from "./token-source.ts";
import { type Invitation, type Invitee, readInvitation } from "./invitation.ts";

/** Whose roster it is. */
export interface Reader {
  readonly id: string;
  /** Their tenant; where unknown, it is read off their own place in the chat. */
  readonly tenantId?: string;
}

/**
 * Attendees by Graph: the chat says who is in it, the calendar who was invited and what they
 * answered, the directory what they do. Four requests for a meeting of up to 100 people, seven for 300.
 */
export function openRoster(
  graph: Graph,
  reader: Reader,
  askConsent?: (scopes: readonly string[]) => Promise<void>,
): Roster {
  return {
    ...(askConsent && { ask: (what) => askConsent(behind[what]) }),
    async attendees(meeting) {
      const [members, invitation] = await Promise.all([
        attempt(() => readMembers(graph, meeting.key)),
        attempt(() => readInvitation(graph, meeting)),
      ]);
      if (!members.ok && (!invitation.ok || invitation.value === undefined)) throw members.failure;
      const inChat = members.ok ? members.value : [];
      const invited = invitation.ok ? invitation.value : undefined;
      const invitees = invited?.invitees ?? [];
      const known = await attempt(() => lookUp(graph, ...whomToLookUp(inChat, invited)));
      const organizerId = await organizerOf(graph, meeting, members.ok);
      const gathering: Gathering = {
        reader,
        inChat,
        users: known.ok ? known.value.users : [],
        invitees: new Map(invitees.map((invitee) => [invitee.mail, invitee])),
        hasResponses: invited?.hasResponses ?? false,
        organizerMail: invited?.organizerMail,
        organizerId,
      };
      return {
        attendees: gather(gathering).toSorted(organizerFirst),
        missing: missingOf(members.ok, known, invited),
        askable: askableOf(members, invitation, known),
      };
    },
  };
}

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: StoreError };

async function attempt<T>(act: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return { ok: false, failure };
  }
}

const behind: { readonly [what in MissingKnowledge]: readonly string[] } = {
  roster: scopes.chat,
  responses: scopes.calendar,
  departments: scopes.departments,
};

function askableOf(
  members: Attempt<unknown>,
  invitation: Attempt<unknown>,
  known: Attempt<Known>,
): readonly MissingKnowledge[] {
  const lacks = (tried: Attempt<unknown>) => !tried.ok && tried.failure.kind === "consent-needed";
  const askable: MissingKnowledge[] = [];
  if (lacks(members)) askable.push("roster");
  if (known.ok ? known.value.lacksConsent : lacks(known)) askable.push("departments");
  if (lacks(invitation)) askable.push("responses");
  return askable;
}

function missingOf(
  hasRoster: boolean,
  known: Attempt<Known>,
  invited: Invitation | undefined,
): readonly MissingKnowledge[] {
  const missing: MissingKnowledge[] = [];
  if (!hasRoster) missing.push("roster");
  if (!known.ok || !known.value.hasDepartments) missing.push("departments");
  if (invited?.hasResponses !== true) missing.push("responses");
  return missing;
}

function whomToLookUp(
  members: readonly ChatMember[],
  invited: Invitation | undefined,
): [readonly string[], readonly string[]] {
  const ids = members.flatMap(({ userId }) => userId ?? []);
  const mails = new Set(invited?.invitees.map(({ mail }) => mail));
  if (invited?.organizerMail !== undefined) mails.add(invited.organizerMail);
  for (const { mail } of members) mails.delete(mail?.toLowerCase() ?? "");
  return [ids, [...mails]];
}

async function organizerOf(graph: Graph, meeting: MeetingInfo, mayAsk: boolean) {
  if (meeting.organizer !== undefined) return meeting.organizer.id;
  const asked = mayAsk ? await attempt(() => readOrganizerId(graph, meeting.key)) : undefined;
  return asked?.ok === true ? asked.value?.toLowerCase() : undefined;
}

/** All that was found out, before it is put together person by person. */
interface Gathering {
  readonly reader: Reader;
  readonly inChat: readonly ChatMember[];
  readonly users: readonly DirectoryUser[];
  readonly invitees: ReadonlyMap<string, Invitee>;
  readonly hasResponses: boolean;
  readonly organizerMail: string | undefined;
  readonly organizerId: string | undefined;
}

function gather(all: Gathering): Attendee[] {
  const byId = new Map(all.users.map((user) => [user.id, user]));
  const byMail = new Map(all.users.flatMap((user) => mailsOf(user).map((mail) => [mail, user])));
  const met = new Set<string>();
  const attendees = all.inChat.map((member) => {
    const user = byId.get(member.userId?.toLowerCase() ?? "");
    for (const mail of [member.mail?.toLowerCase(), ...mailsOf(user)]) if (mail) met.add(mail);
    return fromChat(all, member, user);
  });
  const outside = [...all.invitees.values()].filter(({ mail }) => !met.has(mail));
  if (all.organizerMail !== undefined && !met.has(all.organizerMail)) {
    const isInvited = outside.some(({ mail }) => mail === all.organizerMail);
    if (!isInvited) outside.unshift({ mail: all.organizerMail, response: "accepted" });
  }
  return [...attendees, ...outside.map((invitee) => fromCalendar(all, invitee, byMail))];
}

function fromChat(all: Gathering, member: ChatMember, user: DirectoryUser | undefined): Attendee {
  const mail = user?.mail ?? member.mail;
  const addresses = [mail?.toLowerCase(), ...mailsOf(user)];
  const invitee = addresses.map((one) => all.invitees.get(one ?? "")).find(Boolean);
  const isOrganizer = isOrganizing(all, member.userId, addresses);
  const kind = kindOf(all, member, user);
  const person = personOf(member.userId, user?.displayName ?? member.name, mail, kind);
  const unanswered = all.hasResponses ? "none" : "unknown";
  return {
    ...(person !== undefined && { person }),
    name: person?.name ?? nameOf(member.name),
    ...(mail && { mail }),
    kind,
    isOrganizer,
    response: isOrganizer ? "accepted" : (invitee?.response ?? unanswered),
    ...detailsOf(user),
  };
}

function fromCalendar(
  all: Gathering,
  invitee: Invitee,
  byMail: ReadonlyMap<string, DirectoryUser>,
): Attendee {
  const user = byMail.get(invitee.mail);
  const isGuest = /#EXT#/iu.test(user?.userPrincipalName ?? "");
  // A group or a person of another company: the directory does not say which.
  const kind = user === undefined ? "other" : isGuest ? "guest" : "member";
  const person = personOf(user?.id, user?.displayName ?? invitee.name, invitee.mail, kind);
  return {
    ...(person !== undefined && { person }),
    name: person?.name ?? nameOf(invitee.name ?? invitee.mail),
    mail: invitee.mail,
    kind,
    isOrganizer: isOrganizing(all, user?.id, [invitee.mail]),
    response: invitee.response,
    ...detailsOf(user),
  };
}

function kindOf(all: Gathering, member: ChatMember, user: DirectoryUser | undefined): AttendeeKind {
  if (member.how !== "entra") return member.how;
  const own = all.inChat.find(({ userId }) => sameId(userId, all.reader.id))?.tenantId;
  const home = all.reader.tenantId ?? own;
  const isForeign = member.tenantId !== undefined && !sameId(member.tenantId, home);
  // Guests have an account in this tenant; people of a federated one do not.
  if (isForeign) return user === undefined ? "other-tenant" : "guest";
  return member.isGuest ? "guest" : "member";
}

function personOf(
  id: string | undefined,
  name: string | null | undefined,
  mail: string | null | undefined,
  kind: AttendeeKind,
): Person | undefined {
  const isExternal = kind === "guest" || kind === "other-tenant";
  const read = v.safeParse(Person, {
    id,
    name: nameOf(name),
    ...(mail && { mail }),
    ...(isExternal && { external: true }),
  });
  return read.success ? read.output : undefined;
}

function detailsOf(user: DirectoryUser | undefined) {
  const { department, jobTitle } = user ?? {};
  return { ...(department && { department }), ...(jobTitle && { jobTitle }) };
}

function isOrganizing(
  { organizerId, organizerMail }: Gathering,
  id: string | undefined,
  mails: readonly (string | undefined)[],
): boolean {
  if (organizerId !== undefined && id !== undefined) return sameId(organizerId, id);
  return organizerMail !== undefined && mails.includes(organizerMail);
}

function mailsOf(user: DirectoryUser | undefined): string[] {
  return [user?.mail, user?.userPrincipalName].flatMap((mail) => mail?.toLowerCase() ?? []);
}

function nameOf(name: string | null | undefined): string {
  return cleanText(name ?? "").slice(0, 120) || "Unknown attendee";
}

function sameId(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

function organizerFirst(a: Attendee, b: Attendee): number {
  return Number(b.isOrganizer) - Number(a.isOrganizer);
}
