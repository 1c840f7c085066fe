import {
  type ReactNode,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { hidden } from "#surfaces/shared/frame/hidden.ts";

type Announce = (text: string) => void;

const Context = createContext<Announce>(() => {});

/** One polite voice for the whole surface: what changed is read out without moving the focus. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const [spoken, setSpoken] = useState({ text: "", times: 0 });
  const atOnce = useRef<string[]>([]);
  const announce = useCallback<Announce>((text) => {
    // What is said before the next picture belongs together: the last word must not drown the first.
    const isFirst = atOnce.current.push(text) === 1;
    const words = atOnce.current.reduce((before, next) => `${asSentence(before)} ${next}`);
    setSpoken(({ times }) => ({ text: words, times: times + (isFirst ? 1 : 0) }));
  }, []);
  useEffect(() => {
    atOnce.current = [];
  });
  // Two regions take turns: the same words twice in one region would be read once.
  const isOdd = spoken.times % 2 === 1;
  return (
    <Context value={announce}>
      {children}
      <output className={hidden}>{isOdd ? spoken.text : ""}</output>
      <output className={hidden}>{isOdd ? "" : spoken.text}</output>
    </Context>
  );
}

/** Says something through the surface's live region. */
export function useAnnounce(): Announce {
  return useContext(Context);
}

function asSentence(words: string): string {
  return /[.?!…”]$/u.test(words) ? words : `${words}.`;
}
