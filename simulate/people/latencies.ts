const binMs = 20;
const bins = 45_000;

/** How long many things took, kept in bins of 20 ms up to a quarter of an hour. */
export interface Latencies {
  add(ms: number): void;
  /** Counts things that never came. */
  addNever(times: number): void;
  readonly count: number;
  /**
   * Milliseconds within which this share of the things came; infinite when they did not, NaN when
   * there was none.
   */
  quantile(share: number): number;
}

/** Nothing measured yet. */
export function newLatencies(): Latencies {
  const counts = new Uint32Array(bins + 1);
  let count = 0;
  const put = (bin: number, times: number) => {
    counts[bin] = (counts[bin] ?? 0) + times;
    count += times;
  };
  return {
    add: (ms) => put(Math.min(bins, Math.max(0, Math.ceil(ms / binMs))), 1),
    addNever: (times) => put(bins, times),
    get count() {
      return count;
    },
    quantile(share) {
      if (count === 0) return Number.NaN;
      let left = Math.ceil(share * count);
      const bin = counts.findIndex((here) => (left -= here) <= 0);
      return bin === bins ? Number.POSITIVE_INFINITY : bin * binMs;
    },
  };
}
