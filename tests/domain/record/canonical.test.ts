import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LogEntry } from "#domain/log/entry.ts";
import { inOrder } from "#domain/meeting.ts";
import { canonicalEntry, canonicalLog, recordHash } from "#domain/record/canonical.ts";
import { anyDeliveredLog, anyLog } from "../log-arbitraries.ts";
import { closed, entry, framed, log, says } from "../meeting-fixtures.ts";
import { ada, ben } from "../table-fixtures.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const [opened] = log(...framed) as [LogEntry];

describe("one entry in canonical form", () => {
  it("has its keys in order, at every depth, and no blanks", () => {
    expect(canonicalEntry(opened)).toBe(
      '{"at":1795510810000,"author":"id-ada.moreau","decision":"decision-1","event":{"kind":"decision-opened","meeting":{"key":"19:meeting_forecasting@thread.v2","organizer":{"id":"id-farah.nour","mail":"farah.nour@larkfield.example","name":"Farah Nour"},"subject":"Forecasting"},"title":"Redesign forecasting"},"id":"event-10","meeting":"19:meeting_forecasting@thread.v2","position":10,"previous":""}',
    );
  });

  it("does not depend on the order in which its parts were put together", () => {
    const event = JSON.parse(JSON.stringify(opened.event)) as typeof opened.event;
    const turned = Object.fromEntries(Object.entries(event).toReversed()) as typeof event;

    expect(canonicalEntry({ ...opened, event: turned })).toBe(canonicalEntry(opened));
  });

  it("leaves out what is undefined, as JSON does", () => {
    const event = { kind: "walk-started", override: undefined } as const;

    expect(canonicalEntry(entry(ada, event, { position: 1 }))).toContain(
      '"event":{"kind":"walk-started"}',
    );
  });

  it("writes text as RFC 8785 wants it", () => {
    const text = 'quote " backslash \\ tab \t newline \n euro \u20ac';
    const event = { kind: "walk-started", override: text } as const;

    expect(canonicalEntry(entry(ada, event, { position: 1 }))).toContain(
      String.raw`"override":"quote \" backslash \\ tab \t newline \n euro €"`,
    );
  });

  it("sorts keys by UTF-16 units, as RFC 8785 does in its own example", () => {
    const keys = ["\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6"];
    const event = Object.fromEntries(keys.map((key) => [key, 0]));
    const text = canonicalEntry({ ...opened, event: event as unknown as LogEntry["event"] });
    const order = ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33"];

    expect(text).toContain(`{${order.map((key) => `${JSON.stringify(key)}:0`).join(",")}}`);
  });

  it("names the author by id, whatever they are called today", () => {
    const renamed = { ...opened, by: { ...opened.by, name: "Ada Moreau-Lind" } };

    expect(canonicalEntry(renamed)).toBe(canonicalEntry(opened));
  });

  it.each<[string, Partial<LogEntry>]>([
    ["position", { position: 11 }],
    ["author", { by: { id: ben.id, name: ada.name } }],
    ["time", { atMs: opened.atMs + 1000 }],
    ["predecessor", { previous: "a".repeat(64) }],
    ["event", { event: { kind: "person-arrived" } }],
  ])("changes with its %s", (_, change) => {
    expect(canonicalEntry({ ...opened, ...change })).not.toBe(canonicalEntry(opened));
  });

  it("is JSON that says what was said", () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const [one] = entries;
        const told = JSON.parse(canonicalEntry(one!)) as { event: unknown };

        expect(told).toMatchObject({ position: one!.position, author: one!.by.id, at: one!.atMs });
        expect(told.event).toEqual(JSON.parse(JSON.stringify(one!.event)));
      }),
    );
  });
});

describe("a log in canonical form", () => {
  it("is the same in any order and with any doubling of its rows", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        expect(canonicalLog(delivered)).toBe(canonicalLog(entries));
      }),
    );
  });

  it("is the list of its entries, by position", () => {
    fc.assert(
      fc.property(anyDeliveredLog, ({ entries, delivered }) => {
        const told = JSON.parse(canonicalLog(delivered)) as { position: number }[];

        expect(told.map(({ position }) => position)).toEqual(
          inOrder(entries).map(({ position }) => position),
        );
      }),
    );
  });

  it("ends where it is told to", () => {
    const entries = log(...closed);

    expect(canonicalLog(entries, 20)).toBe(canonicalLog(entries.slice(0, 2)));
  });

  it("is an empty list of no entries", () => {
    expect(canonicalLog([])).toBe("[]");
  });

  it("has the first of two rows with one event id, as the meeting has", () => {
    const twice = { ...opened, position: 999 };

    expect(canonicalLog([twice, opened])).toBe(canonicalLog([opened]));
  });
});

describe("the hash of a record", () => {
  const entries = log(...closed);
  const close = entries.at(-1)!.position;

  it("is of the canonical log up to and with the close", () => {
    expect(recordHash(entries, close, sha256)).toBe(sha256(canonicalLog(entries)));
  });

  it("is a known one for a known log", () => {
    expect(recordHash([opened], opened.position, sha256)).toBe(
      sha256(`[${canonicalEntry(opened)}]`),
    );
  });

  it("is not changed by what is said after the close", () => {
    const after = log(...closed, says(ben, { kind: "person-left" }));

    expect(recordHash(after, close, sha256)).toBe(recordHash(entries, close, sha256));
  });

  it("is the same whatever order the rows came in", () => {
    fc.assert(
      fc.property(anyDeliveredLog, fc.nat(1000), ({ entries: rows, delivered }, upTo) => {
        expect(recordHash(delivered, upTo, sha256)).toBe(recordHash(rows, upTo, sha256));
      }),
    );
  });

  it("is another one when any row is missing or says something else", () => {
    fc.assert(
      fc.property(fc.nat(entries.length - 1), fc.boolean(), (at, isRemoved) => {
        const changed = { ...entries[at]!, atMs: entries[at]!.atMs + 1000 };
        const tampered = isRemoved ? entries.toSpliced(at, 1) : entries.with(at, changed);

        expect(recordHash(tampered, close, sha256)).not.toBe(recordHash(entries, close, sha256));
      }),
    );
  });

  it("can be made by a function that takes its time", async () => {
    const slow = (text: string) => Promise.resolve(sha256(text));

    await expect(recordHash(entries, close, slow)).resolves.toBe(
      recordHash(entries, close, sha256),
    );
  });
});
