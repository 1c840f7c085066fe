// Brings a fresh clone to where its commands can run: a new enough Node, and the packages of the lock.
import { run } from "./run.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const oldest = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  fail(
    `Quorate needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}. ` +
      "Install a current one from https://nodejs.org and try again.",
  );
}

function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(join(root, lock), "utf8")).packages;
  } catch {
    return {};
  }
}

/** True when every package the lock asks of this machine is installed in the version it names. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json"))
    .filter(([path, wanted]) => path !== "" && !wanted.optional)
    .every(([path, wanted]) => installed[path]?.version === wanted.version);
}

/** Stops with one sentence on stderr. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Checks Node, then installs what the lock names unless it is there already. */
export async function ensureReady() {
  checkNode();
  if (isInstalled()) return;
  process.stderr.write("Installing the packages of package-lock.json…\n");
  const npm = process.env["npm_execpath"];
  const code = npm
    ? await run(process.execPath, [npm, "ci"], { stdio: ["ignore", 2, 2] })
    : await run("npm", ["ci"], { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (code !== 0)
    fail("npm ci did not finish. Check the connection to your npm registry and try again.");
}
