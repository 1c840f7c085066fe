import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Fact } from "./facts.ts";

/** Where facts are kept: only ever added to, read once at the start. */
export interface Journal {
  read(): Fact[];
  append(fact: Fact): void;
  clear(): void;
}

/** A journal that ends with the process. */
export function memoryJournal(): Journal {
  return { read: () => [], append: () => {}, clear: () => {} };
}

/**
 * A journal in a file, one JSON fact a line, written before anything is answered.
 * A last line cut short by a crash was never answered for, so it is dropped.
 */
export function fileJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  return {
    read: () => {
      if (!existsSync(path)) return [];
      const text = readFileSync(path, "utf8");
      const whole = text.slice(0, text.lastIndexOf("\n") + 1);
      if (whole.length < text.length) writeFileSync(path, whole);
      return whole
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Fact);
    },
    append: (fact) => appendFileSync(path, `${JSON.stringify(fact)}\n`),
    clear: () => writeFileSync(path, ""),
  };
}
