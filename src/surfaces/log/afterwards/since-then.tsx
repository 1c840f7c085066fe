import type { DecisionRow } from "#domain/record/decision-row.ts";
import type { Meeting } from "#domain/meeting-state.ts";
import { TextSection } from "#surfaces/log/record/text-section.tsx";
import { calendarDay } from "#surfaces/shared/formats.ts";
import { besideExpected } from "./expected-goals.ts";

interface SinceThenProps {
  readonly row: DecisionRow;
  /** Absent while its log is not at hand. */
  readonly meeting: Meeting | undefined;
}

/** What happened to a decision before and since it was taken, as the record tells it: dated lines. */
export function SinceThen({ row, meeting }: SinceThenProps) {
  return (
    <>
      <TextSection heading="History" text={withDays(row.history)} />
      <TextSection heading="Amendments" text={withDays(row.amendments)} />
      <TextSection heading="Review" text={withDays(besideExpected(row.reviewResult, meeting))} />
      <TextSection heading="Lessons" text={withDays(row.lessons)} />
    </>
  );
}

/** Lines of the record begin with a calendar day: here it stands as on the rest of the page. */
function withDays(lines: string): string {
  return lines.replace(/^\d{4}-\d{2}-\d{2}(?= )/gmu, (day) => `${calendarDay(day)} ·`);
}
