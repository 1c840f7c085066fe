// npm run sandbox -- --port N --state DIR [--latency realistic]: one line with the address when it is ready.
import { serveSandbox } from "./serve.mjs";

process.stdout.write(`${await serveSandbox(process.argv.slice(2))}\n`);
