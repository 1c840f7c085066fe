import type { Rule } from "#domain/deciding/rule.ts";
import type { PersonId } from "#domain/ids.ts";
import type { SeatAtTable } from "#domain/meeting-state.ts";
import { attendeeFindings } from "./attendee-checks.ts";
import type { Attendee } from "./attendee.ts";
import type { BusinessFunction } from "./business-function.ts";
import { coverageFindings } from "./coverage-checks.ts";
import { type Finding, type FindingCode, severityOf } from "./finding.ts";
import type { Present } from "./seating.ts";
import { seatFindings } from "./seat-checks.ts";

/** What a table is checked on. */
export interface TableToCheck {
  readonly seats: readonly SeatAtTable[];
  /** The functions the outcome needs. */
  readonly functionsNeeded: readonly BusinessFunction[];
  /** Whether the gate says that this needs a group: only then can the core team be too small. */
  readonly collaborative: boolean;
  readonly rule: Rule;
  /** Before anybody opened the side panel nobody can be: then whoever has not declined counts. */
  readonly present: ReadonlySet<PersonId> | "not-gathered";
  /** Who Graph says was invited; absent where that is not known, and then nothing is said of it. */
  readonly attendees?: readonly Attendee[];
}

const order: readonly FindingCode[] = [
  "no-decider",
  "several-deciders",
  "required-driver-absent",
  "function-uncovered",
  "quorum-unmet",
  "core-team-large",
  "core-team-small",
  "seat-without-person",
  "invite-declined",
  "delegate-unaccepted",
  "attendee-without-role",
  "one-function-dominates",
  "external-driver",
  "seat-without-insight",
  "seat-without-accountability",
];

/** What is the matter with a table: what blocks first, then in the order of the codes and seats. */
export function checkTable(table: TableToCheck): readonly Finding[] {
  const present = presentAt(table);
  const found = [
    ...seatFindings(table, present),
    ...coverageFindings(table, present),
    ...attendeeFindings(table),
  ];
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether something found keeps the walk from starting. */
export function blocks(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "blocks");
}

function rank({ code }: Finding): number {
  return (severityOf(code) === "blocks" ? 0 : order.length) + order.indexOf(code);
}

function presentAt({ present, attendees = [] }: TableToCheck): Present {
  if (present !== "not-gathered") return present;
  const declined = new Set<PersonId>();
  for (const { person, response } of attendees) {
    if (person !== undefined && response === "declined") declined.add(person.id);
  }
  return { has: (person) => !declined.has(person) };
}
