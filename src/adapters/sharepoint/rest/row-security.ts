import * as v from "valibot";
import type { SettingReport } from "#flows/ports.ts";

/** What a list says of who may do what with its rows, and whether it keeps what they were. */
export const RowSecurity = v.object({
  /** 1: everybody every row; 2: their own; 4: nobody. */
  WriteSecurity: v.number(),
  /** 1: everybody reads every row; 2: their own. */
  ReadSecurity: v.nullish(v.number()),
  EnableVersioning: v.nullish(v.boolean()),
});

/** The properties above, as they are asked for. */
export const rowSecurityQuery = "$select=WriteSecurity,ReadSecurity,EnableVersioning";

/** Every row read by everybody, changed by its author only, with its earlier versions kept. */
export const rowSecurity = { WriteSecurity: 2, ReadSecurity: 1, EnableVersioning: true };

/**
 * How a list of events is protected. Owners pass by all of it.
 *
 * @see https://learn.microsoft.com/sharepoint/dev/schema/security-element
 */
export function securityReport(kept: v.InferOutput<typeof RowSecurity>): SettingReport {
  const { WriteSecurity, ReadSecurity, EnableVersioning } = kept;
  const worse = [
    WriteSecurity === 4 && "Nobody may add rows.",
    ReadSecurity === 2 && "People see only their own rows, so no two see the same meeting.",
    EnableVersioning === false && "Earlier versions of rows are not kept.",
  ].filter((one) => one !== false);
  const setting = "write-security";
  if (worse.length === 0) {
    const isSet = WriteSecurity === rowSecurity.WriteSecurity;
    return { setting, state: isSet ? "ready" : "missing", differences: [] };
  }
  return { setting, state: "differs", differences: worse };
}
