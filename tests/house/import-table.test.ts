import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintPlanted, type Planted } from "./planted.ts";

/** A line in a folder of the house, and whether lint lets it stand. */
const table: ReadonlyArray<readonly [file: string, line: string, verdict: "allowed" | "refused"]> =
  [
    ["src/domain/a.ts", `import { b } from "#domain/b.ts";`, "allowed"],
    ["src/domain/a.ts", `import * as v from "valibot";`, "allowed"],
    ["src/domain/a.ts", `import { b } from "#flows/b.ts";`, "refused"],
    ["src/domain/a.ts", `import { b } from "../flows/b.ts";`, "refused"],
    ["src/domain/table/a.ts", `import { b } from "../b.ts";`, "refused"],
    ["src/domain/a.ts", `import { b } from "react";`, "refused"],
    ["src/domain/a.ts", `import { b } from "node:fs";`, "refused"],
    ["src/domain/a.ts", `export const now = Date.now();`, "refused"],
    ["src/domain/a.ts", `export const chance = Math.random();`, "refused"],

    ["src/flows/a.ts", `import { b } from "#domain/b.ts";`, "allowed"],
    ["src/flows/a.ts", `import { b } from "#flows/b.ts";`, "allowed"],
    ["src/flows/a.ts", `import { b } from "#adapters/b.ts";`, "refused"],
    ["src/flows/a.ts", `import { b } from "#surfaces/b.ts";`, "refused"],
    ["src/flows/a.ts", `import { b } from "valibot";`, "refused"],
    ["src/flows/a.ts", `export const now = Date.now();`, "refused"],
    ["src/flows/a.ts", `export const id = crypto.randomUUID();`, "refused"],
    ["src/flows/a.ts", `export const page = fetch("/");`, "refused"],
    ["src/flows/a.ts", `setTimeout(() => {}, 1);`, "refused"],

    ["src/adapters/graph/a.ts", `import { b } from "#flows/ports.ts";`, "allowed"],
    ["src/adapters/graph/a.ts", `import { b } from "#domain/b.ts";`, "allowed"],
    [
      "src/adapters/graph/a.ts",
      `import { b } from "@microsoft/microsoft-graph-client";`,
      "allowed",
    ],
    ["src/adapters/sharepoint/a.ts", `import { b } from "socket.io-client";`, "allowed"],
    ["src/adapters/graph/a.ts", `import { b } from "#surfaces/b.ts";`, "refused"],
    ["src/adapters/graph/a.ts", `import { b } from "#main/b.ts";`, "refused"],
    ["src/adapters/graph/a.ts", `import { b } from "react";`, "refused"],
    ["src/adapters/graph/a.ts", `import { b } from "node:fs";`, "refused"],

    ["src/surfaces/walk/a.ts", `import { b } from "#flows/b.ts";`, "allowed"],
    ["src/surfaces/walk/a.ts", `import { b } from "react";`, "allowed"],
    ["src/surfaces/walk/a.ts", `import { b } from "@fluentui/react-components";`, "allowed"],
    ["src/surfaces/walk/a.ts", `import { b } from "#adapters/graph/b.ts";`, "refused"],
    ["src/surfaces/walk/a.ts", `import { b } from "@microsoft/teams-js";`, "refused"],
    ["src/surfaces/walk/a.ts", `import { b } from "../b.ts";`, "refused"],
    ["src/surfaces/walk/a.ts", `export const page = fetch("/");`, "refused"],
    ["src/surfaces/walk/a.ts", `export const now = Date.now();`, "refused"],

    ["src/main/a.ts", `import { b } from "#adapters/graph/b.ts";`, "allowed"],
    ["src/main/a.ts", `import { b } from "@microsoft/teams-js";`, "allowed"],
    ["src/main/a.ts", `import { b } from "../domain/b.ts";`, "refused"],
    ["src/main/a.ts", `import { b } from "../../sandbox/b.ts";`, "refused"],

    ["sandbox/graph/a.ts", `import type { B } from "#domain/b.ts";`, "allowed"],
    ["sandbox/graph/a.ts", `import { b } from "#domain/ids.ts";`, "allowed"],
    ["sandbox/graph/a.ts", `import { b } from "node:fs/promises";`, "allowed"],
    ["sandbox/graph/a.ts", `import { b } from "#domain/b.ts";`, "refused"],
    ["sandbox/graph/a.ts", `import { b } from "#adapters/b.ts";`, "refused"],
    ["sandbox/graph/a.ts", `import type { B } from "#adapters/b.ts";`, "refused"],
    ["sandbox/graph/a.ts", `import { b } from "../../src/domain/b.ts";`, "refused"],
    ["sandbox/graph/a.ts", `import { b } from "@microsoft/microsoft-graph-client";`, "refused"],
    ["sandbox/server/a.ts", `import { b } from "socket.io";`, "allowed"],
    ["sandbox/server/a.ts", `import { b } from "socket.io-client";`, "refused"],
    ["sandbox/graph/a.ts", `import { b } from "react";`, "refused"],

    ["cli/a.ts", `import { b } from "#adapters/graph/b.ts";`, "allowed"],
    ["cli/a.ts", `import { b } from "#domain/b.ts";`, "allowed"],
    ["cli/a.ts", `import { b } from "node:util";`, "allowed"],
    ["cli/doctor/a.ts", `import { b } from "../../hosting/headers.ts";`, "allowed"],
    ["cli/a.ts", `import { b } from "#surfaces/b.ts";`, "refused"],
    ["cli/a.ts", `import { b } from "#main/b.ts";`, "refused"],
    ["cli/a.ts", `import { b } from "../src/domain/b.ts";`, "refused"],
    ["cli/a.ts", `import { b } from "../sandbox/b.ts";`, "refused"],
    ["cli/a.ts", `import { b } from "react";`, "refused"],

    ["tests/domain/a.test.ts", `import { b } from "#domain/b.ts";`, "allowed"],
    ["tests/domain/a.test.ts", `import { b } from "../../sandbox/b.ts";`, "allowed"],
    ["tests/domain/a.test.ts", `import { vi } from "vitest"; vi.mock("#domain/b.ts");`, "refused"],
  ];

const importRules = [
  "eslint(no-restricted-imports)",
  "eslint(no-restricted-properties)",
  "eslint(no-restricted-globals)",
  "vitest(no-restricted-vi-methods)",
];

describe("who may import whom", () => {
  let planted: Planted;
  beforeAll(() => {
    planted = lintPlanted(table.map(([file, line]) => ({ file, line })));
  });
  afterAll(() => planted.remove());

  it.each(table.map((row, index) => [...row, index] as const))(
    "%s: %s is %s",
    (_file, _line, verdict, index) => {
      const isRefused = planted.complaints(index).some((rule) => importRules.includes(rule));

      expect(isRefused ? "refused" : "allowed").toBe(verdict);
    },
  );
});
