import type { Meeting } from "#domain/meeting-state.ts";
import type { Finding } from "#domain/table/finding.ts";
import { listed } from "#domain/table/sentences.ts";

/** Why the start is closed, in one sentence: "Closed until Finance is covered." */
export function closedUntil(findings: readonly Finding[], meeting: Meeting): string {
  const absent = findings.filter(({ code }) => code === "required-driver-absent");
  const parts = findings
    .filter(({ code }) => code !== "required-driver-absent")
    // Whoever is missing is named once: the quorum and the cover come with them.
    .filter((finding) => absent.length === 0 || !isAboutAbsence(finding))
    .map((finding) => conditionOf(finding));
  const names = absent.map((finding) => nameOf(finding, meeting));
  if (names.length > 0) parts.push(`${listed(names)} ${names.length === 1 ? "is" : "are"} here`);
  return `Closed until ${listed([...new Set(parts)])}.`;
}

function isAboutAbsence({ code, people }: Finding): boolean {
  return code === "quorum-unmet" || (code === "function-uncovered" && people.length > 0);
}

function conditionOf({ code, function: name }: Finding): string {
  switch (code) {
    case "no-decider":
      return "somebody can decide";
    case "several-deciders":
      return "only one decides";
    case "function-uncovered":
      return `${name ?? "every function"} is covered`;
    case "quorum-unmet":
      return "enough drivers are here";
    default:
      return "the table is ready";
  }
}

function nameOf({ seats: [id] }: Finding, { seats }: Meeting): string {
  const seat = id === undefined ? undefined : seats.get(id)?.seat;
  return seat?.person?.name ?? `somebody for ${seat?.function ?? "the seat"}`;
}
