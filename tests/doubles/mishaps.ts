import { type FailureKind, StoreError } from "#flows/store-error.ts";

/** Failures that a test orders for the next calls of a double. */
export interface Mishaps {
  /** The next call of this name fails: before anything is done, or after all of it is. */
  failNext(call: string, kind: FailureKind, when?: "before" | "after"): void;
  /** Does a call, with whatever was ordered for it. */
  around<T>(call: string, act: () => T): Promise<T>;
}

/** No failures at first. */
export function mishaps(): Mishaps {
  const ordered: { call: string; kind: FailureKind; when: "before" | "after" }[] = [];
  return {
    failNext(call, kind, when = "before") {
      ordered.push({ call, kind, when });
    },
    async around(call, act) {
      // Every port answers later, never at once.
      await Promise.resolve();
      const index = ordered.findIndex((one) => one.call === call);
      const [mishap] = index < 0 ? [] : ordered.splice(index, 1);
      const failure =
        mishap &&
        new StoreError(mishap.kind, `ordered: ${call} ${mishap.when}`, details(mishap.kind));
      if (failure && mishap?.when === "before") throw failure;
      const result = act();
      if (failure) throw failure;
      return result;
    },
  };
}

function details(kind: FailureKind) {
  return kind === "throttled" ? { retryAfterSeconds: 3 } : {};
}
