/** The browser's own locks, as far as they are used. */
export type Locks = Pick<LockManager, "request">;

/** Does things one after the other, by key; what one of them throws is its own. */
export interface Turns {
  inTurn<T>(key: string, act: () => Promise<T>): Promise<T>;
}

/** In all windows of a browser where it has locks, else within this window. */
export function openTurns(locks: Locks | undefined = browserLocks()): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async inTurn(key, act) {
      if (locks !== undefined) return await locks.request(key, act);
      const turn = (last.get(key) ?? Promise.resolve()).then(act);
      last.set(
        key,
        turn.catch(() => undefined),
      );
      return await turn;
    },
  };
}

// Older web views have none; there a thing's unique id still keeps it from being there twice.
function browserLocks(): Locks | undefined {
  return (globalThis.navigator as { readonly locks?: Locks } | undefined)?.locks;
}
