/** What one look found. */
export interface Check {
  /** `fine`, `missing` something, or `unknown`: it could not be looked at. */
  readonly state: "fine" | "missing" | "unknown";
  readonly what: string;
  /** What was seen. */
  readonly detail?: string;
  /** Whether nothing works without it. */
  readonly isRequired?: true;
  /** What is lost without it. */
  readonly costs?: string;
  readonly mend?: string;
}

const signs: Readonly<Record<Check["state"], string>> = { fine: "✓", missing: "!", unknown: "?" };

/** The checks as lines: what was found, what it costs, and how to mend it. */
export function checkLines(checks: readonly Check[]): readonly string[] {
  return checks.flatMap(({ state, what, detail, isRequired, costs, mend }) => {
    const need = state !== "fine" && isRequired ? " (required)" : "";
    return [
      `${signs[state]} ${what}${need}${detail === undefined ? "" : `: ${detail}`}`,
      ...(costs === undefined || state === "fine" ? [] : [`    Without it: ${costs}`]),
      ...(mend === undefined || state === "fine" ? [] : [`    Mend: ${mend}`]),
    ];
  });
}

/** Whether everything that is required is there. */
export function isHealthy(checks: readonly Check[]): boolean {
  return checks.every(({ state, isRequired }) => state === "fine" || isRequired !== true);
}
