import { StoreError } from "#flows/store-error.ts";
import { useEffect, useState } from "react";

/** What a question to a port has come to. */
export type Asked<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "failed"; readonly why: StoreError };

/**
 * Asks a port once, and again when it becomes another or `turn` changes. An answer that comes too
 * late is left out. `ask` is a function of the module, or memoized.
 */
export function useAsked<P, T>(port: P, ask: (port: P) => Promise<T>, turn = 0): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ kind: "asking" });
  useEffect(() => {
    let isOver = false;
    setAsked({ kind: "asking" });
    ask(port).then(
      (answer) => {
        if (!isOver) setAsked({ kind: "answered", answer });
      },
      (error: unknown) => {
        if (isOver) return;
        setAsked(() => {
          // Thrown while rendering, our own mistake reaches the error boundary.
          if (!(error instanceof StoreError)) throw error;
          return { kind: "failed", why: error };
        });
      },
    );
    return () => {
      isOver = true;
    };
  }, [port, ask, turn]);
  return asked;
}
