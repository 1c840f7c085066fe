import type { EventId, MeetingKey, PersonId } from "#domain/ids.ts";
import type { LogRow } from "#domain/log/entry.ts";
import { tryAgainInMs } from "./governor.ts";
import type { EventLog, Outbox, OutboxItem, World } from "#flows/ports.ts";
import { StoreError, isWorthAnotherTry } from "#flows/store-error.ts";

/** How often the outbox is looked into for what other windows left there, in milliseconds. */
const lookAgainMs = 30_000;

/** What a speaker needs, and whom it tells what became of each thing said. */
export interface SpeakerNeeds {
  readonly log: EventLog;
  readonly outbox: Outbox;
  readonly world: World;
  readonly me: PersonId;
  readonly meeting: MeetingKey;
  readonly onWaiting: (item: OutboxItem, why: StoreError) => void;
  readonly onSaved: (item: OutboxItem, row: LogRow) => void;
  readonly onFailed: (item: OutboxItem, why: StoreError) => void;
}

/**
 * Brings what a person said into the list, in order, each thing exactly once. A create may have
 * been done although no answer came back: so everything that was ever tried is looked up by its
 * event id before it is tried again, and leaves the outbox only once its row was seen.
 */
export class Speaker {
  readonly #needs: SpeakerNeeds;
  /** Said here and never sent from here: the list cannot have it, unless another window tried. */
  readonly #untried = new Set<EventId>();
  /** Failed for good; only the person can send it again. */
  readonly #givenUp = new Set<EventId>();
  #failures = 0;
  #isSending = false;
  #isPausing = false;
  #hasMore = false;
  #hasStopped = false;
  #cancel: () => void = () => undefined;
  #cancelLook: () => void = () => undefined;

  constructor(needs: SpeakerNeeds) {
    this.#needs = needs;
  }

  /** Keeps it in this browser, then sends it. */
  async speak(item: OutboxItem): Promise<void> {
    await this.#needs.outbox.put(item);
    this.#untried.add(item.row.eventId);
    this.#go();
  }

  /** What an earlier life of this browser left unsent; it is sent now. */
  async resume(): Promise<readonly OutboxItem[]> {
    const { outbox, me, meeting } = this.#needs;
    const left = await outbox.waiting(me, meeting);
    if (left.length > 0) this.#go();
    this.#lookAgainLater();
    return left;
  }

  tryAgain(event: EventId): void {
    this.#givenUp.delete(event);
    this.#failures = 0;
    this.#go();
  }

  async discard(event: EventId): Promise<void> {
    this.#givenUp.delete(event);
    await this.#needs.outbox.remove(event);
  }

  stop(): void {
    this.#hasStopped = true;
    this.#cancel();
    this.#cancelLook();
  }

  /** Another window may have been closed before it had sent everything: then it is sent from here. */
  #lookAgainLater(): void {
    if (this.#hasStopped) return;
    this.#cancelLook = this.#needs.world.after(lookAgainMs, () => {
      if (!this.#isPausing) this.#go();
      this.#lookAgainLater();
    });
  }

  #go(): void {
    this.#cancel();
    this.#isPausing = false;
    this.#hasMore = true;
    if (!this.#isSending) void this.#sendWhileMore();
  }

  async #sendWhileMore(): Promise<void> {
    this.#isSending = true;
    try {
      while (this.#hasMore && !this.#hasStopped) {
        this.#hasMore = false;
        // One after the other on purpose: the list is to have them in the order they were said.
        await this.#sendAll();
      }
    } finally {
      this.#isSending = false;
    }
  }

  async #sendAll(): Promise<void> {
    const { outbox, me, meeting } = this.#needs;
    const pause = await outbox.alone(me, meeting, async () => {
      for (const item of await outbox.waiting(me, meeting)) {
        if (this.#givenUp.has(item.row.eventId)) continue;
        const why = await this.#send(item);
        if (why !== undefined || this.#hasStopped) return why;
      }
      return undefined;
    });
    if (pause !== undefined) this.#tryLater(pause);
  }

  /** Why sending has to pause; undefined when this item is done with, one way or the other. */
  async #send(item: OutboxItem): Promise<StoreError | undefined> {
    try {
      const row = await this.#deliver(item);
      await this.#needs.outbox.remove(item.row.eventId);
      this.#failures = 0;
      this.#needs.onSaved(item, row);
      return undefined;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // "Exists already" counts only after the row was seen: it is looked up on the next turn.
      if (isWorthAnotherTry(error.kind)) {
        this.#needs.onWaiting(item, error);
        return error;
      }
      this.#givenUp.add(item.row.eventId);
      this.#needs.onFailed(item, error);
      return undefined;
    }
  }

  async #deliver(item: OutboxItem): Promise<LogRow> {
    const { log, outbox } = this.#needs;
    const { row, isTried = false } = item;
    if (!this.#untried.delete(row.eventId) || isTried) {
      const there = await log.find(row.eventId);
      if (there !== undefined) return there;
      // The window it was said in may still be there, and take it for never sent.
      if (!isTried) await outbox.put({ ...item, isTried: true });
    }
    return await log.append(row);
  }

  #tryLater({ details: { retryAfterSeconds } }: StoreError): void {
    if (this.#hasStopped) return;
    this.#isPausing = true;
    this.#failures += 1;
    const { world } = this.#needs;
    const failures = this.#failures;
    const ms = tryAgainInMs({ failures, chance: world.random(), retryAfterSeconds });
    this.#cancel = world.after(ms, () => this.#go());
  }
}
