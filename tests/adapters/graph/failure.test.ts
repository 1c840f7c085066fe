import { describe, expect, it } from "vitest";
import { type FailedAnswer, failureOf, retryAfter } from "#adapters/graph/failure.ts";
import type { FailureKind } from "#flows/store-error.ts";

function failed(
  status: number,
  code = "",
  message = "",
  more: Partial<FailedAnswer> = {},
): FailedAnswer {
  const body = { error: { code, message, innerError: {} } };
  return { method: "GET", status, header: () => undefined, body, scopes: ["A.Read"], ...more };
}

describe("a failure of Graph", () => {
  // The table of docs/… in the adapters' words: status and code → what happens next.
  const meanings: readonly (readonly [number, string, FailureKind])[] = [
    [400, "invalidRequest", "rejected"],
    [400, "malformedEntityTag", "rejected"],
    [400, "ErrorInvalidProperty", "rejected"],
    [401, "InvalidAuthenticationToken", "signed-out"],
    [403, "accessDenied", "forbidden"],
    [403, "notAllowed", "forbidden"],
    [403, "GuestAccessDenied", "forbidden"],
    [404, "itemNotFound", "not-found"],
    [404, "ErrorItemNotFound", "not-found"],
    [408, "", "no-answer"],
    [410, "resyncRequired", "resync"],
    [410, "", "resync"],
    [412, "resourceModified", "changed-meanwhile"],
    [412, "preconditionFailed", "changed-meanwhile"],
    [413, "", "rejected"],
    [423, "resourceLocked", "read-only"],
    [423, "notAllowed", "read-only"],
    [424, "FailedDependency", "unavailable"],
    [429, "activityLimitReached", "throttled"],
    [429, "ApplicationThrottled", "throttled"],
    [500, "generalException", "unavailable"],
    [501, "notImplemented", "rejected"],
    [502, "", "unavailable"],
    [503, "serviceNotAvailable", "unavailable"],
    [504, "gatewayTimeout", "unavailable"],
    [507, "quotaLimitReached", "read-only"],
    [509, "", "read-only"],
  ];

  it.each(meanings)("of %d %s means %s", (status, code, kind) => {
    expect(failureOf(failed(status, code)).kind).toBe(kind);
  });

  it.each([
    [400, "One or more fields with unique constraints already has the provided value."],
    [500, "The list item could not be added because duplicate values were found in the field."],
  ])("of %d about a value that must be unique means already-exists", (status, message) => {
    const kind = failureOf(failed(status, "generalException", message, { method: "POST" })).kind;

    expect(kind).toBe("already-exists");
  });

  it("of 409 means already-exists for a create and changed-meanwhile for a change", () => {
    const kindFor = (method: string) => failureOf(failed(409, "conflict", "", { method })).kind;

    expect([kindFor("POST"), kindFor("PATCH")]).toEqual(["already-exists", "changed-meanwhile"]);
    expect(failureOf(failed(409, "nameAlreadyExists")).kind).toBe("already-exists");
  });

  it("of 403 that speaks of an eTag means changed-meanwhile", () => {
    const answer = failed(403, "notAllowed", "ETag does not match current item's value");

    expect(failureOf(answer).kind).toBe("changed-meanwhile");
  });

  it("of 400 about a malformed token means resync", () => {
    expect(failureOf(failed(400, "invalidRequest", "Provided sync token is malformed")).kind).toBe(
      "resync",
    );
  });

  it("of 403 for want of a scope means consent, and names the scopes of the call", () => {
    const message = "Missing scope permissions on the request. API requires one of 'A.Read'.";
    const failure = failureOf(failed(403, "Forbidden", message));

    expect([failure.kind, failure.details.scopes]).toEqual(["consent-needed", ["A.Read"]]);
  });

  it("of 503 with a pause to keep means throttled", () => {
    const header = (name: string) => (name === "retry-after" ? "7" : undefined);
    const failure = failureOf(failed(503, "serviceNotAvailable", "", { header }));

    expect([failure.kind, failure.details.retryAfterSeconds]).toEqual(["throttled", 7]);
  });

  it("carries the deepest code, the message and the id that support asks for", () => {
    const innerError = {
      "request-id": "r-1",
      innerError: { code: "resyncChangesApplyDifferences" },
    };
    const body = { error: { code: "resyncRequired", message: "Start again", innerError } };
    const failure = failureOf(failed(410, "", "", { body }));

    expect(failure.details).toMatchObject({
      code: "resyncChangesApplyDifferences",
      requestId: "r-1",
    });
    expect(failure.message).toContain("Start again");
  });

  it("reads innererror however it is spelt, and the header where the body has no id", () => {
    const body = { error: { code: "", message: null, innererror: { code: "notSupported" } } };
    const header = (name: string) => (name === "request-id" ? "r-2" : undefined);
    const failure = failureOf(failed(400, "", "", { body, header }));

    expect(failure.details).toMatchObject({ code: "notSupported", requestId: "r-2" });
  });

  it.each([undefined, "", "<html>Bad gateway</html>", 7, null, [], { error: "text" }])(
    "is understood by its status where the body is %j",
    (body) => {
      expect(failureOf(failed(503, "", "", { body })).kind).toBe("unavailable");
    },
  );

  it("does not loop on an error that contains itself", () => {
    const error: Record<string, unknown> = { code: "loop", message: "m" };
    error["innerError"] = error;

    expect(failureOf(failed(400, "", "", { body: { error } })).details.code).toBe("loop");
  });
});

describe("a Retry-After header", () => {
  it("is a number of seconds, or nothing", () => {
    const read = ["0", "12", "1.5", "", " ", "-3", "Mon, 23 Nov 2026 14:00:07 GMT", undefined];

    expect(read.map(retryAfter)).toEqual([0, 12, 1.5, ...Array.from({ length: 5 })]);
  });
});
