import * as v from "valibot";

const Guid = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, "is no GUID"),
);
/** Graph's scopes by name, those of another resource with its address before them. */
const PlannerId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{28}$/, "has 28 letters, digits, _ or -"),
);
const Scopes = v.array(
  v.pipe(v.string(), v.regex(/^(https:\/\/[a-z0-9.-]+\/)?[A-Za-z]+(\.[A-Za-z]+)+$/, "is no scope")),
);
const Role = v.picklist(["read", "write", "owner"]);
const Response = v.picklist([
  "none",
  "accepted",
  "declined",
  "tentativelyAccepted",
  "notResponded",
]);

const PersonEntry = v.strictObject({
  id: Guid,
  displayName: v.pipe(v.string(), v.minLength(1)),
  userPrincipalName: v.pipe(v.string(), v.includes("@", "needs an @")),
  mail: v.optional(v.string()),
  userType: v.optional(v.picklist(["Member", "Guest"]), "Member"),
  homeTenantId: v.optional(Guid),
  companyName: v.optional(v.string()),
  department: v.optional(v.string()),
  jobTitle: v.optional(v.string()),
  managerId: v.optional(Guid),
  photo: v.optional(v.boolean(), false),
  /** Roles of an administrator, by the names Entra gives them. */
  directoryRoles: v.optional(
    v.array(
      v.picklist([
        "Global Administrator",
        "SharePoint Administrator",
        "Cloud Application Administrator",
      ]),
    ),
    [],
  ),
});

const OtherMember = v.variant("kind", [
  v.strictObject({
    kind: v.literal("federated"),
    userId: Guid,
    tenantId: Guid,
    displayName: v.string(),
  }),
  v.strictObject({ kind: v.literal("anonymous"), displayName: v.string() }),
  v.strictObject({ kind: v.literal("phone"), displayName: v.string() }),
]);

const MeetingEntry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "may hold a-z, 0-9 and - only")),
  subject: v.string(),
  thread: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, "may hold letters, digits, _ and - only")),
  organizerId: Guid,
  siteId: v.string(),
  when: v.strictObject({
    inDays: v.pipe(v.number(), v.integer()),
    at: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is no time like 14:00")),
    minutes: v.pipe(v.number(), v.integer(), v.minValue(5)),
  }),
  invited: v.union([
    v.literal("everyone"),
    v.array(
      v.strictObject({
        personId: Guid,
        type: v.picklist(["required", "optional"]),
        response: Response,
      }),
    ),
  ]),
  room: v.optional(v.strictObject({ name: v.string(), address: v.string() })),
  hideAttendees: v.optional(v.boolean(), false),
  joined: v.array(Guid),
  others: v.optional(v.array(OtherMember), []),
});

/** The shape of each JSON file of the directory, by file name. */
export const fileShapes = {
  tenant: v.strictObject({
    id: Guid,
    name: v.string(),
    domain: v.string(),
    sharePointHost: v.string(),
    clientId: Guid,
    generatedPeople: v.strictObject({ total: v.pipe(v.number(), v.integer()), seed: v.number() }),
  }),
  people: v.array(PersonEntry),
  groups: v.array(
    v.strictObject({
      id: Guid,
      displayName: v.string(),
      mail: v.string(),
      members: v.union([v.literal("everyone"), v.array(Guid)]),
      plans: v.optional(
        v.array(
          v.strictObject({
            id: PlannerId,
            title: v.string(),
            buckets: v.array(v.strictObject({ id: PlannerId, name: v.string() })),
          }),
        ),
        [],
      ),
    }),
  ),
  sites: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[^,]+,[^,]+,[^,]+$/, "must be host,site GUID,web GUID")),
      path: v.pipe(v.string(), v.regex(/^sites\/[a-z0-9-]+$/, "must look like sites/name")),
      displayName: v.string(),
      description: v.optional(v.string(), ""),
      recommended: v.optional(v.boolean(), false),
      timeZone: v.optional(v.string(), "UTC"),
      roles: v.record(Guid, Role),
      /** Site collection administrators: may do what owners may, without being named as one. */
      administrators: v.optional(v.array(Guid), []),
    }),
  ),
  meetings: v.array(MeetingEntry),
  consent: v.strictObject({
    everybody: Scopes,
    siteOwners: Scopes,
    byPerson: v.record(
      Guid,
      v.strictObject({ add: v.optional(Scopes, []), remove: v.optional(Scopes, []) }),
    ),
  }),
} as const;

/** The files of a directory, as a person wrote them. */
export type DirectoryFiles = {
  readonly [Name in keyof typeof fileShapes]: v.InferOutput<(typeof fileShapes)[Name]>;
};

/** Somebody of the sandbox's tenant, member or guest. */
export type Person = v.InferOutput<typeof PersonEntry>;
/** What a person may do in a site. */
export type SiteRole = v.InferOutput<typeof Role>;
/** People who are addressed as one. */
export type Group = DirectoryFiles["groups"][number];
/** A SharePoint site. */
export type Site = DirectoryFiles["sites"][number];
/** Somebody in a meeting's chat who is no user of the tenant. */
export type OtherMember = v.InferOutput<typeof OtherMember>;

/** Somebody invited to a meeting, with what the organizer's calendar knows of the answer. */
interface Invitation {
  readonly person: Person;
  readonly type: "required" | "optional";
  readonly response: v.InferOutput<typeof Response>;
}

/** A meeting with everybody resolved; its times follow from the day it is asked on. */
export interface Meeting {
  readonly id: string;
  readonly subject: string;
  readonly chatId: string;
  readonly joinUrl: string;
  readonly organizer: Person;
  readonly siteId: string;
  readonly when: { readonly inDays: number; readonly at: string; readonly minutes: number };
  readonly hideAttendees: boolean;
  readonly invitations: readonly Invitation[];
  readonly room?: { readonly name: string; readonly address: string };
  /** Everybody of the tenant in the chat: organizer, invited, joined. */
  readonly roster: readonly Person[];
  readonly others: readonly OtherMember[];
}

/** Who and what exists in the sandbox's tenant. */
export interface Directory {
  readonly tenant: DirectoryFiles["tenant"];
  readonly people: ReadonlyMap<string, Person>;
  readonly sites: readonly Site[];
  readonly meetings: ReadonlyMap<string, Meeting>;
  readonly consent: DirectoryFiles["consent"];
  readonly groups: readonly Group[];
  isMember(group: Group, person: Person): boolean;
  /** The person's role in a site, by name or through a group; undefined for a stranger. */
  roleIn(site: Site, person: Person): SiteRole | undefined;
}
