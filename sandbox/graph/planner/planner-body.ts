import type * as v from "valibot";
import type { Call, World } from "../call.ts";
import { refuse } from "../errors.ts";
import { strictBody } from "../strict-body.ts";

/**
 * A body held to a shape.
 *
 * @throws GraphError 400 for a wrong value, with an empty code as Planner has it; 501 for a
 * property that is not known here.
 */
export function readPlanner<Shape extends v.GenericSchema>(
  call: Call,
  shape: Shape,
): v.InferOutput<Shape> {
  return strictBody(call, shape, "in Planner", (place, message) =>
    wrong(`The value of '${place}' is not valid: ${message}`),
  );
}

/** Ends the request as Planner does on one it cannot make sense of. */
export function wrong(message: string): never {
  return refuse(400, "", message);
}

/** An id as long as Planner's, which are not GUIDs. */
export function newPlannerId({ chance }: World): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return Array.from({ length: 28 }, () => letters[Math.floor(chance() * letters.length)]).join("");
}
