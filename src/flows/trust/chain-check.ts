import type { LogEntry } from "#domain/log/entry.ts";
import { type Tampering, signAbout } from "#domain/log/tampering.ts";
import { canonicalEntry } from "#domain/record/canonical.ts";
import type { World } from "#flows/ports.ts";

/** How long a row may be late before its absence means something, in milliseconds. */
const graceMs = 60_000;

/** Entries hashed in one go: a long log is not to hold up the screen. */
const atOnce = 200;

/** What checking needs; `holds` says whether an entry is still in the book. */
export interface ChainCheckNeeds {
  readonly world: Pick<World, "now" | "after" | "sha256">;
  readonly holds: (position: number) => boolean;
  readonly onChange: () => void;
}

/**
 * Whether each event's predecessor is in the log as its author had seen it: how whoever comes later
 * learns of rows that were deleted, or changed without a trace. Hashes every entry once.
 */
export class ChainCheck {
  readonly #needs: ChainCheckNeeds;
  readonly #known = new Set<string>();
  /** Entries that wait for their predecessor, by its hash, and since when. */
  readonly #waiting = new Map<string, { readonly entry: LogEntry; readonly sinceMs: number }[]>();
  #work: Promise<void> = Promise.resolve();
  #hasStopped = false;
  #cancel: () => void = () => undefined;

  constructor(needs: ChainCheckNeeds) {
    this.#needs = needs;
  }

  /** Takes up the entries that are new. */
  look(entries: readonly LogEntry[]): void {
    if (entries.length === 0 || this.#hasStopped) return;
    this.#work = this.#work.then(() => this.#check(entries));
  }

  /** The entries whose predecessor has been missing for too long to be only late. */
  unlinked(): readonly Tampering[] {
    const dueMs = this.#needs.world.now() - graceMs;
    return Array.from(this.#waiting.values())
      .flat()
      .filter(({ entry, sinceMs }) => sinceMs <= dueMs && this.#needs.holds(entry.position))
      .map(({ entry }) => signAbout("unlinked", entry));
  }

  stop(): void {
    this.#hasStopped = true;
    this.#cancel();
  }

  async #check(entries: readonly LogEntry[]): Promise<void> {
    const { world, onChange } = this.#needs;
    const before = this.unlinked().length;
    for (let start = 0; start < entries.length; start += atOnce) {
      const some = entries.slice(start, start + atOnce);
      const hashes = await Promise.all(some.map((entry) => world.sha256(canonicalEntry(entry))));
      for (const hash of hashes) {
        this.#known.add(hash);
        this.#waiting.delete(hash);
      }
    }
    for (const entry of entries) {
      const { previous } = entry;
      if (previous === "" || this.#known.has(previous)) continue;
      const others = this.#waiting.get(previous) ?? [];
      this.#waiting.set(previous, [...others, { entry, sinceMs: world.now() }]);
    }
    if (this.#hasStopped) return;
    this.#cancel();
    if (this.#waiting.size > 0) this.#cancel = world.after(graceMs, onChange);
    if (this.unlinked().length !== before) onChange();
  }
}
