// The steps that tell whether the house stands, shared by `check` and `test`.
import { writeCssTypes } from "./css-types.mjs";
import { runTool } from "./run.mjs";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

async function typesHold() {
  writeCssTypes();
  // The same sources three times: everything, the product without Node, the domain without a browser.
  for (const project of [".", "src", "src/domain"]) {
    if ((await runTool("typescript/bin/tsc", ["--noEmit", "-p", project])) !== 0) return false;
  }
  return true;
}

const quiet = async (file, args) => (await runTool(file, args)) === 0;

/** Types, lint (with the import table and cycles), format and dead code: name and whether it holds. */
export const checks = [
  { name: "types", holds: typesHold },
  { name: "lint", holds: () => quiet("oxlint/bin/oxlint", ["."]) },
  { name: "format", holds: () => quiet("oxfmt/bin/oxfmt", ["--check", "."]) },
  { name: "dead code", holds: () => quiet("knip/bin/knip.js", []) },
];

/** Runs the checks one after the other; answers how many held and how many did not. */
export async function runChecks() {
  const count = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, holds } of checks) {
    const started = performance.now();
    const held = await holds();
    count[held ? "passed" : "failed"] += 1;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${held ? "✓" : "✗"} ${name} (${seconds} s)\n`);
  }
  return count;
}

/**
 * Runs the tests of the named projects with Vitest; answers how many passed, failed and were
 * skipped. Without a number of workers Vitest leaves one core idle.
 */
export async function runTests(projects, { workers } = {}) {
  const report = join(root, `.cache/tests/${projects.join("-")}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const code = await runTool("vitest/vitest.mjs", [
    "run",
    ...projects.flatMap((name) => ["--project", name]),
    ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  let told;
  try {
    told = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const failed = told.numFailedTests;
  return {
    passed: told.numPassedTests,
    // A file that does not load, or an error between tests, fails the run without failing a test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: told.numPendingTests + told.numTodoTests,
  };
}
