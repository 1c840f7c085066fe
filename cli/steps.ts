/** How one step of making something came out. */
type StepState = "made" | "repaired" | "ready" | "planned" | "needs-you" | "optional";

/** One line of what was done. */
export interface Step {
  readonly state: StepState;
  readonly what: string;
  readonly detail?: string;
  /** What a person has to do. */
  readonly todo?: string;
}

const words: Readonly<Record<StepState, string>> = {
  made: "✓ made",
  repaired: "✓ repaired",
  ready: "✓ ready",
  planned: "· would do",
  "needs-you": "! needs you",
  optional: "· not done",
};
const width = Math.max(...Object.values(words).map((word) => word.length));

/** The steps as lines: what state, what thing, and below it what a person has to do. */
export function stepLines(steps: readonly Step[]): readonly string[] {
  return steps.flatMap(({ state, what, detail, todo }) => [
    `${words[state].padEnd(width)}  ${what}${detail === undefined ? "" : `: ${detail}`}`,
    ...(todo === undefined
      ? []
      : todo.split("\n").map((line) => `${" ".repeat(width + 2)}${line}`)),
  ]);
}

/** Whether nothing is left for a person that cannot be gone without. */
export function isDone(steps: readonly Step[]): boolean {
  return steps.every(({ state }) => state !== "needs-you");
}
