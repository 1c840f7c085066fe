import { meetingOf } from "#domain/fold/resuming.ts";
import type { DecisionId, EventId } from "#domain/ids.ts";
import type { LogEntry, LogRow } from "#domain/log/entry.ts";
import type { DecisionEvent } from "#domain/log/event.ts";
import { type Meeting, newMeeting } from "#domain/meeting-state.ts";
import { canonicalEntry } from "#domain/record/canonical.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Result, ok, refuse } from "#domain/result.ts";
import { may } from "#domain/rights/judge.ts";
import { isPreparer } from "#domain/rights/people.ts";
import { RecordKeeper } from "#flows/meeting/keeping-record.ts";
import type { Picture, Saying } from "#flows/meeting/live-meeting.ts";
import { itemOf } from "#flows/meeting/outbox-item.ts";
import { type Sayings, newSayings } from "#flows/meeting/sayings.ts";
import { Speaker } from "#flows/meeting/speaking.ts";
import { Story as RecordedStory } from "#flows/meeting/story.ts";
import type { KeptDecision, OutboxItem } from "#flows/ports.ts";
import { StoreError, isPassing } from "#flows/store-error.ts";
import type { Story } from "#flows/trust/auditing.ts";
import { DecisionLog } from "./decision-log.ts";
import type { DecisionPicture, OpenDecision, OpenDecisionNeeds } from "./decision-picture.ts";
import { RowKeeper } from "./keeping-row.ts";
import { isInStep, isRecorded } from "./row-standing.ts";
import { TryingAgain } from "./trying-again.ts";

/** How often to look whether another window has sent what waits here, in milliseconds. */
const lookAgainMs = 30_000;

/**
 * Opens one decision outside a meeting: reads its log, says what may be added afterwards exactly
 * once, and keeps its row in step. Works until `close`; never throws.
 */
export function openDecision(needs: OpenDecisionNeeds): OpenDecision {
  const open = new DecisionAtHand(needs);
  open.begin();
  return open;
}

