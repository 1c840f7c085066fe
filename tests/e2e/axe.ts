import axe from "axe-core";
import type { Frame } from "playwright-core";

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: ReadonlyArray<{ readonly html: string; readonly failureSummary?: string }>;
}

/** What axe finds in the frame as it stands, a readable text for each place. */
export async function barriersIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate<readonly Violation[]>(
    `axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations)`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ""}`),
  );
}
