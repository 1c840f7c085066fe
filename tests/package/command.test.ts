import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectRoot } from "../house/planted.ts";
import { settingsWith } from "./package-fixtures.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "quorate-package-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run package` answers in that folder. */
function run(...args: readonly string[]) {
  const script = join(projectRoot, "scripts/package.mjs");
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, env, encoding: "utf8" });
}

describe("npm run package", () => {
  it("writes the package where it was told, seen from where the command was typed", () => {
    writeFileSync(join(folder, "ours.env"), settingsWith({ VERSION: "2.0.0" }));

    const { status, stdout } = run("--env", "ours.env", "--out", "out/quorate.zip");

    expect([status, stdout]).toEqual([0, `${join(folder, "out/quorate.zip")}\n`]);
    expect(unzipSync(readFileSync(join(folder, "out/quorate.zip")))).toHaveProperty(
      "manifest.json",
    );
  });

  it("writes nothing and names what to mend when settings are wrong", () => {
    writeFileSync(
      join(folder, "bad.env"),
      settingsWith({ HOST_URL: "http://quorate.example.com" }),
    );

    const { status, stdout, stderr } = run("--env", "bad.env", "--out", "bad.zip");

    expect([status, stdout, existsSync(join(folder, "bad.zip"))]).toEqual([1, "", false]);
    expect(stderr).toBe("HOST_URL begins with http://: Teams opens https:// only.\n");
  });

  it.each([
    [[], /^There is no --env/],
    [["--env", "none.env"], /none\.env does not exist/],
    [["--environment", "x"], /^Unknown option '--environment'/],
  ])("says how it is called: %j", (args, sentence) => {
    const { status, stderr } = run(...args);

    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/npm run package -- --env FILE/);
  });
});
