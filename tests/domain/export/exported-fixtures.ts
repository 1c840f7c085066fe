import { replay } from "#domain/meeting.ts";
import type { Exported } from "#domain/export/exported.ts";
import { projectRow } from "#domain/record/project.ts";
import type { DecisionRow } from "#domain/record/decision-row.ts";
import { type Saying, closed, log } from "../meeting-fixtures.ts";

export const webUrl = "https://larkfield.sharepoint.com/sites/tech/Lists/Decisions/12_.000";
export const hash = "0f".repeat(32);

/** A decision as it stands after these sayings, with its log; columns changed by hand as wished. */
export function exported(
  change: Partial<DecisionRow> = {},
  sayings: readonly Saying[] = closed,
): Exported {
  const meeting = replay(log(...sayings));
  const row = { ...projectRow(meeting, hash, sayings.length), ...change };
  return { item: "12", row, webUrl, createdAtMs: Date.UTC(2026, 10, 20), meeting };
}

/** The same where the log could not be read. */
export function withoutLog(change: Partial<DecisionRow> = {}): Exported {
  const { meeting: _, ...rest } = exported(change);
  return rest;
}

/** What people might write to become something else than text. */
export const hostile = [
  "<img src=x onerror=alert(1)>",
  "[Sign in](https://evil.example)",
  "![](https://evil.example/pixel)",
  "`code` and ```fence```",
  "a | b | c",
  "&lt;b&gt; &#60;b&#62;",
  "{{ site.secrets }} {% include x %}",
  "# heading",
  "---",
  "1. list",
  "*bold* _it_ ~~gone~~",
  "$\\href{x}{y}$",
] as const;
