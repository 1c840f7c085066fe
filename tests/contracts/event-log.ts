import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { DecisionId, EventId, MeetingKey } from "#domain/ids.ts";
import type { EventLog, NewLogRow } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

/** One list, as two people see it, and what can be done to it past the port. */
export interface EventLogTrial {
  readonly ana: EventLog;
  readonly ben: EventLog;
  readonly anaId: string;
  readonly benId: string;
  readonly editorId: string;
  /** Somebody changes the payload of a row by hand, to an empty object. */
  edit(position: number): Promise<void>;
  remove(position: number): Promise<void>;
  /** Makes every cursor given so far too old. */
  expireCursors(): Promise<void>;
}

export const meetingKey = v.parse(MeetingKey, "19:meeting_forecasting@thread.v2");
export const otherMeeting = v.parse(MeetingKey, "19:meeting_other@thread.v2");
const decisionId = v.parse(DecisionId, "decision-1");

/** A row to be, saying nothing in particular. */
export function newRow(id: string, more: Partial<NewLogRow> = {}): NewLogRow {
  return {
    eventId: v.parse(EventId, id),
    decision: decisionId,
    meeting: meetingKey,
    kind: "person-arrived",
    previous: "",
    payload: '{"kind":"person-arrived"}',
    ...more,
  };
}

