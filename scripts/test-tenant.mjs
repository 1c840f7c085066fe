// npm run test:tenant -- --site URL: the contract suites on a real site, and what only a tenant can tell.
import { importBundled } from "./bundle.mjs";
import { ensureReady, fail } from "./ready.mjs";
import { runTool } from "./run.mjs";

await ensureReady();
const note = (line) => process.stderr.write(`${line}\n`);
const { prepare } = await importBundled("tests/tenant", "main");
const trial = await prepare(process.argv.slice(2), process.env, note).catch((error) =>
  fail(error.message),
);
const suites = ["run", "--project", "unit", "tests/tenant/suites.test.ts"];
const patience = ["--testTimeout", "240000", "--hookTimeout", "240000"];
const code = await runTool("vitest/vitest.mjs", [...suites, ...patience, ...trial.args], {
  env: trial.env,
  stdio: ["inherit", 2, 2],
});
process.stdout.write(`${await trial.report()}\n`);
process.exitCode = code;
