import type { User } from "@microsoft/microsoft-graph-types";
import type { Person } from "../../directory/directory.ts";
import type { Call, Route } from "../call.ts";
import { param } from "../call.ts";
import { refuse, unknown } from "../errors.ts";
import { comparisonsIn, meets, parseFilter } from "../odata/filter.ts";
import { expansions, linkTo, pageSize, project, selected } from "../odata/query.ts";

/** What Graph gives of a user without `$select`. */
const USUAL = [
  "businessPhones",
  "displayName",
  "givenName",
  "jobTitle",
  "mail",
  "mobilePhone",
  "officeLocation",
  "preferredLanguage",
  "surname",
  "userPrincipalName",
  "id",
];
/** What User.ReadBasic.All lets one see of others; the rest is left out without a word. */
const BASIC = new Set(["displayName", "givenName", "id", "mail", "surname", "userPrincipalName"]);
const FULL_SCOPES = ["User.Read.All", "Directory.Read.All"];
const MOST_CLAUSES = 15;

/**
 * Somebody of the tenant by id or user principal name.
 *
 * @throws GraphError 404 as Entra words it.
 */
export function personOf(call: Call, idOrName: string): Person {
  const { people } = call.world.directory;
  const wanted = idOrName.toLowerCase();
  const found =
    people.get(wanted) ??
    [...people.values()].find((one) => one.userPrincipalName.toLowerCase() === wanted);
  return (
    found ??
    refuse(
      404,
      "Request_ResourceNotFound",
      `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
    )
  );
}

function describe(person: Person): User {
  const [givenName, ...rest] = person.displayName.split(" ");
  return {
    id: person.id,
    businessPhones: [],
    displayName: person.displayName,
    givenName: givenName ?? null,
    jobTitle: person.jobTitle ?? null,
    mail: person.mail ?? person.userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: rest.join(" ") || null,
    userPrincipalName: person.userPrincipalName,
    companyName: person.companyName ?? null,
    department: person.department ?? null,
    userType: person.userType,
    accountEnabled: true,
  };
}

function show(call: Call, person: Person): Partial<User> {
  const full = person === call.caller || FULL_SCOPES.some((scope) => call.scopes.has(scope));
  const names = selected(call.query) ?? USUAL;
  const described = describe(person);
  const stray = names.find((name) => !(name in described));
  if (stray !== undefined) unknown(`the property ${stray} of a user`);
  const allowed = names.filter((name) => full || BASIC.has(name));
  const shown = Object.fromEntries(
    Object.entries(project(described, allowed)).filter(([name]) => allowed.includes(name)),
  ) as Partial<User>;
  return { ...shown, ...managerOf(call, person, full) };
}

function managerOf(call: Call, person: Person, full: boolean): { manager?: User } {
  const expansion = expansions(call.query, ["manager"])[0];
  const manager = call.world.directory.people.get(person.managerId ?? "");
  if (!expansion || !manager || !full) return {};
  const type = { "@odata.type": "#microsoft.graph.user" };
  return { manager: { ...type, ...project(describe(manager), expansion.select ?? USUAL) } };
}

function findUsers(call: Call) {
  refuseGuest(call);
  const text = call.query.get("$filter");
  const filter = text === undefined ? undefined : parseFilter(text);
  const compared = filter ? comparisonsIn(filter) : [];
  const clauses = compared.reduce((sum, { values }) => sum + values.length, 0);
  if (clauses > MOST_CLAUSES)
    refuse(
      400,
      "Request_UnsupportedQuery",
      `Too many child clauses specified in search filter expression containing 'OR' operators: ${clauses}. Max allowed: ${MOST_CLAUSES}.`,
    );
  const filterable = ["id", "mail", "userPrincipalName", "displayName", "department", "userType"];
  const stray = compared.find(({ property }) => !filterable.includes(property));
  if (stray) unknown(`filtering users by ${stray.property}`);
  const size = pageSize(call.query, 100, 999);
  const from = Number(call.query.get("$skiptoken") ?? "0");
  const found = [...call.world.directory.people.values()].filter(
    (person) => !filter || meets(filter, (name) => describe(person)[name as keyof User]),
  );
  return {
    status: 200,
    body: {
      "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users",
      value: found.slice(from, from + size).map((person) => show(call, person)),
      ...(found.length > from + size && {
        "@odata.nextLink": linkTo("/users", call.query, { $skiptoken: String(from + size) }),
      }),
    },
  };
}

/** Guests see themselves, not the company. */
export function refuseGuest(call: Call): void {
  if (call.caller.userType === "Guest")
    refuse(
      403,
      "Authorization_RequestDenied",
      "Insufficient privileges to complete the operation.",
    );
}

const OTHERS = ["User.ReadBasic.All", "User.Read.All", "Directory.Read.All"];
const ENTITY = { "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity" };

/** Oneself and the people of the tenant. */
export const userRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/me",
    scopes: ["User.Read", ...OTHERS],
    workload: "directory",
    units: 1,
    query: ["$select", "$expand"],
    answer: (call) => ({ status: 200, body: { ...ENTITY, ...show(call, call.caller) } }),
  },
  {
    method: "GET",
    path: "/users",
    scopes: OTHERS,
    workload: "directory",
    units: 2,
    query: ["$select", "$filter", "$top", "$skiptoken", "$expand"],
    answer: findUsers,
  },
  {
    method: "GET",
    path: "/users/{user-id}",
    scopes: OTHERS,
    workload: "directory",
    units: 1,
    query: ["$select", "$expand"],
    answer: (call) => {
      const person = personOf(call, param(call, "user-id"));
      if (person !== call.caller) refuseGuest(call);
      return { status: 200, body: { ...ENTITY, ...show(call, person) } };
    },
  },
];
