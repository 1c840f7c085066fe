import type { Drafts } from "#flows/ports.ts";

const prefix = "quorate:draft:";

/**
 * Drafts in local storage. A browser may keep a tab inside Teams from it, or it may be full: then
 * there are no drafts, and nothing else changes.
 */
export function openDrafts(storage: () => Storage = () => localStorage): Drafts {
  const quietly = <T>(act: (area: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      return undefined;
    }
  };
  return {
    read: (key) => quietly((area) => area.getItem(prefix + key)) ?? undefined,
    write: (key, text) => quietly((area) => area.setItem(prefix + key, text)),
    clear: (key) => quietly((area) => area.removeItem(prefix + key)),
  };
}
