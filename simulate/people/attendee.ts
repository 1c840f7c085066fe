import {
  type DecisionId,
  type MeetingKey,
  toDecisionId,
  toEventId,
  toPersonId,
} from "#domain/ids.ts";
import { type LogRow, toPayload } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { newMeeting } from "#domain/meeting-state.ts";
import type { Person } from "#domain/table/person.ts";
import { Follower } from "#flows/meeting/following.ts";
import { LogBook } from "#flows/meeting/log-book.ts";
import { announceStep } from "#flows/meeting/announcing.ts";
import { openLiveMeeting } from "#flows/meeting/open-live-meeting.ts";
import type { DecisionRegister, EventLog, OutboxItem, Push, World } from "#flows/ports.ts";
import { Speaker } from "#flows/meeting/speaking.ts";
import { memoryOutbox } from "../../tests/doubles/memory-outbox.ts";

/** What one attendee's browser is opened with. */
export interface Browser {
  readonly me: Person;
  readonly meeting: MeetingKey;
  readonly decision: string;
  readonly world: World;
  readonly log: EventLog;
  readonly register: DecisionRegister;
  readonly rowPush: Push;
  readonly stepPush: Push | undefined;
  readonly hearsFirst: boolean;
  /** How many people are at the table, as this browser knows it. */
  readonly present: () => number;
  /** Told of rows as they reach the browser. */
  readonly onRows: (rows: readonly LogRow[]) => void;
  /** Whether arrival is said as soon as the meeting was read. */
  readonly announcesArrival: boolean;
}

/** One person's browser in a simulated meeting. */
export interface Attendee {
  /** The id it was said under; undefined where this browser is not ready for it. */
  say(event: DecisionEvent): string | undefined;
  close(): void;
}

/** The product's own live meeting, whole: fold, rights and all. */
export function openWhole(browser: Browser): Attendee {
  const { me, meeting, world, register, rowPush, stepPush, announcesArrival } = browser;
  const live = openLiveMeeting({
    me,
    meeting,
    world,
    rowPush,
    ...(stepPush !== undefined && { stepPush }),
    announcesArrival,
    log: watched(browser, (rows) => rows),
    register,
    outbox: memoryOutbox(),
    clockOffsetMs: () => 0,
  });
  return {
    say(event) {
      if (live.picture().following.kind === "loading") return undefined;
      const said = live.say(event);
      return said.ok ? said.value : undefined;
    },
    close: () => live.close(),
  };
}

/**
 * The same without the fold, which takes no part in what is asked when: the product's follower,
 * speaker and governor, told by the simulation who is at the table. For tens of thousands.
 */
export function openLean(browser: Browser): Attendee {
  const { me, meeting, world, rowPush, stepPush, announcesArrival } = browser;
  const book = new LeanBook(meeting);
  const log = watched(browser, (rows) => book.leaveOne(rows));
  const settled = () => undefined;
  const speaker = new Speaker({
    log,
    world,
    meeting,
    me: me.id,
    outbox: memoryOutbox(),
    onWaiting: settled,
    onSaved: ({ row }: OutboxItem) => {
      // Steps are announced to so many people; what else the meeting is like does not matter.
      const someone = { person: me, how: "opened-the-tab", sinceMs: 0 } as const;
      const people = Array.from(
        { length: browser.present() },
        (_, n) => [toPersonId(`p${n}`), someone] as const,
      );
      void announceStep(browser.register, { ...newMeeting, presence: new Map(people) }, row);
    },
    onFailed: settled,
  });
  let hasArrived = !announcesArrival;
  const follower = new Follower({
    log,
    world,
    meeting,
    rowPush,
    stepPush,
    book,
    audience: browser.present,
    hearsFirst: () => browser.hearsFirst,
    isHidden: () => false,
    onChange() {
      if (hasArrived || follower.state.kind !== "live") return;
      hasArrived = true;
      say({ kind: "person-arrived" });
    },
  });
  const say = (event: DecisionEvent) => {
    const eventId = toEventId(world.newId());
    const decision = toDecisionId(browser.decision);
    const payload = toPayload(event, me.id);
    const row = { eventId, decision, meeting, kind: event.kind, previous: "", payload };
    void speaker.speak({ author: me.id, saidAtMs: world.now(), row });
    return eventId;
  };
  follower.askNow();
  return {
    say: (event) => (follower.state.kind === "loading" ? undefined : say(event)),
    close() {
      follower.stop();
      speaker.stop();
    },
  };
}

/** A book that keeps next to nothing, and asks for as much as the real one does. */
class LeanBook extends LogBook {
  #first: readonly LogRow[] | undefined;

  /** One row of no meeting says that there was news, and costs the book nothing. */
  leaveOne(rows: readonly LogRow[]): readonly LogRow[] {
    this.#first ??= rows;
    return rows.slice(0, 1).map((row) => ({ ...row, meeting: "" }));
  }

  override notBegun(): readonly DecisionId[] {
    const first = this.#first ?? [];
    const opened = first.find(({ kind }) => kind === "decision-opened");
    const hasBegun = first.some(({ kind }) => kind === "walk-started");
    return opened === undefined || hasBegun ? [] : [toDecisionId(opened.decision)];
  }

  override takeDecision(): boolean {
    return false;
  }
}

/** A log that tells of the rows it hands over, and hands over what is kept of them. */
function watched(
  { log, meeting: mine, onRows }: Browser,
  keep: (rows: readonly LogRow[]) => readonly LogRow[],
): EventLog {
  return {
    ...log,
    async readMeeting(meeting, onProgress) {
      const { rows, cursor } = await log.readMeeting(meeting, onProgress);
      onRows(rows);
      return { rows: keep(rows), cursor };
    },
    async follow(cursor) {
      const changes = await log.follow(cursor);
      onRows(changes.rows.filter(({ meeting }) => meeting === mine));
      return { ...changes, rows: keep(changes.rows) };
    },
    async append(row) {
      const kept = await log.append(row);
      onRows([kept]);
      return kept;
    },
    async find(event) {
      const row = await log.find(event);
      if (row !== undefined) onRows([row]);
      return row;
    },
  };
}
