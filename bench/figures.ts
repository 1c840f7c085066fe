/** One thing measured. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "KB" | "ms" | "s" | "requests" | "units";
  /** The most it may be, where the design names a figure. */
  readonly target?: number;
  readonly note?: string;
}

/** The value below which this share of the values lies; 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A figure as people read it: small numbers with a decimal or two, large ones without. */
export function valueOf({ value, unit }: Figure): string {
  if (!Number.isFinite(value)) return "not measured";
  const digits = unit === "requests" || unit === "units" || value >= 100 ? 0 : value >= 1 ? 1 : 3;
  return `${value.toFixed(digits)} ${unit}`;
}
