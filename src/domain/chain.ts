/**
 * A list that only grows, newest first. Adding one is O(1) and leaves the older list as it was, so
 * that folding ten thousand answers stays linear without anything being changed in place.
 */
export interface Chain<T> {
  readonly newest: T;
  readonly earlier: Chain<T> | undefined;
}

/** The chain with one more at its front. */
export function link<T>(newest: T, earlier: Chain<T> | undefined): Chain<T> {
  return { newest, earlier };
}

/** The links of a chain, newest first. */
export function* newestFirst<T>(chain: Chain<T> | undefined): Iterable<T> {
  for (let rest = chain; rest !== undefined; rest = rest.earlier) yield rest.newest;
}

/** The links of a chain in the order they were added. */
export function oldestFirst<T>(chain: Chain<T> | undefined): readonly T[] {
  return Array.from(newestFirst(chain)).toReversed();
}
