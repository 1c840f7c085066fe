import type { Call } from "../call.ts";
import { refuse } from "../errors.ts";

/** What an eTag is of: a task and its details have one each. */
type Kind = "Plan" | "Bucket" | "Task" | "TaskDetails";

/** The eTag of a version, as opaque as Planner's own. */
export function etagOf(kind: Kind, version: number): string {
  const text = `'1-${kind}  ${"@".repeat(18)}${version}'`;
  return `W/"${Buffer.from(text).toString("base64")}"`;
}

/**
 * Lets a change through that names the version it is of. Planner's errors carry an empty code.
 *
 * @throws GraphError 412 without an eTag, with one of something else, and with an old one.
 * @see https://learn.microsoft.com/graph/api/resources/planner-overview
 */
export function refuseStale(call: Call, kind: Kind, version: number): void {
  const given = call.headers.get("if-match");
  if (given === null)
    refuse(412, "", "The If-Match header must be specified for this kind of request.");
  const text = Buffer.from(/^W\/"(.*)"$/.exec(given ?? "")?.[1] ?? "", "base64").toString("utf8");
  if (!text.startsWith(`'1-${kind}  `))
    refuse(412, "", "The If-Match header contains an invalid value.");
  if (given !== etagOf(kind, version))
    refuse(412, "", "The item has been changed since it was read.");
}

/** What a change is answered with: nothing, unless the caller prefers to see what became of it. */
export function changed(call: Call, show: () => object) {
  return call.headers.get("prefer")?.includes("return=representation")
    ? { status: 200, body: show(), headers: { "preference-applied": "return=representation" } }
    : { status: 204 };
}
