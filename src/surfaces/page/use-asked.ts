import { StoreError } from "#flows/store-error.ts";
import { useEffect, useState } from "react";

/** What a question to a port has come to. */
export type Asked<T> =
  | { readonly kind: "asking" }
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "failed"; readonly why: StoreError };

/**
 * Asks a port once, and again when port or question become others or `turn` changes. An answer that
 * comes too late is left out. `ask` is a function of the module, or memoized.
 */
export function useAsked<P, T>(port: P, ask: (port: P) => Promise<T>, turn = 0): Asked<T> {
  const [got, setGot] = useState<Got<P, T>>();
  useEffect(() => {
    let isOver = false;
    const take = (toAsked: () => Asked<T>) => {
      // Made while rendering, so that our own mistakes reach the error boundary.
      if (!isOver) setGot(() => ({ port, ask, turn, asked: toAsked() }));
    };
    ask(port).then(
      (answer) => take(() => ({ kind: "answered", answer })),
      (error: unknown) => take(() => ({ kind: "failed", why: storeErrorOf(error) })),
    );
    return () => {
      isOver = true;
    };
  }, [port, ask, turn]);
  const isCurrent = got?.port === port && got.ask === ask && got.turn === turn;
  return isCurrent ? got.asked : { kind: "asking" };
}

interface Got<P, T> {
  readonly port: P;
  readonly ask: (port: P) => Promise<T>;
  readonly turn: number;
  readonly asked: Asked<T>;
}

function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
