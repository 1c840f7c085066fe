import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import * as v from "valibot";
import { type Column, type ListSchema, facetOf, toDefinition } from "./schema.ts";

/** What one column of a list needs to be as it should. */
export interface Drift {
  readonly column: string;
  readonly sentence: string;
  /** How to mend it; absent where only a person can. */
  readonly mend?:
    | { readonly kind: "make"; readonly definition: ColumnDefinition }
    | { readonly kind: "change"; readonly definition: ColumnDefinition };
}

/** A column as a list reports it. */
export const KeptColumn = v.object({
  name: v.string(),
  indexed: v.nullish(v.boolean()),
  enforceUniqueValues: v.nullish(v.boolean()),
  required: v.nullish(v.boolean()),
  text: v.nullish(
    v.object({ allowMultipleLines: v.nullish(v.boolean()), maxLength: v.nullish(v.number()) }),
  ),
  number: v.nullish(v.unknown()),
  boolean: v.nullish(v.unknown()),
  defaultValue: v.nullish(v.object({ value: v.nullish(v.string()) })),
  choice: v.nullish(
    v.object({
      displayAs: v.nullish(v.string()),
      choices: v.nullish(v.array(v.string())),
      allowTextEntry: v.nullish(v.boolean()),
    }),
  ),
  dateTime: v.nullish(v.object({ format: v.nullish(v.string()) })),
  personOrGroup: v.nullish(v.unknown()),
});
export type KeptColumn = v.InferOutput<typeof KeptColumn>;

/** How a list's columns differ from what they should be, in the order of the schema. */
export function driftOf(schema: ListSchema, kept: readonly KeptColumn[]): readonly Drift[] {
  const byName = new Map(kept.map((column) => [column.name, column]));
  return schema.columns.flatMap((column) => driftOfColumn(column, byName.get(column.name)));
}

const inWords: Readonly<Record<Column["kind"], string>> = {
  text: "one line of text",
  note: "several lines of text",
  number: "a number",
  "yes-no": "yes or no",
  choice: "a choice",
  tags: "several choices",
  day: "a date",
  moment: "a date and time",
  person: "a person",
};

function driftOfColumn(column: Column, kept: KeptColumn | undefined): readonly Drift[] {
  const { name } = column;
  if (kept === undefined) {
    const mend = { kind: "make", definition: toDefinition(column) } as const;
    return [{ column: name, sentence: `Column ${name} is missing.`, mend }];
  }
  if (kindOf(kept) !== column.kind) {
    const sentence =
      `Column ${name} no longer holds ${inWords[column.kind]}. ` +
      "Delete it or give it another name in the list's settings, then repair.";
    return [{ column: name, sentence }];
  }
  return changesOf(column, kept).map(({ sentence, definition }) => ({
    column: name,
    sentence,
    mend: { kind: "change", definition },
  }));
}

interface Change {
  readonly sentence: string;
  readonly definition: ColumnDefinition;
}

function changesOf(column: Column, kept: KeptColumn): readonly Change[] {
  const { name, isIndexed = false, isUnique = false, choices = [] } = column;
  const changes: Change[] = [];
  if (isUnique && kept.enforceUniqueValues !== true) {
    const definition = { indexed: true, enforceUniqueValues: true };
    changes.push({ sentence: `Column ${name} allows the same value twice.`, definition });
  } else if (isIndexed && kept.indexed !== true) {
    changes.push({ sentence: `Column ${name} is not indexed.`, definition: { indexed: true } });
  }
  if (kept.required === true) {
    const sentence = `Column ${name} may not be left empty.`;
    changes.push({ sentence, definition: { required: false } });
  }
  const { limit } = column;
  if (limit !== undefined && (kept.text?.maxLength ?? limit) < limit) {
    const sentence = `Column ${name} is too short: it needs ${limit} characters.`;
    changes.push({ sentence, definition: facetOf(column) });
  }
  const there = kept.choice?.choices ?? [];
  const lacking = choices.filter((choice) => !there.includes(choice));
  if (lacking.length > 0) {
    const sentence = `Column ${name} lacks ${lacking.join(", ")}.`;
    changes.push({ sentence, definition: facetOf({ ...column, choices: [...there, ...lacking] }) });
  }
  if (column.kind === "tags" && kept.choice?.allowTextEntry === false) {
    const sentence = `Column ${name} takes no words of its own.`;
    changes.push({ sentence, definition: facetOf({ ...column, choices: there }) });
  }
  return changes;
}

function kindOf(kept: KeptColumn): Column["kind"] | undefined {
  if (kept.text) return kept.text.allowMultipleLines === true ? "note" : "text";
  if (kept.choice) return kept.choice.displayAs === "checkBoxes" ? "tags" : "choice";
  if (kept.dateTime) return kept.dateTime.format === "dateOnly" ? "day" : "moment";
  if (kept.personOrGroup) return "person";
  if (kept.boolean) return "yes-no";
  return kept.number ? "number" : undefined;
}
