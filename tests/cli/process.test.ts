import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../house/planted.ts";

/** Starts the tool as npx does, from a folder of somebody's own. */
function start(...words: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), "quorate-cli-"));
  writeFileSync(join(folder, "mine.env"), "CLOUD=moon\n");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, "scripts/quorate.mjs"), ...words],
    { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"] } },
  );
  rmSync(folder, { recursive: true });
  return { status, stdout, stderr };
}

describe("npx quorate", () => {
  it("teaches every command, on stdout", () => {
    const { status, stdout } = start("--help");

    expect(status).toBe(0);
    for (const name of ["register", "provision", "doctor", "verify DECISION", "export"]) {
      expect(stdout).toContain(`\n  ${name} `);
    }
  });

  it.each(["register", "provision", "doctor", "verify", "export"])("teaches %s", (name) => {
    const { status, stdout } = start(name, "--help");

    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^Usage: npx quorate .*\n\n[\s\S]*Needs: [\s\S]*--dry-run[\s\S]*Examples:/u,
    );
  });

  it("reads files from where it was started, and complains on stderr", () => {
    const { status, stdout, stderr } = start("doctor", "--env", "mine.env");

    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("There is no cloud moon");
  });
});
