import { describe, expect, it } from "vitest";
import { rowSecurity, securityReport } from "#adapters/sharepoint/rest/row-security.ts";

const report = (change: Partial<Parameters<typeof securityReport>[0]>) => {
  const { state, differences } = securityReport({ ...rowSecurity, ...change });
  return [state, ...differences];
};

describe("who may do what with the rows of a list", () => {
  it("is as it should be: all read all, authors change their own, versions are kept", () => {
    expect(report({})).toEqual(["ready"]);
  });

  it("is only not set yet where everybody may change every row, as in any new list", () => {
    expect(report({ WriteSecurity: 1 })).toEqual(["missing"]);
  });

  it("takes what a list does not tell for the usual", () => {
    expect(report({ ReadSecurity: null, EnableVersioning: undefined })).toEqual(["ready"]);
  });

  it.each([
    [{ WriteSecurity: 4 }, "Nobody may add rows."],
    [{ ReadSecurity: 2 }, "People see only their own rows, so no two see the same meeting."],
    [{ EnableVersioning: false }, "Earlier versions of rows are not kept."],
  ])("stops or blinds meetings with %j, and is named", (change, sentence) => {
    expect(report(change)).toEqual(["differs", sentence]);
    expect(report({ WriteSecurity: 1, ...change })).toEqual(["differs", sentence]);
  });
});
