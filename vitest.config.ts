import { defineConfig } from "vitest/config";

const builtTests = [
  "tests/e2e/**/*.test.ts",
  "tests/**/*.browser.test.ts",
  "tests/house/bundle.test.ts",
];
const domTests = ["tests/**/*.test.tsx", "tests/surfaces/**/*.test.ts"];

/** `unit` runs on Node, `dom` on jsdom, `built` reads the built product or drives it in a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          // Time in them is virtual; a busy machine must not make them fail.
          testTimeout: 60_000,
          include: ["tests/**/*.test.ts"],
          exclude: [...builtTests, ...domTests],
        },
      },
      {
        test: {
          name: "dom",
          environment: "jsdom",
          testTimeout: 60_000,
          include: domTests,
          exclude: builtTests,
        },
      },
      {
        test: {
          name: "built",
          environment: "node",
          include: builtTests,
          // The machine's cores belong to the browsers under test, one story at a time.
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
