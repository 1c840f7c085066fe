import type { LogEntry } from "#domain/log/entry.ts";
import type { DecisionId } from "#domain/ids.ts";
import type { DecisionRegister, KeptDecision, World } from "#flows/ports.ts";
import { StoreError, isWorthAnotherTry } from "#flows/store-error.ts";
import { rowStanding } from "./row-standing.ts";
import { TryingAgain } from "./trying-again.ts";

/** Whether the Decisions row says what the log tells. */
export type RowState =
  | { readonly kind: "kept" }
  | { readonly kind: "writing" }
  /** Trying again by itself where that can help. */
  | { readonly kind: "failed"; readonly why: StoreError }
  /** It says what the log never told: left alone, until somebody asks to put it right. */
  | { readonly kind: "changed-by-hand" };

/** How often a row that seems to tell of more than the log is looked at again, and how far apart. */
const looks = 3;
const lookAgainMs = 2000;

/** What keeping a row in step with its log needs. */
export interface RowNeeds {
  readonly register: DecisionRegister;
  readonly world: World;
  readonly decision: DecisionId;
  /** The log as the list has it now, with what this browser knows beyond that. */
  readonly readEntries: () => Promise<readonly LogEntry[]>;
  readonly onKept: (kept: KeptDecision) => void;
  readonly onChange: () => void;
}

/**
 * Writes into a decided decision's row what its log tells of the time since. If-Match keeps two
 * browsers from writing over each other; whoever loses reads both again.
 */
export class RowKeeper {
  readonly #needs: RowNeeds;
  readonly #again: TryingAgain;
  #state: RowState = { kind: "kept" };
  #looked = 0;
  #isAtWork = false;
  #hasMore = false;
  #mayOverwrite = false;
  #hasStopped = false;

  constructor(needs: RowNeeds) {
    this.#needs = needs;
    this.#again = new TryingAgain(needs.world);
  }

  get state(): RowState {
    return this.#state;
  }

  /** Brings the row up to date, now and after every failure that can pass. */
  bringUp(): void {
    this.#again.cancel();
    this.#hasMore = true;
    if (!this.#isAtWork) void this.#work();
  }

  /** Writes what the log tells also over what somebody changed by hand. */
  putRight(): void {
    this.#mayOverwrite = true;
    this.bringUp();
  }

  stop(): void {
    this.#hasStopped = true;
    this.#again.cancel();
  }

  async #work(): Promise<void> {
    this.#isAtWork = true;
    try {
      while (this.#hasMore && !this.#hasStopped) {
        this.#hasMore = false;
        this.#become({ kind: "writing" });
        await this.#write();
        this.#again.wentWell();
      }
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.#fail(error);
    } finally {
      this.#isAtWork = false;
    }
  }

  async #write(): Promise<void> {
    const { register, decision, readEntries, onKept } = this.#needs;
    const [entries, kept] = await Promise.all([readEntries(), register.find(decision)]);
    if (kept === undefined) throw new StoreError("not-found", "The row is gone");
    const standing = rowStanding(kept.row, entries);
    if (standing?.kind === "ahead-or-changed" && !this.#mayOverwrite) {
      onKept(kept);
      this.#lookAgain();
      return;
    }
    const isBehind = standing !== undefined && standing.kind !== "as-told";
    onKept(isBehind ? await register.write(kept, standing.toBe) : kept);
    this.#mayOverwrite = false;
    this.#looked = 0;
    this.#become({ kind: "kept" });
  }

  /** A colleague's row may be on its way: only what stays as it is was changed by hand. */
  #lookAgain(): void {
    this.#looked += 1;
    if (this.#looked >= looks) {
      this.#looked = 0;
      this.#become({ kind: "changed-by-hand" });
      return;
    }
    this.#again.in(lookAgainMs, () => this.bringUp());
  }

  #fail(why: StoreError): void {
    if (this.#hasStopped) return;
    this.#become({ kind: "failed", why });
    if (isWorthAnotherTry(why.kind)) this.#again.later(why, () => this.bringUp());
  }

  #become(state: RowState): void {
    if (this.#hasStopped) return;
    this.#state = state;
    this.#needs.onChange();
  }
}
