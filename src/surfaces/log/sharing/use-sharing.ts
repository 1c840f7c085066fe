import { useCallback, useEffect, useRef, useState } from "react";
import { StoreError } from "#flows/store-error.ts";
import { useAnnounce } from "#surfaces/shared/live-region.tsx";

/** How one way of sharing stands. */
export type SharingState<T> =
  | { readonly kind: "ready" | "busy" }
  | { readonly kind: "done"; readonly value: T }
  /** Nobody has given the permission yet: one more press asks for it. */
  | { readonly kind: "consent"; readonly scopes: readonly string[] }
  /** No answer: it may have been done all the same. */
  | { readonly kind: "doubt" }
  | { readonly kind: "refused"; readonly why: StoreError };

interface SharingAct<T> {
  readonly state: SharingState<T>;
  readonly begin: () => void;
  /** Asks for the permission, then goes on. */
  readonly allow: () => void;
}

/**
 * Something done once it is pressed: never by itself, never again without the person. `sentence`
 * says how it stands, and is read out.
 */
export function useSharing<T>(
  act: () => Promise<T>,
  askConsent: (scopes: readonly string[]) => Promise<void>,
  sentence: (state: SharingState<T>) => string | undefined,
): SharingAct<T> {
  const [state, setState] = useState<SharingState<T>>({ kind: "ready" });
  const announce = useAnnounce();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const become = useCallback(
    (next: SharingState<T>) => {
      if (isGone.current) return;
      setState(next);
      const said = sentence(next);
      if (said !== undefined) announce(said);
    },
    [announce, sentence],
  );
  const attempt = async (mayAsk: boolean) => {
    become({ kind: "busy" });
    try {
      become({ kind: "done", value: await act() });
    } catch (error) {
      become(stateAfter(storeErrorOf(error), mayAsk));
    }
  };
  const allow = async (scopes: readonly string[]) => {
    become({ kind: "busy" });
    try {
      await askConsent(scopes);
    } catch (error) {
      become({ kind: "refused", why: storeErrorOf(error) });
      return;
    }
    await attempt(false);
  };
  return {
    state,
    begin: () => void attempt(true),
    allow: () => {
      if (state.kind === "consent") void allow(state.scopes);
    },
  };
}

function stateAfter(why: StoreError, mayAsk: boolean): SharingState<never> {
  const { kind, details } = why;
  if (kind === "consent-needed" && mayAsk) {
    return { kind: "consent", scopes: details.scopes ?? [] };
  }
  return kind === "no-answer" || kind === "unavailable"
    ? { kind: "doubt" }
    : { kind: "refused", why };
}

function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  throw error;
}
