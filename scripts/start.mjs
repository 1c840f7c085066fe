// npm start: everything from a fresh clone to the sandbox in a browser window.
import { fail } from "./ready.mjs";
import { serveSandbox } from "./serve.mjs";
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const usualPort = 4280;

/** The usual port, or any free one when somebody else has it. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(usualPort, "localhost", () => probe.close(() => resolve(usualPort)));
  });
}

function hasDesktop() {
  const { env, platform } = process;
  if (env["CI"] || env["SSH_CONNECTION"] || env["BROWSER"] === "none") return false;
  return (
    platform === "darwin" ||
    platform === "win32" ||
    Boolean(env["DISPLAY"] ?? env["WAYLAND_DISPLAY"])
  );
}

function openInBrowser(address) {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", address]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", address]
        : ["xdg-open", address];
  // The address is on the screen already; where nothing can open it, a person does.
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

const given = process.argv.slice(2);
const args = [
  ...(given.includes("--port") ? [] : ["--port", String(await freePort())]),
  ...(given.includes("--state") ? [] : ["--state", ".state"]),
  ...given,
];
const address = await serveSandbox(args).catch((error) => fail(error.message));
process.stdout.write(
  `Quorate's sandbox is ready: ${address}\nThe whole room side by side: ${address}room\nCtrl+C ends it; what was said stays in .state/.\n`,
);
if (hasDesktop()) openInBrowser(address);
