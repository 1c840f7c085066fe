import { type ColumnFormat, columnSchema, when } from "./expression.ts";

const dayMs = 86_400_000;
// Dates are compared as numbers, milliseconds; an empty one is 0.
const isSet = "Number(@currentField) != 0";
const isReviewed = "Number([$ReviewedOn]) != 0";
/** The day itself is still in time. */
const isOverdue = `Number(@currentField) + ${dayMs} < Number(@now)`;
const isSoon = `Number(@currentField) < Number(@now) + ${14 * dayMs}`;

const byState = (texts: {
  readonly reviewed: string;
  readonly overdue: string;
  readonly soon: string;
  readonly later: string;
}): string => {
  const due = when(isOverdue, texts.overdue, when(isSoon, texts.soon, texts.later));
  // After its last review a decision has no day any more; else the next one matters more.
  return `=${when(isSet, due, when(isReviewed, texts.reviewed, "''"))}`;
};

/** The day of a review: reviewed, overdue, soon or later, in a word and an icon beside the date. */
export const reviewDue: ColumnFormat = {
  $schema: columnSchema,
  elmType: "div",
  attributes: {
    class: byState({
      reviewed: "''",
      overdue: "'sp-field-severity--severeWarning'",
      soon: "'sp-field-severity--warning'",
      later: "''",
    }),
  },
  style: {
    display: "flex",
    "align-items": "center",
    padding: "2px 8px",
    "border-radius": "4px",
  },
  children: [
    {
      elmType: "span",
      attributes: {
        iconName: byState({
          reviewed: "'CheckMark'",
          overdue: "'Warning'",
          soon: "'Clock'",
          later: "'Calendar'",
        }),
        "aria-hidden": "true",
      },
      style: { "padding-right": "6px" },
    },
    {
      elmType: "span",
      txtContent: byState({
        reviewed: "'Reviewed ' + toLocaleDateString([$ReviewedOn])",
        overdue: "'Overdue since ' + toLocaleDateString(@currentField)",
        soon: "'Due ' + toLocaleDateString(@currentField)",
        later: "toLocaleDateString(@currentField)",
      }),
    },
  ],
};
