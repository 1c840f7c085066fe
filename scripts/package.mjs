// npm run package -- --env FILE [--out FILE.zip]: the Teams app package, checked against Microsoft's schema.
import { importBundled } from "./bundle.mjs";
import { ensureReady, fail } from "./ready.mjs";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const usage =
  "Say npm run package -- --env FILE [--out FILE.zip]; manifest/example.env shows what FILE holds.";

function readArgs() {
  try {
    return parseArgs({ options: { env: { type: "string" }, out: { type: "string" } } }).values;
  } catch (error) {
    return fail(`${error.message.split("\n")[0]} ${usage}`);
  }
}

const { env, out } = readArgs();
if (env === undefined) fail(`There is no --env. ${usage}`);
// npm starts us in the project; people mean the folder they typed the command in.
const from = process.env["INIT_CWD"] ?? process.cwd();
const envFile = resolve(from, env);
if (!existsSync(envFile)) fail(`${envFile} does not exist. ${usage}`);

await ensureReady();
const { buildPackage } = await importBundled("manifest/package", "app-package");
const built = buildPackage({ projectRoot: root, settings: readFileSync(envFile, "utf8") });
if (built.kind === "refused") fail(built.problems.join("\n"));
const target = out ? resolve(from, out) : resolve(root, `package/quorate-${built.version}.zip`);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, built.zip);
process.stdout.write(`${target}\n`);
