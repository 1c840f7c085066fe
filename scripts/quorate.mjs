#!/usr/bin/env node
// npx quorate COMMAND: the command-line tool, built first when its sources changed.
import { cliPart, ensureBuilt } from "./build.mjs";
import { ensureReady } from "./ready.mjs";

await ensureReady();
await ensureBuilt({ which: [cliPart] });
await import("../dist-cli/quorate.js");
