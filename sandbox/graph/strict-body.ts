import * as v from "valibot";
import { type Call, bodyOf } from "./call.ts";
import { unknown } from "./errors.ts";

/**
 * A body held to a shape; `refuse` says in the service's own words what is wrong, and where.
 *
 * @throws GraphError 501 for a property that is not known here, `where` it was given.
 */
export function strictBody<Shape extends v.GenericSchema>(
  call: Call,
  shape: Shape,
  where: string,
  refuse: (place: string, message: string) => never,
): v.InferOutput<Shape> {
  const result = v.safeParse(shape, bodyOf(call));
  if (result.success) return result.output;
  const issue = result.issues[0];
  const place = v.getDotPath(issue) ?? "";
  if (issue.type === "strict_object" && issue.received !== "undefined")
    unknown(`the property ${place} ${where}`);
  return refuse(place, issue.message);
}
