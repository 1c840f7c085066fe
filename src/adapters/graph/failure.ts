import * as v from "valibot";
import { type FailureKind, StoreError } from "#flows/store-error.ts";

/** An answer that is not a success, as far as the failure is read from it. */
export interface FailedAnswer {
  readonly method: string;
  readonly status: number;
  /** A header's value, or undefined where there is none or the browser may not read it. */
  readonly header: (name: string) => string | undefined;
  /** The parsed body; anything. */
  readonly body: unknown;
  readonly scopes: readonly string[];
}

interface ErrorText {
  readonly code: string;
  readonly message: string;
  readonly requestId?: string | undefined;
}

const byStatus: Readonly<Record<number, FailureKind>> = {
  401: "signed-out",
  403: "forbidden",
  404: "not-found",
  408: "no-answer",
  410: "resync",
  412: "changed-meanwhile",
  423: "read-only",
  424: "unavailable",
  429: "throttled",
  507: "read-only",
  509: "read-only",
};

// What the status alone does not tell. SharePoint says these in a message, under several codes.
const tellingTexts: readonly (readonly [RegExp, FailureKind])[] = [
  [/unique constraint|duplicate values? w(?:as|ere) found|nameAlreadyExists/iu, "already-exists"],
  [/etag (?:does not|doesn't) match|resourceModified|preconditionFailed/iu, "changed-meanwhile"],
  [/sync token is malformed|resyncRequired|resyncChanges/iu, "resync"],
  [/resourceLocked/iu, "read-only"],
];

/**
 * The failure that an answer of Graph means: by status first, then by the deepest code known.
 *
 * @see https://learn.microsoft.com/graph/errors
 */
export function failureOf(answer: FailedAnswer): StoreError {
  const text = readError(answer.body);
  const requestId = text.requestId ?? answer.header("request-id");
  const retryAfterSeconds = retryAfter(answer.header("retry-after"));
  const kind = kindOf(answer, text, retryAfterSeconds);
  return new StoreError(kind, `${answer.method} ${answer.status} ${text.code}: ${text.message}`, {
    status: answer.status,
    ...(text.code !== "" && { code: text.code }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(kind === "consent-needed" && { scopes: answer.scopes }),
  });
}

/** The seconds of a Retry-After header; undefined where it is absent or not a number of seconds. */
export function retryAfter(header: string | undefined): number | undefined {
  const seconds = Number(header);
  return header !== undefined && header.trim() !== "" && seconds >= 0 ? seconds : undefined;
}

function kindOf(answer: FailedAnswer, text: ErrorText, wait: number | undefined): FailureKind {
  const { status, method } = answer;
  // Signing in, waiting and missing things mean the same whatever the words are.
  if (status === 401 || status === 404 || status === 429) return byStatus[status] ?? "rejected";
  if (status === 403 && /missing scope permissions/iu.test(text.message)) return "consent-needed";
  const said = `${text.code} ${text.message}`;
  const telling = tellingTexts.find(([pattern]) => pattern.test(said));
  if (telling !== undefined) return telling[1];
  if (status === 409) return method === "POST" ? "already-exists" : "changed-meanwhile";
  if (status === 503 && wait !== undefined) return "throttled";
  return byStatus[status] ?? (status >= 500 && status !== 501 ? "unavailable" : "rejected");
}

// Casing differs between services, and any part may be missing.
const GraphErrorBody = v.object({
  code: v.optional(v.nullable(v.string())),
  message: v.optional(v.nullable(v.string())),
  innerError: v.optional(v.unknown()),
  innererror: v.optional(v.unknown()),
  "request-id": v.optional(v.string()),
});

function readError(body: unknown): ErrorText {
  const outer = v.safeParse(v.object({ error: v.unknown() }), body);
  if (!outer.success)
    return { code: "", message: typeof body === "string" ? body.slice(0, 200) : "" };
  let [code, message, requestId]: [string, string, string | undefined] = ["", "", undefined];
  for (let level: unknown = outer.output.error, depth = 0; depth < 6; depth += 1) {
    const read = v.safeParse(GraphErrorBody, level);
    if (!read.success) break;
    // The deepest code says most; the outermost message was written for people.
    code = read.output.code || code;
    message = message || read.output.message || "";
    requestId = requestId ?? read.output["request-id"];
    level = read.output.innerError ?? read.output.innererror;
  }
  return { code, message, requestId };
}
