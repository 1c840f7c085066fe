/** How the world can fail, as far as it changes what happens next. */
export type FailureKind =
  /** Nobody is signed in, or the host gave no token in time. */
  | "signed-out"
  /** A permission was never consented to; `scopes` says which. */
  | "consent-needed"
  /** This person may not: no access to the site, or a guest. */
  | "forbidden"
  | "not-found"
  /** Asked to wait; `retryAfterSeconds` says how long. */
  | "throttled"
  /** No answer at all: offline, or the connection broke. For a create, it may have been done. */
  | "no-answer"
  /** Microsoft's side is in trouble; for a create, it may have been done. */
  | "unavailable"
  /** A value that must be unique exists already. */
  | "already-exists"
  /** Somebody changed it in between (If-Match). */
  | "changed-meanwhile"
  /** The place to follow on from is gone: read everything afresh. */
  | "resync"
  /** The site is locked, archived or full. */
  | "read-only"
  /** The request itself was refused as wrong: a list changed by hand, or our mistake. */
  | "rejected";

export interface FailureDetails {
  readonly status?: number;
  /** Microsoft's error code, deepest known one. */
  readonly code?: string;
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
  readonly scopes?: readonly string[];
  readonly cause?: unknown;
}

/** The one error that ports throw. `message` is for logs; `adviceFor` in a surface speaks to people. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly kind: FailureKind;
  readonly details: FailureDetails;

  constructor(kind: FailureKind, message: string, details: FailureDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.details = details;
  }
}

/** Whether doing the same again later can help. */
export function isPassing(kind: FailureKind): boolean {
  return (
    kind === "throttled" || kind === "no-answer" || kind === "unavailable" || kind === "resync"
  );
}

/**
 * Whether to try something again that has to be done in the end: after what passes, once somebody
 * has signed in or consented, and where it may have been done already.
 */
export function isWorthAnotherTry(kind: FailureKind): boolean {
  return (
    isPassing(kind) ||
    kind === "already-exists" ||
    kind === "changed-meanwhile" ||
    kind === "signed-out" ||
    kind === "consent-needed"
  );
}
