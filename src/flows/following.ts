import type { MeetingKey } from "#domain/ids.ts";
import { nextAskInMs } from "./governor.ts";
import type { Following } from "./live-meeting.ts";
import type { LogBook } from "./log-book.ts";
import type { Cursor, EventLog, World } from "./ports.ts";
import { StoreError, isPassing } from "./store-error.ts";

/** What a follower needs: the list, the book to fill, and how many people share the budget. */
export interface FollowerNeeds {
  readonly log: EventLog;
  readonly world: World;
  readonly book: LogBook;
  readonly meeting: MeetingKey;
  readonly audience: () => number;
  /** Called whenever the book or the state changed. */
  readonly onChange: () => void;
}

/**
 * Reads a meeting and follows what changes, for as long as a surface is open. Every failure is a
 * state, never an exception: what may pass is tried again, what may not is said.
 */
export class Follower {
  readonly #needs: FollowerNeeds;
  #state: Following = { kind: "loading", rows: 0 };
  #cursor: Cursor | undefined;
  #failures = 0;
  #isAsking = false;
  #hasStopped = false;
  #cancel: () => void = () => undefined;

  constructor(needs: FollowerNeeds) {
    this.#needs = needs;
  }

  get state(): Following {
    return this.#state;
  }

  /** Asks at once instead of at the next turn; also begins, and begins again after a stop. */
  askNow(): void {
    if (this.#isAsking || this.#hasStopped) return;
    this.#cancel();
    if (this.#state.kind === "stopped") this.#become({ kind: "loading", rows: 0 });
    void this.#ask();
  }

  stop(): void {
    this.#hasStopped = true;
    this.#cancel();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    let retryAfterSeconds: number | undefined;
    try {
      await (this.#cursor === undefined ? this.#load() : this.#catchUp(this.#cursor));
      this.#failures = 0;
      if (this.#state.kind !== "live") this.#become({ kind: "live" });
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      retryAfterSeconds = error.details.retryAfterSeconds;
      this.#fail(error);
    } finally {
      this.#isAsking = false;
    }
    if (this.#state.kind !== "stopped") this.#takeTurn(retryAfterSeconds);
  }

  async #load(): Promise<void> {
    const { log, meeting, book } = this.#needs;
    const read = await log.readMeeting(meeting, (rows) => {
      if (this.#state.kind === "loading") this.#become({ kind: "loading", rows });
    });
    if (book.take(read.rows)) this.#tell();
    this.#cursor = read.cursor;
  }

  async #catchUp(cursor: Cursor): Promise<void> {
    const { log, book } = this.#needs;
    const changes = await log.follow(cursor);
    this.#cursor = changes.cursor;
    const hasNews = [book.take(changes.rows), book.drop(changes.gone)].some(Boolean);
    if (hasNews) this.#tell();
  }

  #fail(error: StoreError): void {
    this.#failures += 1;
    if (error.kind === "resync") this.#cursor = undefined;
    else if (isPassing(error.kind)) {
      const sinceMs = this.#state.kind === "behind" ? this.#state.sinceMs : this.#needs.world.now();
      this.#become({ kind: "behind", sinceMs, why: error });
    } else this.#become({ kind: "stopped", why: error });
  }

  #takeTurn(retryAfterSeconds: number | undefined): void {
    if (this.#hasStopped) return;
    const { world, audience } = this.#needs;
    const ms = nextAskInMs({
      audience: audience(),
      chance: world.random(),
      failures: this.#failures,
      retryAfterSeconds,
    });
    this.#cancel = world.after(ms, () => this.askNow());
  }

  #become(state: Following): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    if (!this.#hasStopped) this.#needs.onChange();
  }
}
