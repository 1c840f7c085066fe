import type { DecisionId, MeetingKey } from "#domain/ids.ts";
import { nextAskInMs, pressureAfter, roundTable, tryAgainInMs } from "./governor.ts";
import type { Following } from "./live-meeting.ts";
import type { LogBook } from "./log-book.ts";
import type { Cursor, EventLog, Push, World } from "#flows/ports.ts";
import { StoreError, isPassing } from "#flows/store-error.ts";

/** What a follower needs: the list, the book to fill, and who shares the budget. */
export interface FollowerNeeds {
  readonly log: EventLog;
  /** Word of every row of the events list; absent where push cannot be had. */
  readonly rowPush?: Push | undefined;
  /** Word of the facilitator's steps only: for those who need no more in a large meeting. */
  readonly stepPush?: Push | undefined;
  readonly world: World;
  readonly book: LogBook;
  readonly meeting: MeetingKey;
  /** How many people are at the table. */
  readonly audience: () => number;
  /** Whether this person decides or leads, and so hears first. */
  readonly hearsFirst: () => boolean;
  readonly isHidden: () => boolean;
  /** Called whenever the book or the state changed. */
  readonly onChange: () => void;
}

/** How long after its word a row may take to be seen, as a rule. */
const visibleAfterMs = 2000;

/**
 * Reads a meeting and follows what changes, for as long as a surface is open. Push says when to ask,
 * the governor how soon; every failure is a state, never an exception: what may pass is tried again,
 * what may not is said.
 */
export class Follower {
  readonly #needs: FollowerNeeds;
  #state: Following = { kind: "loading", rows: 0 };
  #cursor: Cursor | undefined;
  #failures = 0;
  #pressure = 1;
  #askedAtMs = 0;
  #isAsking = false;
  #isPushed = false;
  #hasNews = false;
  #isSecondLook = false;
  #heard: Push | undefined;
  #hasStopped = false;
  #cancel: () => void = () => undefined;
  #stopListening: () => void = () => undefined;

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
    this.#stopListening();
  }

  async #ask(): Promise<void> {
    const hadNews = this.#hasNews;
    this.#isAsking = true;
    this.#hasNews = false;
    this.#askedAtMs = this.#needs.world.now();
    let failure: StoreError | undefined;
    let foundAny = true;
    try {
      const isFirst = this.#cursor === undefined;
      if (this.#cursor === undefined) await this.#load();
      else foundAny = await this.#catchUp(this.#cursor);
      const { book, hearsFirst } = this.#needs;
      await this.#readCarried(isFirst ? book.toReadAtFirst() : book.toRead());
      this.#failures = 0;
      if (this.#state.kind !== "live") this.#become({ kind: "live" });
      // Seldom so, and nobody waits for it: whoever may begin here learns that it is elsewhere.
      if (isFirst && hearsFirst()) await this.#readCarried(book.notBegun());
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      failure = error;
      this.#fail(error);
    } finally {
      this.#isAsking = false;
    }
    this.#pressure = pressureAfter(this.#pressure, failure?.kind === "throttled");
    if (this.#hasStopped || this.#state.kind === "stopped") return;
    this.#listen();
    if (failure !== undefined) this.#wait(this.#tryAgainInMs(failure));
    else if (hadNews && !foundAny && !this.#isSecondLook) this.#lookAgain();
    else {
      this.#isSecondLook = false;
      this.#wait(this.#nextAskInMs());
    }
  }

  /** Word can come before the row can be seen: one more look, unless further word comes first. */
  #lookAgain(): void {
    this.#isSecondLook = true;
    this.#wait(visibleAfterMs + this.#nextAskInMs(true));
  }

  async #load(): Promise<void> {
    const { log, meeting, book } = this.#needs;
    const read = await log.readMeeting(meeting, (rows) => {
      if (this.#state.kind === "loading") this.#become({ kind: "loading", rows });
    });
    const carried = await Promise.all(book.whole().map((decision) => log.readDecision(decision)));
    if (book.takeAll([...read.rows, ...carried.flat()])) this.#tell();
    this.#cursor = read.cursor;
  }

  /** A decision that came from another meeting, or went there, is told by its rows there too. */
  async #readCarried(decisions: readonly DecisionId[]): Promise<void> {
    const { log, book } = this.#needs;
    for (const decision of decisions) {
      const rows = await log.readDecision(decision);
      if (book.takeDecision(decision, rows)) this.#tell();
    }
  }

  /** Whether anything at all had changed in the list, known here or not. */
  async #catchUp(cursor: Cursor): Promise<boolean> {
    const { log, book } = this.#needs;
    const changes = await log.follow(cursor);
    this.#cursor = changes.cursor;
    const hasChanged = [book.take(changes.rows), book.drop(changes.gone)].some(Boolean);
    if (hasChanged) this.#tell();
    return changes.rows.length + changes.gone.length > 0;
  }

  #fail(error: StoreError): void {
    this.#failures += 1;
    if (error.kind === "resync") this.#cursor = undefined;
    else if (isPassing(error.kind)) {
      const sinceMs = this.#state.kind === "behind" ? this.#state.sinceMs : this.#needs.world.now();
      this.#become({ kind: "behind", sinceMs, why: error });
    } else this.#become({ kind: "stopped", why: error });
  }

  /** Hears of every row at a round table and as one who decides, of steps only otherwise. */
  #listen(): void {
    const { rowPush, stepPush, audience, hearsFirst } = this.#needs;
    const needsRows = audience() <= roundTable || hearsFirst();
    const push = needsRows ? rowPush : (stepPush ?? rowPush);
    if (push === this.#heard) return;
    this.#stopListening();
    this.#heard = push;
    this.#isPushed = false;
    this.#stopListening =
      push?.listen(
        () => this.#onNews(),
        (isUp) => this.#onPushState(isUp),
      ) ?? (() => undefined);
  }

  #onNews(): void {
    // More of the same word changes nothing: the turn that the first one got is kept.
    if (this.#hasNews) return;
    this.#hasNews = true;
    this.#waitAnew();
  }

  #onPushState(isUp: boolean): void {
    if (this.#isPushed === isUp) return;
    this.#isPushed = isUp;
    this.#waitAnew();
  }

  /** Chooses the next turn again; one that is under way, or was put off by a failure, stays. */
  #waitAnew(): void {
    if (this.#hasStopped || this.#isAsking || this.#failures > 0) return;
    this.#wait(this.#nextAskInMs());
  }

  #nextAskInMs(hasNews = this.#hasNews): number {
    const { world, audience, hearsFirst, isHidden } = this.#needs;
    return nextAskInMs({
      audience: audience(),
      hearsFirst: hearsFirst(),
      isPushed: this.#isPushed,
      hasNews,
      isHidden: isHidden(),
      sinceLastAskMs: world.now() - this.#askedAtMs,
      pressure: this.#pressure,
      chance: world.random(),
    });
  }

  #tryAgainInMs({ details: { retryAfterSeconds } }: StoreError): number {
    const chance = this.#needs.world.random();
    return tryAgainInMs({ failures: this.#failures, chance, retryAfterSeconds });
  }

  #wait(ms: number): void {
    this.#cancel();
    this.#cancel = this.#needs.world.after(ms, () => this.askNow());
  }

  #become(state: Following): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    if (!this.#hasStopped) this.#needs.onChange();
  }
}
