import axe from "axe-core";
import type { Frame } from "playwright-core";
import { expect } from "vitest";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary?: string }>;
}

/** Fails with a readable list when axe finds a barrier in the frame as it stands. */
export async function expectNoBarriers(frame: Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate<readonly Violation[]>(
    // Colours are judged in each theme by the same run; nothing is left out.
    `axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)`,
  );
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`),
  );
  expect(told).toEqual([]);
}
