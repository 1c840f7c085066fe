// npm run dev: serves the sandbox and builds the product again whenever one of its files changes.
import { serveSandbox } from "./serve.mjs";
import { fileURLToPath } from "node:url";

const configFile = fileURLToPath(new URL("../vite.config.ts", import.meta.url));
const args = process.argv.slice(2);

const address = await serveSandbox(["--state", ".state", ...args]);
const { build } = await import("vite");
await build({ configFile, logLevel: "warn", build: { watch: {}, minify: false } });
process.stdout.write(`${address}\nReload the page after a change.\n`);
