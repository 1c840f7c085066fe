/** What a rule answers: a value, or why not. A refusal is an ordinary outcome, never thrown. */
export type Result<T, R> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: R };

/** The rule says yes, and this is what comes of it. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** The rule says no, and this is why. */
export function refuse<R>(refusal: R): Result<never, R> {
  return { ok: false, refusal };
}