/** What every log of events promises. */
export function describeEventLog(name: string, open: () => Promise<EventLogTrial>): void {
  describe(`${name}: an event log`, () => {
    it("gives a row back as it was appended, stamped with its author", async () => {
      const { ana, anaId } = await open();
      const row = newRow("e-1", { previous: "a".repeat(64) });

      const kept = await ana.append(row);

      expect(kept).toMatchObject({ ...row, authorId: anaId });
      expect(kept.edited).toBeUndefined();
      expect((await ana.readMeeting(meetingKey)).rows).toEqual([kept]);
    });

    it("tells authors apart, by id and by lookup id", async () => {
      const { ana, ben, anaId, benId } = await open();
      const first = await ana.append(newRow("e-1"));
      const second = await ben.append(newRow("e-2"));

      expect([first.authorId, second.authorId]).toEqual([anaId, benId]);
      expect(first.authorLookupId).toBeDefined();
      expect(first.authorLookupId).not.toBe(second.authorLookupId);
    });

    it("gives later rows higher positions, and stamps whole seconds", async () => {
      const { ana, ben } = await open();
      const first = await ana.append(newRow("e-1"));
      const second = await ben.append(newRow("e-2"));

      expect(second.position).toBeGreaterThan(first.position);
      expect(first.atMs % 1000).toBe(0);
      expect(first.atMs).toBeGreaterThan(0);
    });

    it("refuses a second row with the same event id", async () => {
      const { ana, ben } = await open();
      await ana.append(newRow("e-1"));

      await expect(ben.append(newRow("e-1"))).rejects.toMatchObject({ kind: "already-exists" });
      expect((await ana.readMeeting(meetingKey)).rows).toHaveLength(1);
    });

    it("refuses a payload that would not fit, before anything is kept", async () => {
      const { ana } = await open();
      const long = newRow("e-1", { payload: JSON.stringify("x".repeat(30_000)) });

      await expect(ana.append(long)).rejects.toMatchObject({ kind: "rejected" });
      expect((await ana.readMeeting(meetingKey)).rows).toEqual([]);
    });

    it("keeps text that looks like markup, a formula or a quote exactly as it is", async () => {
      const { ana } = await open();
      const said = `=HYPERLINK("x") <script>alert('1')</script> {{card}} it's\n"ok" 😀`;
      const payload = JSON.stringify({ said });
      await ana.append(newRow("e-1", { payload }));

      const { rows } = await ana.readMeeting(meetingKey);

      expect(rows[0]?.payload).toBe(payload);
    });

    it("finds a row by its event id, and nothing by one it never got", async () => {
      const { ana, ben } = await open();
      const kept = await ana.append(newRow("e-1"));

      expect(await ben.find(kept.eventId as EventId)).toEqual(kept);
      expect(await ben.find(v.parse(EventId, "e-9"))).toBeUndefined();
    });

    it("tells event ids apart that differ in case only when looking one up", async () => {
      const { ana } = await open();
      await ana.append(newRow("e-a"));

      expect(await ana.find(v.parse(EventId, "E-A"))).toBeUndefined();
    });

    it("reads one meeting's rows, and one decision's over all its meetings", async () => {
      const { ana } = await open();
      await ana.append(newRow("e-1"));
      await ana.append(newRow("e-2", { meeting: otherMeeting }));
      await ana.append(newRow("e-3", { decision: v.parse(DecisionId, "decision-2") }));

      const meeting = (await ana.readMeeting(meetingKey)).rows.map(({ eventId }) => eventId);
      const decision = (await ana.readDecision(decisionId)).map(({ eventId }) => eventId);

      expect(meeting.toSorted()).toEqual(["e-1", "e-3"]);
      expect(decision.toSorted()).toEqual(["e-1", "e-2"]);
    });

    it("has no rows for a meeting nothing happened in, also when others have some", async () => {
      const { ana } = await open();
      expect((await ana.readMeeting(meetingKey)).rows).toEqual([]);
      await ana.append(newRow("e-1", { meeting: otherMeeting }));

      expect((await ana.readMeeting(meetingKey)).rows).toEqual([]);
    });

    it("says how far reading has come", async () => {
      const { ana } = await open();
      await ana.append(newRow("e-1"));
      await ana.append(newRow("e-2"));
      const told: number[] = [];

      await ana.readMeeting(meetingKey, (rows) => told.push(rows));

      expect(told.at(-1)).toBe(2);
    });

    it("follows with what came since, and then with nothing", async () => {
      const { ana, ben } = await open();
      await ana.append(newRow("e-1"));
      const { cursor } = await ben.readMeeting(meetingKey);
      const later = await ana.append(newRow("e-2"));

      const changes = await ben.follow(cursor);

      expect(changes).toMatchObject({ rows: [later], gone: [] });
      expect(await ben.follow(changes.cursor)).toMatchObject({ rows: [], gone: [] });
    });

    it("misses nothing that is appended while it reads", async () => {
      const { ana, ben } = await open();
      await ana.append(newRow("e-0"));
      const [read] = await Promise.all([
        ben.readMeeting(meetingKey),
        ...Array.from({ length: 8 }, (_, index) => ana.append(newRow(`e-${index + 1}`))),
      ]);

      const { rows } = await ben.follow(read.cursor);
      const seen = new Set([...read.rows, ...rows].map(({ eventId }) => eventId));

      expect(seen.size).toBe(9);
    });

    it("may be followed from the same place again", async () => {
      const { ana } = await open();
      const { cursor } = await ana.readMeeting(meetingKey);
      await ana.append(newRow("e-1"));

      const [first, second] = [await ana.follow(cursor), await ana.follow(cursor)];

      expect(second.rows).toEqual(first.rows);
    });

    it("gives a row that somebody changed as first written, with who changed it", async () => {
      const trial = await open();
      const kept = await trial.ana.append(newRow("e-1"));
      const { cursor } = await trial.ana.readMeeting(meetingKey);
      await trial.edit(kept.position);

      const { rows } = await trial.ana.follow(cursor);

      const by = { id: trial.editorId };
      expect(rows).toMatchObject([{ ...kept, edited: { by, original: "kept", now: "{}" } }]);
      expect((await trial.ana.readMeeting(meetingKey)).rows).toEqual(rows);
    });

    it("names the positions of rows that somebody deleted", async () => {
      const trial = await open();
      const kept = await trial.ana.append(newRow("e-1"));
      const { cursor } = await trial.ana.readMeeting(meetingKey);
      await trial.remove(kept.position);

      expect(await trial.ana.follow(cursor)).toMatchObject({ rows: [], gone: [kept.position] });
      expect((await trial.ana.readMeeting(meetingKey)).rows).toEqual([]);
    });

    it("never gives a position out twice, also after a deletion", async () => {
      const trial = await open();
      const first = await trial.ana.append(newRow("e-1"));
      await trial.remove(first.position);

      const second = await trial.ana.append(newRow("e-2"));

      expect(second.position).toBeGreaterThan(first.position);
    });

    it("asks to read afresh when the cursor is too old, and can be followed again then", async () => {
      const trial = await open();
      const { cursor } = await trial.ana.readMeeting(meetingKey);
      await trial.expireCursors();

      await expect(trial.ana.follow(cursor)).rejects.toMatchObject({ kind: "resync" });
      const again = await trial.ana.readMeeting(meetingKey);
      await trial.ana.append(newRow("e-1"));
      expect((await trial.ana.follow(again.cursor)).rows).toHaveLength(1);
    });

    it("asks to read afresh when the cursor makes no sense", async () => {
      const { ana } = await open();
      const { cursor } = await ana.readMeeting(meetingKey);

      const failure: unknown = await ana
        .follow(cursor.replace(/.$/u, "").replace(/\w+$/u, "zz"))
        .catch((error: unknown) => error);

      expect(failure).toBeInstanceOf(StoreError);
      expect(failure).toMatchObject({ kind: "resync" });
    });
  });
}
