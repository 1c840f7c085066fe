import type { ColumnDefinition } from "@microsoft/microsoft-graph-types";
import type { Drift, KeptColumn } from "./drift.ts";

/**
 * The version of the lists' columns that this code needs. It rises with every change of the schema;
 * changes only ever add, so that older tabs go on working.
 */
export const schemaVersion = 2;

const name = "QuorateVersion";

/**
 * The hidden column that keeps the version, as its default: a list's own description can be set
 * through Graph only when the list is made.
 */
export const versionColumn: ColumnDefinition = {
  name,
  displayName: "Quorate version",
  description: "Which version of Quorate made this list ready. Leave it as it is.",
  hidden: true,
  number: { decimalPlaces: "none" },
  defaultValue: { value: String(schemaVersion) },
};

/** Whether a list is of a newer version than this code: then it is left alone. */
export function isNewer(kept: readonly KeptColumn[]): boolean {
  return (versionOf(kept) ?? 0) > schemaVersion;
}

/** How a list's version differs from this code's. A list without one is of the first version. */
export function versionDrift(kept: readonly KeptColumn[]): readonly Drift[] {
  if (!kept.some((column) => column.name === name)) {
    const sentence = "The list is of an earlier version of Quorate.";
    return [{ column: name, sentence, mend: { kind: "make", definition: versionColumn } }];
  }
  const version = versionOf(kept);
  // Unreadable: Graph may keep the default to itself. The columns themselves are checked anyway.
  if (version === undefined || version === schemaVersion) return [];
  if (version > schemaVersion) {
    const sentence =
      `The list is of version ${version}, newer than this Quorate (${schemaVersion}). ` +
      "Load this page again; if that does not help, ask your administrator. Nothing is changed.";
    return [{ column: name, sentence }];
  }
  const { defaultValue } = versionColumn;
  const sentence = `The list is of version ${version}; this Quorate needs ${schemaVersion}.`;
  return [
    {
      column: name,
      sentence,
      mend: { kind: "change", definition: { ...(defaultValue && { defaultValue }) } },
    },
  ];
}

function versionOf(kept: readonly KeptColumn[]): number | undefined {
  const value = kept.find((column) => column.name === name)?.defaultValue?.value;
  const version = Number(value ?? Number.NaN);
  return Number.isInteger(version) ? version : undefined;
}
