import type { DecisionRegister, KeptDecision, World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Mishaps, mishaps } from "./mishaps.ts";

/** The list *Decisions* in memory, the same for everybody. */
export interface MemoryRegister extends DecisionRegister, Pick<Mishaps, "failNext"> {
  /** Somebody writes to a row by hand: what others saw of it is no longer how it stands. */
  touch(item: string): void;
  /** Somebody breaks a row by hand so that it cannot be read. */
  breakRow(item: string): void;
  rows(): readonly KeptDecision[];
  /** What was announced, in order. */
  announced(): readonly string[];
}

/** An empty list. */
export function memoryRegister(world: Pick<World, "now">): MemoryRegister {
  const kept = new Map<string, KeptDecision>();
  const broken = new Set<string>();
  const { failNext, around } = mishaps();
  const announced: string[] = [];

  const readable = () => [...kept.values()].filter(({ item }) => !broken.has(item));
  const find = (decision: string) => readable().find(({ row }) => row.decision === decision);
  const put = (next: KeptDecision) => {
    kept.set(next.item, next);
    return next;
  };

  return {
    failNext,
    rows: readable,
    announced: () => announced,
    announce: (decision, moment) =>
      around("announce", () => {
        const row = find(decision);
        if (row === undefined) return;
        announced.push(moment);
        put({ ...row, etag: nextEtag(row.etag) });
      }),
    touch(item) {
      const row = kept.get(item)!;
      put({ ...row, etag: nextEtag(row.etag) });
    },
    breakRow: (item) => void broken.add(item),
    list: () =>
      around("list", () => ({
        decisions: readable().toSorted(
          (a, b) => b.createdAtMs - a.createdAtMs || Number(b.item) - Number(a.item),
        ),
        unreadable: broken.size,
      })),
    find: (decision) => around("find", () => find(decision)),
    open: (row) =>
      around("open", () => {
        const item = String(kept.size + 1);
        return (
          find(row.decision) ??
          put({
            item,
            etag: `"row-${item},1"`,
            row,
            webUrl: `https://larkfield.sharepoint.com/Lists/Decisions/${item}_.000`,
            createdAtMs: Math.floor(world.now() / 1000) * 1000,
          })
        );
      }),
    write: (seen, row) =>
      around("write", () => {
        const now = kept.get(seen.item);
        if (now === undefined) throw new StoreError("not-found", "The row is gone");
        if (now.etag !== seen.etag) throw new StoreError("changed-meanwhile", "Not as last seen");
        return put({ ...now, row, etag: nextEtag(now.etag) });
      }),
  };
}

function nextEtag(etag: string): string {
  return etag.replace(/,(\d+)"$/u, (_, version: string) => `,${Number(version) + 1}"`);
}
