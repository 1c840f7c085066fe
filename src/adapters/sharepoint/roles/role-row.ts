import * as v from "valibot";
import { oneLine } from "#domain/text.ts";
import { PersonId } from "#domain/ids.ts";
import { BusinessFunction } from "#domain/table/business-function.ts";
import { NamedPerson, StandingRole } from "#domain/table/standing-role.ts";

/** The columns a standing role is read from, as Graph names them. */
export const roleColumns: readonly string[] = [
  "Title",
  "SeatFunction",
  "SeatPersonLookupId",
  "SeatPersonName",
  "SeatPersonEntra",
  "SeatRole",
  "SeatDuty",
  "SeatGround",
  "SeatDelegateLookupId",
  "SeatDelegateName",
  "SeatDelegateEntra",
  "SeatRequired",
];

/** Who has a lookup id in this site, as far as that may be read. */
export type People = ReadonlyMap<string, { readonly name: string; readonly mail?: string }>;

/** What one row tells: a role, and what of it cannot be read; or only the latter. */
export interface ReadRole {
  readonly role?: StandingRole;
  readonly why?: string;
}

const Lookup = v.nullish(v.union([v.string(), v.number()]));
const Text = v.nullish(v.string());
// People write into this list: nothing about a row is certain but that it has columns.
const Row = v.object({
  SeatFunction: v.nullish(v.union([v.array(v.string()), v.string()])),
  SeatPersonLookupId: Lookup,
  SeatPersonName: Text,
  SeatPersonEntra: Text,
  SeatRole: Text,
  SeatDuty: Text,
  SeatGround: Text,
  SeatDelegateLookupId: Lookup,
  SeatDelegateName: Text,
  SeatDelegateEntra: Text,
  SeatRequired: v.nullish(v.boolean()),
});
type Row = v.InferOutput<typeof Row>;

/** The standing role that a row of a list kept by people tells, or why it tells none. */
export function toRole(fields: unknown, people: People): ReadRole {
  const read = v.safeParse(Row, fields);
  if (!read.success) return { why: "A column holds something of another kind." };
  const row = read.output;
  const named = functionOf(row);
  if (typeof named === "string") return { why: named };
  const seat = seatOf(row);
  if (typeof seat === "string") return { why: seat };
  const person = personOf("Person", row, people);
  const delegate = personOf("Delegate", row, people);
  const role = v.safeParse(StandingRole, {
    function: named.function,
    ...seat,
    required: row.SeatRequired ?? false,
    ...(person.person && { person: person.person }),
    ...(delegate.person && { delegate: delegate.person }),
  });
  if (!role.success) return { why: `Something is too long: ${role.issues[0].message}.` };
  const why = [person.why, delegate.why].filter((one) => one !== undefined).join(" ");
  return { role: role.output, ...(why !== "" && { why }) };
}

/** What to call a row when speaking of it. */
export function rowName(fields: unknown, id: string): string {
  const titled = v.safeParse(v.object({ Title: v.string() }), fields);
  const title = titled.success ? oneLine(titled.output.Title).slice(0, 80) : "";
  return title === "" ? `row ${id}` : title;
}

function functionOf({ SeatFunction }: Row): { readonly function: BusinessFunction } | string {
  const all = typeof SeatFunction === "string" ? [SeatFunction] : (SeatFunction ?? []);
  const [first, ...others] = all.filter((name) => name.trim() !== "");
  if (first === undefined) return "It names no function.";
  if (others.length > 0) return "It names more than one function: make a row of each.";
  const read = v.safeParse(BusinessFunction, first);
  return read.success ? { function: read.output } : "The function's name is too long.";
}

const driverDuties = ["decider", "sign-off", "member"];
const stakeholderDuties = ["contributor", "performer", "informed"];

/** Role and duty. Either may be left out: a duty has its role, a role its usual duty. */
function seatOf(row: Row): Readonly<Record<string, string>> | string {
  const role = wordOf(row.SeatRole);
  const duty = wordOf(row.SeatDuty) || { driver: "member", stakeholder: "contributor" }[role];
  if (duty === undefined) return role === "" ? "It has no duty." : `“${role}” is no role.`;
  const isDriver = driverDuties.includes(duty);
  if (!isDriver && !stakeholderDuties.includes(duty)) return `“${duty}” is no duty.`;
  const owed = isDriver ? "driver" : "stakeholder";
  if (role !== "" && role !== owed) return `A ${role} cannot have the duty “${duty}”.`;
  if (duty !== "sign-off") return { role: owed, duty };
  const ground = row.SeatGround?.trim() ?? "";
  return ground === "" ? "A sign-off needs its ground." : { role: owed, duty, ground };
}

function wordOf(text: string | null | undefined): string {
  return oneLine(text ?? "").toLowerCase();
}

interface ReadPerson {
  readonly person?: NamedPerson;
  readonly why?: string;
}

/** A person chosen in SharePoint is only a number there; text beside it stands in or adds. */
function personOf(who: "Person" | "Delegate", row: Row, people: People): ReadPerson {
  const lookupId = row[`Seat${who}LookupId`];
  const chosen =
    lookupId === null || lookupId === undefined ? undefined : people.get(String(lookupId));
  const id = v.safeParse(v.pipe(PersonId, v.uuid()), (row[`Seat${who}Entra`] ?? "").trim());
  const read = v.safeParse(NamedPerson, {
    name: chosen?.name ?? row[`Seat${who}Name`] ?? "",
    ...(id.success && { id: id.output }),
    ...(chosen?.mail !== undefined && { mail: chosen.mail }),
  });
  if (read.success) return { person: read.output };
  const isEmpty = lookupId === null || lookupId === undefined;
  const hasText = (row[`Seat${who}Name`] ?? "") + (row[`Seat${who}Entra`] ?? "") !== "";
  if (isEmpty && !hasText) return {};
  return { why: `The ${who.toLowerCase()} cannot be read: type their name beside it.` };
}
