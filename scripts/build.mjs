// npm run build [-- --cloud NAME]: the product (dist/) with its hosts' files, and the sandbox
// (dist-sandbox/), each only when what it is made of changed.
import { globFiles } from "./files.mjs";
import { ensureReady, fail } from "./ready.mjs";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const parts = [
  {
    name: "product",
    config: "vite.config.ts",
    folders: ["src", "hosting"],
    result: "dist/staticwebapp.config.json",
  },
  {
    name: "sandbox host pages",
    config: "sandbox/teams-host/vite.config.ts",
    folders: ["sandbox/teams-host", "src/domain"],
    result: "dist-sandbox/host/index.html",
  },
  {
    name: "sandbox server",
    config: "vite.sandbox.config.ts",
    folders: ["sandbox", "src/domain"],
    result: "dist-sandbox/server.js",
  },
];

/** Built only when somebody calls it: `npx quorate`. */
export const cliPart = {
  name: "command-line tool",
  config: "vite.cli.config.ts",
  folders: ["cli", "src/adapters", "src/flows", "src/domain", "hosting"],
  result: "dist-cli/quorate.js",
};

/** Whose hosts the headers name; docs/hosting.md lists the clouds. */
const cloud = () => process.env["QUORATE_CLOUD"] ?? "global";

function stampOf(part) {
  const hash = createHash("sha256").update(process.version).update(cloud());
  for (const file of [...globFiles(root, part.folders), part.config, "package-lock.json"]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Builds the parts that are missing or older than their sources; `force` builds all. */
export async function ensureBuilt({ force = false, which = parts } = {}) {
  for (const part of which) {
    const stampFile = join(root, ".cache/built", part.name.replaceAll(" ", "-"));
    const stamp = stampOf(part);
    const isBuilt =
      existsSync(join(root, part.result)) &&
      existsSync(stampFile) &&
      readFileSync(stampFile, "utf8") === stamp;
    if (isBuilt && !force) continue;
    process.stderr.write(`Building the ${part.name}…\n`);
    // A build cut short must not pass for the one before it.
    rmSync(stampFile, { force: true });
    await buildPart(part).catch((error) =>
      fail(`Cannot build the ${part.name}.\n${error.message}`),
    );
    mkdirSync(dirname(stampFile), { recursive: true });
    writeFileSync(stampFile, stamp);
  }
}

/** Builds for production whoever asks: under a test runner, NODE_ENV would bring in React's development half. */
async function buildPart({ config }) {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    const { build } = await import("vite");
    await build({ configFile: join(root, config), logLevel: "warn" });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf("--cloud");
  if (at > 0) process.env["QUORATE_CLOUD"] = process.argv[at + 1] ?? "";
  await ensureReady();
  await ensureBuilt({ force: !process.argv.includes("--if-needed") });
}
