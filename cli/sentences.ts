import { type FailureKind, StoreError } from "#flows/store-error.ts";

const sentences: Readonly<Record<FailureKind, string>> = {
  "signed-out": "Nobody is signed in, or the sign-in ran out. Start again.",
  "consent-needed": "A permission was not consented to.",
  forbidden: "You may not do this.",
  "not-found": "It is not there, or you may not see it.",
  throttled: "Microsoft asked for a pause. Wait, then start again: nothing is done twice.",
  "no-answer": "There was no answer. Check the connection, then start again.",
  unavailable: "Microsoft's side is in trouble. Start again later: nothing is done twice.",
  "already-exists": "It is there already.",
  "changed-meanwhile": "Somebody changed it in between. Start again.",
  resync: "The place to read on from is gone. Start again.",
  "read-only": "The site is locked, archived or full.",
  rejected: "The request was refused as wrong.",
};

/** A failure of Microsoft's side as a person reads it, with what an administrator needs to look it up. */
export function sentenceAbout(failure: unknown): string {
  if (!(failure instanceof StoreError)) {
    return failure instanceof Error ? failure.message : String(failure);
  }
  const { details, kind, message } = failure;
  const scopes = details.scopes?.length ? ` Permission: ${details.scopes.join(", ")}.` : "";
  const wait = details.retryAfterSeconds ? ` Pause: ${details.retryAfterSeconds} s.` : "";
  const request = details.requestId ? ` Request ${details.requestId}.` : "";
  return `${sentences[kind]}${scopes}${wait} (${message}.${request})`.replace("..", ".");
}

/** Whether this is a failure that ports throw of the kind asked about. */
export function isKind(failure: unknown, ...kinds: readonly FailureKind[]): boolean {
  return failure instanceof StoreError && kinds.includes(failure.kind);
}
