import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Https is a deployment's own, and what may be kept is the sandbox's to say: it builds anew under you. */
const notHere = new Set(["strict-transport-security", "cache-control"]);

/**
 * The headers a deployment sends its pages with, as the build wrote them for Azure Static Web Apps.
 * One thing differs: the sandbox's host page frames them, and Microsoft's hosts do not.
 *
 * @throws Error when the folder holds no build.
 */
export async function deployedHeaders(dist: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(dist, "staticwebapp.config.json"), "utf8");
  const { globalHeaders } = JSON.parse(text) as {
    readonly globalHeaders: Readonly<Record<string, string>>;
  };
  const sent = Object.entries(globalHeaders)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !notHere.has(name))
    .map(([name, value]) => [
      name,
      value.replace(/frame-ancestors [^;]*/, "frame-ancestors 'self'"),
    ]);
  return Object.fromEntries(sent) as Record<string, string>;
}
