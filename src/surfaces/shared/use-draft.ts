import { useCallback, useState } from "react";
import type { Drafts } from "#flows/ports.ts";

/**
 * Text in mid-typing: as it was left in this browser, else `initial`. Kept with every change until
 * cleared. A part that changes its key must be mounted anew (`key={…}`).
 */
export function useDraft(
  drafts: Drafts,
  key: string,
  initial = "",
): readonly [text: string, set: (text: string) => void, clear: () => void] {
  const [text, setText] = useState(() => drafts.read(key) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      drafts.write(key, next);
    },
    [drafts, key],
  );
  const clear = useCallback(() => drafts.clear(key), [drafts, key]);
  return [text, set, clear];
}
