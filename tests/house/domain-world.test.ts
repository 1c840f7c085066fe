import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { projectRoot } from "./planted.ts";

const folder = mkdtempSync(join(tmpdir(), "quorate-domain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says to one line of domain code. */
function compile(line: string): string {
  writeFileSync(join(folder, "a.ts"), `export const a = ${line};\n`);
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: join(projectRoot, "src/domain/tsconfig.json"), include: ["a.ts"] }),
  );
  const tsc = join(projectRoot, "node_modules/typescript/bin/tsc");
  return spawnSync(process.execPath, [tsc, "--noEmit", "-p", folder], { encoding: "utf8" }).stdout;
}

describe("the domain's world", () => {
  it.each(["fetch", "window", "document", "crypto", "process", "setTimeout"])(
    "has no %s",
    (global) => {
      expect(compile(global)).toContain(`Cannot find name '${global}'`);
    },
  );

  it("has the language itself", () => {
    expect(compile("[3, 1].toSorted()")).toBe("");
  });
});
