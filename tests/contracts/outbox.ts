import { afterAll, describe, expect, it } from "vitest";
import * as v from "valibot";
import { EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { Outbox, OutboxItem } from "#flows/ports.ts";
import { meetingKey, newRow } from "./event-log.ts";

const ana = v.parse(PersonId, "ana");
const ben = v.parse(PersonId, "ben");
const elsewhere = v.parse(MeetingKey, "19:meeting_other@thread.v2");

function item(id: string, author = ana, meeting = meetingKey): OutboxItem {
  return { author, row: newRow(id, { meeting }), saidAtMs: 1000 };
}

/** Windows of one browser, each with its own hold on the same outbox. */
export interface OutboxTrial {
  openWindow(): Promise<Outbox>;
}

/** What every outbox promises. `closeAll` ends what all trials used. */
export function describeOutbox(
  name: string,
  open: () => Promise<OutboxTrial>,
  closeAll: () => Promise<void> = () => Promise.resolve(),
): void {
  describe(`${name}: an outbox`, () => {
    afterAll(closeAll);

    it("keeps what was put, in that order", async () => {
      const outbox = await (await open()).openWindow();
      await outbox.put(item("e-2"));
      await outbox.put(item("e-1"));

      expect(await outbox.waiting(ana, meetingKey)).toEqual([item("e-2"), item("e-1")]);
    });

    it("keeps people and meetings apart", async () => {
      const outbox = await (await open()).openWindow();
      await outbox.put(item("e-1"));
      await outbox.put(item("e-2", ben));
      await outbox.put(item("e-3", ana, elsewhere));

      expect(await outbox.waiting(ana, meetingKey)).toEqual([item("e-1")]);
      expect(await outbox.waiting(ben, meetingKey)).toEqual([item("e-2", ben)]);
    });

    it("forgets what was confirmed, and only that", async () => {
      const outbox = await (await open()).openWindow();
      await outbox.put(item("e-1"));
      await outbox.put(item("e-2"));
      await outbox.remove(v.parse(EventId, "e-1"));
      await outbox.remove(v.parse(EventId, "e-9"));

      expect(await outbox.waiting(ana, meetingKey)).toEqual([item("e-2")]);
    });

    it("remembers that a thing was tried", async () => {
      const outbox = await (await open()).openWindow();
      await outbox.put(item("e-1"));
      await outbox.put({ ...item("e-1"), isTried: true });

      expect(await outbox.waiting(ana, meetingKey)).toEqual([{ ...item("e-1"), isTried: true }]);
    });

    it("keeps a thing put twice once, in its first place", async () => {
      const outbox = await (await open()).openWindow();
      await outbox.put(item("e-1"));
      await outbox.put(item("e-2"));
      await outbox.put(item("e-1"));

      expect(await outbox.waiting(ana, meetingKey)).toEqual([item("e-1"), item("e-2")]);
    });

    it("shows every window what another has put", async () => {
      const trial = await open();
      const [first, second] = [await trial.openWindow(), await trial.openWindow()];
      await first.put(item("e-1"));

      expect(await second.waiting(ana, meetingKey)).toEqual([item("e-1")]);
    });

    it("lets one window send at a time", async () => {
      const trial = await open();
      const windows = [await trial.openWindow(), await trial.openWindow()];
      const steps: string[] = [];
      const send = (who: string) => async () => {
        steps.push(`${who} begins`);
        await new Promise((done) => setImmediate(done));
        steps.push(`${who} ends`);
      };
      await Promise.all(
        windows.map((outbox, index) => outbox.alone(ana, meetingKey, send(`window ${index}`))),
      );

      expect(steps.map((step) => step.split(" ").at(-1))).toEqual([
        "begins",
        "ends",
        "begins",
        "ends",
      ]);
    });

    it("goes on to the next after a sending that failed, and says what it gave", async () => {
      const outbox = await (await open()).openWindow();
      const failed = outbox.alone(ana, meetingKey, () =>
        Promise.reject(new Error("no connection")),
      );
      const next = outbox.alone(ana, meetingKey, () => Promise.resolve("sent"));

      await expect(failed).rejects.toThrow("no connection");
      expect(await next).toBe("sent");
    });

    it("lets two people of one browser send side by side", async () => {
      const outbox = await (await open()).openWindow();
      let release = () => {};
      const held = outbox.alone(
        ana,
        meetingKey,
        () => new Promise<void>((done) => (release = done)),
      );

      expect(await outbox.alone(ben, meetingKey, () => Promise.resolve("sent"))).toBe("sent");
      release();
      await held;
    });
  });
}
