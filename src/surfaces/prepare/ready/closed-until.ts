import type { Meeting } from "#domain/meeting-state.ts";
import type { Finding } from "#domain/table/finding.ts";
import { listed } from "#domain/table/sentences.ts";

/** Why the start is closed, in one sentence: "Closed until Finance is covered." */
export function closedUntil(findings: readonly Finding[], meeting: Meeting): string {
  const absent = findings.filter(({ code }) => code === "required-driver-absent");
  // Whoever is missing is named once: the quorum and the cover come with them.
  const others = findings.filter(
    (finding) => !absent.includes(finding) && (absent.length === 0 || !isAboutAbsence(finding)),
  );
  const uncovered = others.flatMap(({ code, function: name }) =>
    code === "function-uncovered" && name !== undefined ? [name] : [],
  );
  const parts = [
    ...new Set(others.flatMap(({ code }) => conditions[code] ?? [])),
    ...areOrIs(uncovered, "covered"),
    ...areOrIs(
      absent.map((finding) => nameOf(finding, meeting)),
      "here",
    ),
  ];
  return `Closed until ${listed(parts)}.`;
}

const conditions: { readonly [code in Finding["code"]]?: string } = {
  "no-decider": "somebody can decide",
  "several-deciders": "only one decides",
  "quorum-unmet": "enough drivers are here",
};

function areOrIs(names: readonly string[], what: string): readonly string[] {
  if (names.length === 0) return [];
  return [`${listed(names)} ${names.length === 1 ? "is" : "are"} ${what}`];
}

function isAboutAbsence({ code, people }: Finding): boolean {
  return code === "quorum-unmet" || (code === "function-uncovered" && people.length > 0);
}

function nameOf({ seats: [id] }: Finding, { seats }: Meeting): string {
  const seat = id === undefined ? undefined : seats.get(id)?.seat;
  return seat?.person?.name ?? `somebody for ${seat?.function ?? "the seat"}`;
}
