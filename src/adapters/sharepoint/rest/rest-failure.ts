import * as v from "valibot";
import { type FailedAnswer, failureOf } from "#adapters/graph/failure.ts";
import { StoreError } from "#flows/store-error.ts";

const Said = v.object({
  code: v.nullish(v.string()),
  message: v.nullish(v.union([v.string(), v.object({ value: v.nullish(v.string()) })])),
});
const Body = v.union([
  v.object({ "odata.error": Said }),
  v.object({ error: Said }),
  v.object({ error_description: v.string() }),
]);

/**
 * The failure that an answer of SharePoint's REST means. It says things in its own form; what they
 * mean is the same as at Graph.
 */
export function restFailure(answer: FailedAnswer): StoreError {
  const { code, message } = read(answer.body);
  // A missing list is an argument error here, with a status of its own only sometimes.
  if (/-2130575322|-2130575338|does not exist at site/u.test(`${code} ${message}`)) {
    return new StoreError("not-found", `${answer.method} ${answer.status} ${code}: ${message}`, {
      status: answer.status,
    });
  }
  return failureOf({ ...answer, body: { error: { code, message } } });
}

function read(body: unknown): { readonly code: string; readonly message: string } {
  const parsed = v.safeParse(Body, body);
  if (!parsed.success) {
    return { code: "", message: typeof body === "string" ? body.slice(0, 200) : "" };
  }
  if ("error_description" in parsed.output) {
    return { code: "", message: parsed.output.error_description };
  }
  const said = "error" in parsed.output ? parsed.output.error : parsed.output["odata.error"];
  const { message } = said;
  return {
    code: said.code ?? "",
    message: (typeof message === "string" ? message : message?.value) ?? "",
  };
}
