import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

/** What every test of a surface in jsdom needs: call once at the top of the file. */
export function inJsdom(): void {
  // Looking up by role computes the style of every element otherwise, which jsdom takes long for.
  configure({ defaultHidden: true, asyncUtilTimeout: 5000 });
  // The first Fluent part of a file brings all its styles along: slow where cores are few.
  vi.setConfig({ testTimeout: 30_000 });
  // Fluent throws after a test has ended unless everything is taken down.
  afterEach(cleanup);
}
