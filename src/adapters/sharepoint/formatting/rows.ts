import { rowSchema } from "./expression.ts";

/** An expression in the long form, the only one that Microsoft's schema allows for a row's class. */
interface Operation {
  readonly operator: "?" | "==" | "||" | "&&" | "<" | "+" | "Number()";
  readonly operands: readonly (string | number | Operation)[];
}

const operation = (
  operator: Operation["operator"],
  ...operands: Operation["operands"]
): Operation => ({ operator, operands });

const isStatus = (status: string): Operation => operation("==", "[$Status]", status);

/** Decisions that no longer stand are set back; the pill says why. */
export const rowsByStanding = {
  $schema: rowSchema,
  additionalRowClass: operation(
    "?",
    operation(
      "||",
      operation("||", isStatus("superseded"), isStatus("reversed")),
      isStatus("withdrawn"),
    ),
    "ms-bgColor-neutralLighter",
    "",
  ),
};

const dayMs = 86_400_000;

/** Reviews that are overdue stand out as a row; the date says so in words. */
export const rowsByReview = {
  $schema: rowSchema,
  additionalRowClass: operation(
    "?",
    operation(
      "<",
      operation("+", operation("Number()", "[$ReviewOn]"), dayMs),
      operation("Number()", "@now"),
    ),
    "sp-field-severity--severeWarning",
    "",
  ),
};