class DecisionAtHand implements OpenDecision {
  readonly #needs: OpenDecisionNeeds;
  readonly #decision: DecisionId;
  readonly #log: DecisionLog;
  readonly #sayings: Sayings = newSayings();
  readonly #heard = {
    has: (event: EventId) => this.#log.story?.entries.some(({ id }) => id === event) ?? false,
    meeting: () => this.#log.story?.meeting ?? newMeeting,
    isPassedOver: () => false,
  };
  readonly #listeners = new Set<() => void>();
  readonly #row: RowKeeper;
  readonly #again: TryingAgain;
  #kept: KeptDecision;
  #following: Picture["following"] = { kind: "loading", rows: 0 };
  #speaker: Speaker | undefined;
  #record: RecordKeeper | undefined;
  #spoken: Promise<void> = Promise.resolve();
  #shown: DecisionPicture | undefined;
  #isClosing = false;
  #hasStopped = false;
  #cancelLook: () => void = () => undefined;

  constructor(needs: OpenDecisionNeeds) {
    this.#needs = needs;
    this.#kept = needs.kept;
    this.#decision = needs.kept.row.decision;
    const { log, register, world, onLookupIds } = needs;
    this.#again = new TryingAgain(world);
    this.#log = new DecisionLog({ log, world, decision: this.#decision, onLookupIds });
    this.#row = new RowKeeper({
      register,
      world,
      decision: this.#decision,
      readEntries: () => this.#log.read(),
      onKept: (kept) => {
        this.#kept = kept;
      },
      onChange: () => this.#changed(),
    });
  }

  begin(): void {
    void this.#read();
    this.#lookAgainLater();
  }

  /** Another window of this browser may have sent what waits here: then the list has it. */
  #lookAgainLater(): void {
    this.#cancelLook = this.#needs.world.after(lookAgainMs, () => {
      if (this.#isWaiting() && this.#following.kind === "live") void this.#read();
      this.#lookAgainLater();
    });
  }

  #isWaiting(): boolean {
    return this.#sayings.list(this.#heard).some(({ state }) => state.kind === "waiting");
  }

  picture(): DecisionPicture {
    this.#shown ??= {
      me: this.#needs.me,
      meeting: this.#ahead(),
      sayings: this.#sayings.list(this.#heard),
      following: this.#following,
      recording: this.#record?.state ?? { kind: "idle" },
      unreadable: this.#log.story?.unreadable ?? [],
      tampering: [...(this.#log.story?.tampering ?? []), ...this.#log.unlinked],
      clockOffsetMs: this.#needs.clockOffsetMs(),
      story: this.#log.story,
      kept: this.#kept,
      row: this.#row.state,
      unlinked: this.#log.unlinked,
    };
    return this.#shown;
  }

  subscribe(onChange: () => void): () => void {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  }

  say(event: DecisionEvent): Result<EventId, Refusal> {
    const ahead = this.#ahead();
    const refusal = may(ahead, this.#needs.me.id, event, this.#serverNow());
    const meeting = meetingOf(ahead)?.key;
    if (refusal !== undefined) return refuse(refusal);
    if (meeting === undefined) return refuse({ reason: "not-opened" });
    const item = itemOf(event, { ...this.#needs, meeting, decision: this.#decision });
    this.#sayings.add(item, event);
    this.#speak(item, this.#log.story?.entries.at(-1));
    this.#changed();
    return ok(item.row.eventId);
  }

  /** A decision is taken up in a meeting, never outside one. */
  takeUp(): Promise<Result<EventId, Refusal>> {
    return Promise.resolve(refuse({ reason: "already-opened" }));
  }

  tryAgain(saying: EventId): void {
    this.#settle(saying, { kind: "waiting", sinceMs: this.#needs.world.now() });
    this.#speaker?.tryAgain(saying);
  }

  discard(saying: EventId): void {
    this.#sayings.remove(saying);
    void this.#speaker?.discard(saying);
    this.#changed();
  }

  putRight(): void {
    this.#row.putRight();
  }

  refresh(): void {
    void this.#read();
  }

  leave(): void {
    this.close();
  }

  /** What was said last is still brought into list and row. */
  close(): void {
    this.#isClosing = true;
    this.#listeners.clear();
    this.#stopOnceDone();
  }

  #stopOnceDone(): void {
    const isWriting = this.#row.state.kind === "writing" || this.#record?.state.kind === "writing";
    if (this.#isWaiting() || isWriting) return;
    this.#hasStopped = true;
    this.#again.cancel();
    this.#cancelLook();
    this.#speaker?.stop();
    this.#record?.stop();
    this.#row.stop();
  }

  /** Reads the log and sets about whatever is left to do, by whoever may. */
  async #read(): Promise<void> {
    this.#again.cancel();
    try {
      await this.#log.read();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#readLater(error);
      return;
    }
    if (this.#hasStopped) return;
    this.#again.wentWell();
    this.#following = { kind: "live" };
    this.#changed();
    await this.#beginToSpeak();
    this.#lookAfterRow();
  }

  #readLater(why: StoreError): void {
    if (this.#hasStopped) return;
    const sinceMs = this.#needs.world.now();
    this.#following = isPassing(why.kind)
      ? { kind: "behind", sinceMs, why }
      : { kind: "stopped", why };
    this.#changed();
    if (isPassing(why.kind)) this.#again.later(why, () => void this.#read());
  }

  async #beginToSpeak(): Promise<void> {
    const meeting = meetingOf(this.#log.story?.meeting ?? newMeeting)?.key;
    if (this.#speaker !== undefined || meeting === undefined) return;
    const { log, outbox, world, me } = this.#needs;
    const settle = (item: OutboxItem, state: Saying["state"]) =>
      this.#settle(item.row.eventId, state);
    this.#speaker = new Speaker({
      log,
      outbox,
      world,
      meeting,
      me: me.id,
      onWaiting: (item, why) => settle(item, { kind: "waiting", sinceMs: item.saidAtMs, why }),
      onFailed: (item, why) => settle(item, { kind: "failed", why }),
      onSaved: (item, row) => void this.#saved(item, row),
    });
    for (const item of await this.#speaker.resume()) {
      if (item.row.decision === this.#decision) this.#sayings.addUnsent(item);
    }
    this.#changed();
  }

  async #saved(item: OutboxItem, row: LogRow): Promise<void> {
    if (item.row.decision !== this.#decision || this.#hasStopped) return;
    await this.#log.takeOwn(row);
    this.#lookAfterRow();
    this.#settle(item.row.eventId, { kind: "saved", atMs: this.#needs.world.now() });
  }

  /** The record where it was never written, else what happened since. */
  #lookAfterRow(): void {
    const story = this.#log.story;
    const closing = story?.meeting.closing;
    if (story === undefined || closing === undefined || this.#hasStopped) return;
    const { me } = this.#needs;
    const mayKeep = isPreparer(story.meeting, me) || closing.presence.has(me.id);
    if (!mayKeep) return;
    const hasRecord = isRecorded(this.#kept.row, story.entries, closing.position);
    if (!hasRecord && story.meeting.record === undefined) this.#keepRecord(story);
    else if (!hasRecord || !isInStep(this.#kept.row, story.entries)) this.#row.bringUp();
  }

  #keepRecord({ entries }: Story): void {
    const { log, register, world, me } = this.#needs;
    this.#record ??= new RecordKeeper({
      log,
      register,
      world,
      me,
      onChange: () => this.#changed(),
      say: (event) => this.say(event),
    });
    const story = new RecordedStory();
    for (const entry of entries) story.add(entry);
    this.#record.look(story);
  }

  /** One after the other, so that the outbox holds them in the order they were said. */
  #speak(item: OutboxItem, last: LogEntry | undefined): void {
    this.#spoken = this.#spoken.then(async () => {
      const previous = last && (await this.#needs.world.sha256(canonicalEntry(last)));
      await this.#speaker?.speak({ ...item, row: { ...item.row, previous: previous ?? "" } });
    });
  }

  #settle(id: EventId, state: Saying["state"]): void {
    this.#sayings.settle(id, state);
    this.#changed();
  }

  #changed(): void {
    if (this.#hasStopped) return;
    this.#shown = undefined;
    if (this.#isClosing) this.#stopOnceDone();
    for (const listener of this.#listeners) listener();
  }

  #serverNow(): number {
    return this.#needs.world.now() + this.#needs.clockOffsetMs();
  }

  #ahead(): Meeting {
    return this.#sayings.over(
      this.#heard.meeting(),
      this.#heard,
      this.#needs.me,
      this.#serverNow(),
    );
  }
}
