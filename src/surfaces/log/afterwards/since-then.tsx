import type { DecisionRow } from "#domain/record/decision-row.ts";
import { TextSection } from "#surfaces/log/record/text-section.tsx";
import { calendarDay } from "#surfaces/shared/formats.ts";

/** What happened to a decision before and since it was taken, as the record tells it: dated lines. */
export function SinceThen({ row }: { readonly row: DecisionRow }) {
  return (
    <>
      <TextSection heading="History" text={withDays(row.history)} />
      <TextSection heading="Amendments" text={withDays(row.amendments)} />
      <TextSection heading="Review" text={withDays(row.reviewResult)} />
      <TextSection heading="Lessons" text={withDays(row.lessons)} />
    </>
  );
}

/** Lines of the record begin with a calendar day: here it stands as on the rest of the page. */
function withDays(lines: string): string {
  return lines.replace(/^\d{4}-\d{2}-\d{2}(?= )/gmu, (day) => `${calendarDay(day)} ·`);
}
