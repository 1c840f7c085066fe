import type { DecisionId } from "#domain/ids.ts";
import type { LogEntry, LogRow } from "#domain/log/entry.ts";
import type { Tampering } from "#domain/log/tampering.ts";
import type { EventLog, World } from "#flows/ports.ts";
import { type Story, findUnlinked, tellStory } from "#flows/trust/auditing.ts";

interface DecisionLogNeeds {
  readonly log: EventLog;
  readonly world: World;
  readonly decision: DecisionId;
  readonly onLookupIds?: ((ids: ReadonlyMap<string, string>) => void) | undefined;
}

/** The rows one browser has seen of one decision, whichever meetings it went through. */
export class DecisionLog {
  readonly #needs: DecisionLogNeeds;
  readonly #rows = new Map<number, LogRow>();
  /** Written from here: they stay, also where the list does not show them yet. */
  readonly #own = new Set<number>();
  #story: Story | undefined;
  #unlinked: readonly Tampering[] = [];

  constructor(needs: DecisionLogNeeds) {
    this.#needs = needs;
  }

  /** Undefined until it was read. */
  get story(): Story | undefined {
    return this.#story;
  }

  /** Events whose author had seen a row that is no longer in the log as it was. */
  get unlinked(): readonly Tampering[] {
    return this.#unlinked;
  }

  /** Reads the log afresh; what it no longer has counts no longer. Throws StoreError. */
  async read(): Promise<readonly LogEntry[]> {
    const rows = await this.#needs.log.readDecision(this.#needs.decision);
    for (const position of this.#rows.keys()) {
      if (!this.#own.has(position)) this.#rows.delete(position);
    }
    for (const row of rows) this.#rows.set(row.position, row);
    return await this.#tell();
  }

  /** Takes in what SharePoint answered to an append. */
  async takeOwn(row: LogRow): Promise<void> {
    this.#own.add(row.position);
    this.#rows.set(row.position, row);
    await this.#tell();
  }

  async #tell(): Promise<readonly LogEntry[]> {
    const { world, onLookupIds } = this.#needs;
    const rows = [...this.#rows.values()];
    const story = tellStory(rows);
    this.#unlinked = await findUnlinked(story.rows, (text) => world.sha256(text));
    this.#story = story;
    onLookupIds?.(lookupIdsIn(rows));
    return story.entries;
  }
}

function lookupIdsIn(rows: readonly LogRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ authorId, authorLookupId: id }) =>
      id === undefined ? [] : [[authorId.toLowerCase(), id] as const],
    ),
  );
}
