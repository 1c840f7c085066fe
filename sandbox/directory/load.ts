import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import consent from "./consent.json" with { type: "json" };
import { fileShapes } from "./directory.ts";
import type {
  Directory,
  DirectoryFiles,
  Group,
  Meeting,
  Person,
  Site,
  SiteRole,
} from "./directory.ts";
import { generatePeople } from "./generate.ts";
import groups from "./groups.json" with { type: "json" };
import meetings from "./meetings.json" with { type: "json" };
import people from "./people.json" with { type: "json" };
import sites from "./sites.json" with { type: "json" };
import tenant from "./tenant.json" with { type: "json" };

const SEED = { tenant, people, groups, sites, meetings, consent };

/** The directory that ships with the sandbox: Larkfield, with its forecasting meeting. */
export function seedDirectory(): Directory {
  return loadDirectory(SEED);
}

/**
 * The directory a person wrote in a folder of six JSON files.
 *
 * @throws Error that names the file, the place in it and what is wrong there.
 */
export function readDirectory(folder: string): Directory {
  const files = Object.keys(fileShapes).map((name) => {
    const path = join(folder, `${name}.json`);
    try {
      return [name, JSON.parse(readFileSync(path, "utf8")) as unknown];
    } catch (cause) {
      throw new Error(`${path} cannot be read as JSON: ${String(cause)}`, { cause });
    }
  });
  return loadDirectory(Object.fromEntries(files) as Record<string, unknown>);
}

/**
 * Checks the files of a directory and resolves who they speak of.
 *
 * @throws Error that names the file, the place in it and what is wrong there.
 */
export function loadDirectory(files: Readonly<Record<string, unknown>>): Directory {
  const checked = Object.fromEntries(
    Object.entries(fileShapes).map(([name, shape]) => [name, check(name, shape, files[name])]),
  ) as unknown as DirectoryFiles;
  const everyone = peopleOf(checked);
  const siteIds = new Set(checked.sites.map((site) => site.id));
  const person = (id: string, where: string) => {
    const found = everyone.get(id);
    if (!found) throw new Error(`${where}: nobody has the id ${id}.`);
    return found;
  };
  const meetingEntries = checked.meetings.map((entry) => {
    const where = `meetings.json, "${entry.id}"`;
    if (!siteIds.has(entry.siteId))
      throw new Error(`${where}: no site has the id ${entry.siteId}.`);
    return [
      entry.id,
      meetingOf(entry, checked.tenant.id, everyone, (id) => person(id, where)),
    ] as const;
  });
  for (const site of checked.sites) checkRoles(site, checked, everyone);
  return {
    tenant: checked.tenant,
    people: everyone,
    sites: checked.sites,
    meetings: new Map(meetingEntries),
    consent: checked.consent,
    groups: checked.groups,
    isMember,
    roleIn: (site, somebody) => roleIn(site, somebody, checked.groups),
  };
}

function check(name: string, shape: v.GenericSchema, content: unknown): unknown {
  const result = v.safeParse(shape, content);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const place = v.getDotPath(issue) ?? "(whole file)";
  throw new Error(`${name}.json, at ${place}: ${issue.message}.`);
}

function peopleOf({ people: named, tenant: { generatedPeople, domain } }: DirectoryFiles) {
  const members = named.filter((person) => person.userType === "Member").length;
  const missing = Math.max(0, generatedPeople.total - members);
  const everyone = new Map<string, Person>();
  for (const person of [...named, ...generatePeople(missing, generatedPeople.seed, domain)]) {
    if (everyone.has(person.id))
      throw new Error(`people.json: two people have the id ${person.id}.`);
    everyone.set(person.id, person);
  }
  return everyone;
}

function meetingOf(
  entry: DirectoryFiles["meetings"][number],
  tenantId: string,
  everyone: ReadonlyMap<string, Person>,
  person: (id: string) => Person,
): Meeting {
  const organizer = person(entry.organizerId);
  const members = [...everyone.values()].filter((one) => one.userType === "Member");
  const invitations =
    entry.invited === "everyone"
      ? members
          .filter((one) => one !== organizer)
          .map((one) => ({ person: one, type: "required", response: "accepted" }) as const)
      : entry.invited.map(({ personId, ...rest }) => ({ person: person(personId), ...rest }));
  const chatId = `19:meeting_${entry.thread}@thread.v2`;
  const context = JSON.stringify({ Tid: tenantId, Oid: organizer.id });
  return {
    id: entry.id,
    subject: entry.subject,
    chatId,
    joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0?context=${encodeURIComponent(context)}`,
    organizer,
    siteId: entry.siteId,
    when: entry.when,
    hideAttendees: entry.hideAttendees,
    invitations,
    ...(entry.room && { room: entry.room }),
    roster: [
      ...new Set([organizer, ...invitations.map((one) => one.person), ...entry.joined.map(person)]),
    ],
    others: entry.others,
  };
}

function checkRoles(site: Site, files: DirectoryFiles, everyone: ReadonlyMap<string, Person>) {
  const groupIds = new Set(files.groups.map((group) => group.id));
  for (const id of [...Object.keys(site.roles), ...site.administrators]) {
    if (!everyone.has(id) && !groupIds.has(id))
      throw new Error(`sites.json, "${site.path}": neither a person nor a group has the id ${id}.`);
  }
}

function isMember({ members }: Group, person: Person): boolean {
  return members === "everyone" ? person.userType === "Member" : members.includes(person.id);
}

const RANK = { read: 1, write: 2, owner: 3 } as const;

function roleIn(
  site: Site,
  person: Person,
  allGroups: DirectoryFiles["groups"],
): SiteRole | undefined {
  if (site.administrators.includes(person.id)) return "owner";
  const throughGroups = allGroups
    .filter((group) => isMember(group, person))
    .map((group) => site.roles[group.id]);
  return [site.roles[person.id], ...throughGroups]
    .filter((role) => role !== undefined)
    .toSorted((a, b) => RANK[b] - RANK[a])[0];
}
