import { describe, expect, it } from "vitest";
import * as v from "valibot";
import type { OutboxStore } from "#adapters/browser/outbox-store.ts";
import { openOutbox } from "#adapters/browser/outbox.ts";
import { type Locks, openTurns } from "#adapters/browser/turns.ts";
import { EventId, PersonId } from "#domain/ids.ts";
import type { OutboxItem } from "#flows/ports.ts";
import { meetingKey, newRow } from "../../contracts/event-log.ts";
import { describeOutbox } from "../../contracts/outbox.ts";

const ana = v.parse(PersonId, "ana");
const item = (id: string): OutboxItem => ({ author: ana, row: newRow(id), saidAtMs: 1 });
const eventId = (id: string) => v.parse(EventId, id);

/** A browser's storage that can be taken away and given back. */
function brittleStore(): OutboxStore & { isBroken: boolean } {
  const items = new Map<string, OutboxItem>();
  const store = {
    isBroken: true,
    open: () => attempt(() => undefined),
    read: () => attempt(() => [...items.values()]),
    put: (one: OutboxItem) => attempt(() => void items.set(one.row.eventId, one)),
    remove: (event: EventId) => attempt(() => void items.delete(event)),
  };
  const attempt = <T>(act: () => T) =>
    store.isBroken
      ? Promise.reject(new DOMException("denied", "SecurityError"))
      : Promise.resolve(act());
  return store;
}

describeOutbox("in a window whose browser keeps nothing", async () => {
  const outbox = await openOutbox("test", brittleStore(), openTurns(undefined));
  return { openWindow: () => Promise.resolve(outbox) };
});

describe("an outbox whose browser keeps nothing", () => {
  it("says that a reload would lose what waits, and no more once it is confirmed", async () => {
    const outbox = await openOutbox("test", brittleStore(), openTurns(undefined));
    expect(outbox.outlivesReload()).toBe(true);
    await outbox.put(item("e-1"));
    expect(outbox.outlivesReload()).toBe(false);
    await outbox.remove(eventId("e-1"));

    expect(outbox.outlivesReload()).toBe(true);
  });

  it("keeps in the browser what is put once it can again", async () => {
    const store = brittleStore();
    const outbox = await openOutbox("test", store, openTurns(undefined));
    await outbox.put(item("e-1"));
    store.isBroken = false;
    await outbox.put(item("e-1"));

    expect(outbox.outlivesReload()).toBe(true);
    expect(await outbox.waiting(ana, meetingKey)).toEqual([item("e-1")]);
  });

  it("does not offer again what was confirmed and could not be deleted", async () => {
    const store = brittleStore();
    store.isBroken = false;
    const outbox = await openOutbox("test", store, openTurns(undefined));
    await outbox.put(item("e-1"));
    store.isBroken = true;
    await outbox.remove(eventId("e-1"));
    store.isBroken = false;

    expect(await outbox.waiting(ana, meetingKey)).toEqual([]);
  });
});

describe("taking turns", () => {
  it("uses the browser's locks where it has them, by the key", async () => {
    const held: string[] = [];
    const locks = {
      request: (name: string, act: () => unknown) => {
        held.push(name);
        return Promise.resolve(act());
      },
    } as unknown as Locks;

    expect(await openTurns(locks).inTurn("key", () => Promise.resolve("done"))).toBe("done");
    expect(held).toEqual(["key"]);
  });
});
