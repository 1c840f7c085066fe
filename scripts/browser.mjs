// Finds a browser for the tests, or brings one: an installed Chrome, Edge or Chromium first, then the
// test runner's own, then the one that came with npm, then the machine's package manager.
import { run } from "./run.mjs";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));

const advice =
  "No browser found for the tests. Install Chrome, Edge or Chromium, or set E2E_BROWSER to the path of one.";

/** Where browsers of the kind usually live, by platform. */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].flatMap((name) =>
      ["/Applications", join(homedir(), "Applications")].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (platform === "win32") {
    return [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LocalAppData"]]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
      ]);
  }
  const names = [
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chromium",
    "chromium-browser",
  ];
  const folders = (env["PATH"] ?? "").split(delimiter).concat("/usr/bin", "/snap/bin");
  return ["/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"].concat(
    names.flatMap((name) => folders.map((folder) => join(folder, name))),
  );
}

/** True when the program starts and tells its version: a wrapper that only says "install me" does not. */
function starts(executablePath, env = {}) {
  if (!existsSync(executablePath)) return false;
  // On Windows `--version` opens a window and prints nothing.
  if (process.platform === "win32") return true;
  const { status } = spawnSync(executablePath, ["--version"], {
    env: { ...process.env, ...env },
    stdio: "ignore",
    timeout: 20_000,
  });
  return status === 0;
}

async function runnersOwn() {
  const { chromium } = await import("playwright-core");
  const executablePath = chromium.executablePath();
  return starts(executablePath) ? { executablePath, env: {} } : undefined;
}

/** Unpacks the browser of the optional npm package, with the libraries and a font a bare Linux lacks. */
function fromNpm() {
  const packed = join(root, "node_modules/@sparticuz/chromium/bin");
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(packed))
    return undefined;
  const folder = join(root, ".cache/browser");
  const executablePath = join(folder, "chromium");
  if (!existsSync(executablePath)) {
    mkdirSync(folder, { recursive: true });
    for (const archive of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
      const tar = brotliDecompressSync(readFileSync(join(packed, `${archive}.br`)));
      if (spawnSync("tar", ["-xo", "-C", folder], { input: tar }).status !== 0) return undefined;
    }
    writeFileSync(
      join(folder, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
        `<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
    );
    // Named last and at once, so that a run cut short leaves nothing that looks ready.
    const part = `${executablePath}.${process.pid}`;
    writeFileSync(part, brotliDecompressSync(readFileSync(join(packed, "chromium.br"))));
    chmodSync(part, 0o755);
    renameSync(part, executablePath);
  }
  const libraries = [join(folder, "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean);
  const env = {
    LD_LIBRARY_PATH: libraries.join(delimiter),
    ...(!existsSync("/etc/fonts") && { FONTCONFIG_FILE: join(folder, "fonts.conf") }),
  };
  return starts(executablePath, env) ? { executablePath, env } : undefined;
}

/** A browser that is here already, without touching the machine. */
export async function findBrowser() {
  const asked = process.env["E2E_BROWSER"];
  if (asked) {
    if (starts(asked)) return { executablePath: asked, env: {} };
    throw new Error(`E2E_BROWSER names ${asked}, which does not start. Correct it or unset it.`);
  }
  const installed = usualPlaces().find((place) => starts(place));
  if (installed) return { executablePath: installed, env: {} };
  return (await runnersOwn()) ?? fromNpm();
}

/** What this machine's package manager is told, where it may be told anything without asking a person. */
function installers() {
  const isRoot = process.getuid?.() === 0;
  const available = (name) => spawnSync(name, ["--version"], { stdio: "ignore" }).status === 0;
  return [
    isRoot &&
      available("apt-get") && ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
    isRoot && available("dnf") && ["dnf", "install", "-y", "chromium"],
    process.platform === "darwin" && available("brew") && ["brew", "install", "--cask", "chromium"],
    process.platform === "win32" &&
      available("winget") && ["winget", "install", "--id", "Google.Chrome", "--silent"],
    [process.execPath, join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"],
  ].filter(Boolean);
}

/** A browser to test with; installs one where none is found and the machine allows it. */
export async function ensureBrowser() {
  const here = await findBrowser();
  if (here) return here;
  for (const [command, ...args] of installers()) {
    process.stderr.write(`No browser found; trying: ${command} ${args.join(" ")}\n`);
    if (command === "apt-get") await run("apt-get", ["update"]);
    if ((await run(command, args)) !== 0) continue;
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Error(advice);
}

// Asked as a program, it answers with one line of JSON: where the browser is and what it needs around it.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser();
  if (!found) {
    process.stderr.write(`${advice}\n`);
    process.exit(1);
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
