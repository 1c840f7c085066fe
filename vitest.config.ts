import { defineConfig } from "vitest/config";

const browserTests = ["tests/e2e/**/*.test.ts", "tests/**/*.browser.test.ts"];
const domTests = ["tests/**/*.test.tsx", "tests/surfaces/**/*.test.ts"];

/** `unit` runs on Node, `dom` on jsdom, `browser` drives a real browser against the built product. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: [...browserTests, ...domTests],
        },
      },
      {
        test: {
          name: "dom",
          environment: "jsdom",
          include: domTests,
          exclude: browserTests,
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          include: browserTests,
          // The machine's cores belong to the browsers under test, one story at a time.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
