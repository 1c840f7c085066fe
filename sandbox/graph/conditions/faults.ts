import * as v from "valibot";
import { seededChance } from "../../directory/generate.ts";
import { GraphError } from "../errors.ts";

const RegularExpression = v.pipe(
  v.string(),
  v.check((text) => {
    try {
      return Boolean(new RegExp(text));
    } catch {
      return false;
    }
  }, "is no regular expression"),
);

const FaultShape = v.pipe(
  v.strictObject({
    method: v.optional(v.string()),
    /** Tested against the path below /v1.0 with its query, and against the same with /v1.0. */
    path: v.optional(RegularExpression, ""),
    action: v.picklist(["status", "delay", "drop-before", "drop-after-commit"]),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
    retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
    delayMs: v.optional(v.pipe(v.number(), v.minValue(0)), 0),
    /** How often it strikes, 0 to 1. */
    rate: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
    /** How many times it strikes at most. */
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    seed: v.optional(v.number(), 1),
  }),
  v.check((fault) => fault.action !== "status" || fault.status !== undefined, "needs a status"),
);

/** One way in which requests go wrong. */
export type Fault = v.InferOutput<typeof FaultShape>;

/** Faults that are switched on, each with how often it has struck. */
export interface Faults {
  /**
   * Switches on exactly these.
   *
   * @throws Error that says which one is wrong, and where.
   */
  set(faults: unknown): void;
  read(): readonly (Fault & { readonly struck: number })[];
  /** The fault that strikes this request, if any. */
  strike(method: string, pathAndQuery: string): Fault | undefined;
}

/** No faults at first. */
export function createFaults(): Faults {
  let active: { fault: Fault; chance: () => number; struck: number }[] = [];
  return {
    set: (faults) => {
      const result = v.safeParse(v.array(FaultShape), faults);
      if (!result.success) {
        const issue = result.issues[0];
        throw new Error(`Fault ${v.getDotPath(issue) ?? ""}: ${issue.message}`);
      }
      active = result.output.map((fault) => ({
        fault,
        chance: seededChance(fault.seed),
        struck: 0,
      }));
    },
    read: () => active.map(({ fault, struck }) => ({ ...fault, struck })),
    strike: (method, pathAndQuery) => {
      for (const entry of active) {
        const { fault } = entry;
        if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
        const pattern = new RegExp(fault.path);
        if (!pattern.test(pathAndQuery) && !pattern.test(`/v1.0${pathAndQuery}`)) continue;
        if (fault.count !== undefined && entry.struck >= fault.count) continue;
        if (entry.chance() >= fault.rate) continue;
        entry.struck += 1;
        return fault;
      }
      return undefined;
    },
  };
}

const CODES: Readonly<Record<number, string>> = {
  400: "invalidRequest",
  401: "InvalidAuthenticationToken",
  403: "accessDenied",
  404: "itemNotFound",
  409: "conflict",
  410: "resyncRequired",
  412: "resourceModified",
  423: "resourceLocked",
  429: "activityLimitReached",
  500: "generalException",
  503: "serviceNotAvailable",
  504: "gatewayTimeout",
  507: "quotaLimitReached",
};

const CLAIMS = Buffer.from('{"access_token":{"nbf":{"essential":true,"value":"1"}}}').toString(
  "base64",
);

/** The error a `status` fault answers with; a 410 says where to start again, as Graph does. */
export function faultError(fault: Fault, path: string): GraphError {
  const status = fault.status ?? 500;
  const headers = {
    ...(fault.retryAfterSeconds !== undefined && {
      "retry-after": String(fault.retryAfterSeconds),
    }),
    // A token revoked early: what Entra wants of the next one is in the claims.
    ...(status === 401 && {
      "www-authenticate": `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${CLAIMS}"`,
    }),
    ...(status === 410 && { location: `https://graph.microsoft.com/v1.0${path}` }),
  };
  return new GraphError(status, CODES[status] ?? "generalException", "A fault was switched on.", {
    headers,
    ...(status === 410 && { innerCode: "resyncChangesApplyDifferences" }),
  });
}
