import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root folder. */
export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));

/** What lint said about lines planted in a copy of the house that has our configuration and nothing else. */
export interface Planted {
  /** The rules that complained about the line planted at this index. */
  complaints(index: number): readonly string[];
  remove(): void;
}

interface Plant {
  /** Where the line would stand, such as `src/domain/a.ts`; each gets a file of its own there. */
  readonly file: string;
  readonly line: string;
}

interface LintReport {
  readonly diagnostics: ReadonlyArray<{ readonly code: string; readonly filename: string }>;
}

function isLintReport(value: unknown): value is LintReport {
  return typeof value === "object" && value !== null && "diagnostics" in value;
}

/** Plants each line in its folder and lints them all in one run. */
export function lintPlanted(plants: readonly Plant[]): Planted {
  const house = mkdtempSync(join(tmpdir(), "quorate-planted-"));
  for (const config of [".oxlintrc.json", "tsconfig.json", "package.json"]) {
    cpSync(join(projectRoot, config), join(house, config));
  }
  symlinkSync(join(projectRoot, "node_modules"), join(house, "node_modules"), "junction");
  const names = plants.map(({ file }, index) =>
    join(dirname(file), basename(file).replace(/^\w+/, `$&-${index}`)),
  );
  plants.forEach(({ line }, index) => {
    const file = join(house, names[index] ?? "");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${line}\n`);
  });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(projectRoot, "node_modules/oxlint/bin/oxlint"),
      "-f",
      "json",
      "src",
      "sandbox",
      "cli",
      "tests",
    ],
    { cwd: house, encoding: "utf8" },
  );
  const report: unknown = JSON.parse(stdout || "null");
  if (!isLintReport(report)) throw new Error(`oxlint gave no report: ${stderr}`);
  return {
    complaints: (index) =>
      report.diagnostics
        .filter(({ filename }) => join(filename) === names[index])
        .map(({ code }) => code),
    remove: () => rmSync(house, { recursive: true, force: true }),
  };
}
