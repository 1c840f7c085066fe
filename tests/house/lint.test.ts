import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintPlanted, type Planted } from "./planted.ts";

/** A mistake, and the rule that is there to see it. */
const mistakes: ReadonlyArray<readonly [file: string, line: string, rule: string]> = [
  ["src/main/a.ts", `import { b } from "./b-1.ts"; export const a = b;`, "import(no-cycle)"],
  ["src/main/b.ts", `import { a } from "#main/a-0.ts"; export const b = a;`, "import(no-cycle)"],
  [
    "src/flows/a.ts",
    `const f = async () => { await Promise.resolve(); }; f();`,
    "typescript(no-floating-promises)",
  ],
  ["src/flows/a.ts", `export const a: any = 1;`, "typescript(no-explicit-any)"],
  [
    "src/flows/a.ts",
    `export const f = (t: string) => { const p = JSON.parse(t); return p.a.b; };`,
    "typescript(no-unsafe-member-access)",
  ],
  [
    "src/domain/a.ts",
    `export function f(k: "a" | "b") { switch (k) { case "a": return 1; } }`,
    "typescript(switch-exhaustiveness-check)",
  ],
  ["src/domain/a.ts", `export default 1;`, "import(no-default-export)"],
  ["src/domain/a.ts", `console.log(1);`, "eslint(no-console)"],
  [
    "src/surfaces/a.tsx",
    `import { useState } from "react"; export function A({ is }: { is: boolean }) { if (is) useState(1); return null; }`,
    "react(hooks)",
  ],
  [
    "src/surfaces/a.tsx",
    `export const A = () => <div onClick={() => {}}>go</div>;`,
    "jsx-a11y(click-events-have-key-events)",
  ],
  ["src/domain/BadName.ts", `export const a = 1;`, "unicorn(filename-case)"],
  [
    "src/domain/a.ts",
    Array.from({ length: 301 }, (_, line) => `export const a${line} = 1;`).join("\n"),
    "eslint(max-lines)",
  ],
];

describe("lint", () => {
  let planted: Planted;
  beforeAll(() => {
    planted = lintPlanted(mistakes.map(([file, line]) => ({ file, line })));
  });
  afterAll(() => planted.remove());

  it.each(mistakes.map(([file, , rule], index) => [rule, file, index] as const))(
    "sees %s in %s",
    (rule, _file, index) => {
      expect(planted.complaints(index)).toContain(rule);
    },
  );
});
