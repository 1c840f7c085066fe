import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { ownFiles, textOf } from "./files.ts";

const isCode = (file: string) => /\.(ts|tsx|mjs)$/.test(file);
const isText = (file: string) => !/\.(png|ico)$/.test(file) && file !== "package-lock.json";
const code = ownFiles(
  "src",
  "cli",
  "sandbox",
  "manifest",
  "hosting",
  "tests",
  "scripts",
  "bench",
  "simulate",
).filter(isCode);

function filesMatching(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(textOf(file)));
}

describe("the shape of the house", () => {
  it("has no file of more than 300 lines", () => {
    expect(code.filter((file) => textOf(file).split("\n").length > 301)).toEqual([]);
  });

  it("has no folder of the product with more than 14 files", () => {
    const folders = ownFiles("src", "sandbox", "cli").filter(isCode).map(dirname);
    const crowded = folders.filter((folder) => folders.filter((f) => f === folder).length > 14);

    expect([...new Set(crowded)]).toEqual([]);
  });

  it("re-exports nothing wholesale", () => {
    expect(filesMatching(code, /^export \* /m)).toEqual([]);
  });

  it("takes the time as a value in domain and flows", () => {
    expect(filesMatching(ownFiles("src/domain", "src/flows"), /new Date\(\)/)).toEqual([]);
  });

  it("names every file in kebab-case", () => {
    const named = ownFiles("src", "sandbox", "cli", "tests", "bench", "simulate").filter(isCode);

    expect(named.filter((file) => !/(^|\/)[a-z0-9.-]+$/.test(file))).toEqual([]);
  });

  it("knows no folder of the machine it was written on", () => {
    const machine = /(^|["'`\s(=])\/(work|root|home|Users)\/[\w.]/m;

    expect(filesMatching(ownFiles().filter(isText), machine)).toEqual([]);
  });
});
