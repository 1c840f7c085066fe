import type { Graph } from "#adapters/graph/client.ts";
import { openPush } from "#adapters/sharepoint/push.ts";
import type { Author, LogRow } from "#domain/log/entry.ts";
import type { DecisionRegister, EventLog, Push, World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { memoryRegister } from "../../tests/doubles/memory-register.ts";
import type { SharePointList } from "./share-point-list.ts";
import { units } from "./tenant.ts";
import type { Wire } from "./wire.ts";

const queryPage = 1000;

/** The events list as one browser reads and writes it: request for request as the adapter does. */
export function eventLog(wire: Wire, list: SharePointList, me: Author, deltaPage = 200): EventLog {
  const query = async <T>(act: () => T) => await wire.send("GET", units.query, act);

  async function where(fits: (row: LogRow) => boolean): Promise<readonly LogRow[]> {
    const found: LogRow[] = [];
    for (let from = 0, isLast = false; !isLast; from += queryPage) {
      const page = await query(() =>
        list
          .rows()
          .filter(fits)
          .slice(from, from + queryPage),
      );
      for (const row of page) found.push(row);
      isLast = page.length < queryPage;
    }
    return found;
  }

  return {
    async readMeeting(meeting) {
      const cursor = await wire.send("GET", units.delta, () => list.cursor());
      return { rows: await where((row) => row.meeting === meeting), cursor: String(cursor) };
    },
    readDecision: (decision) => where((row) => row.decision === decision),
    async follow(cursor) {
      const rows: LogRow[] = [];
      for (let at = Number(cursor); ;) {
        const from = at;
        const page = await wire.send("GET", units.delta, () =>
          list.since(from).slice(0, deltaPage),
        );
        for (const row of page) rows.push(row);
        at += page.length;
        if (page.length < deltaPage) return { rows, gone: [], cursor: String(at) };
      }
    },
    append: (row) => wire.send("POST", units.write, () => list.append(row, me)),
    async find(event) {
      const found = await query(() => list.find(event));
      if (found !== undefined) return found;
      // A search that finds nothing is put to the test by two more.
      await query(() => undefined);
      await query(() => undefined);
      return undefined;
    },
  };
}

/** The Decisions list as one browser sees it. Only announcing is metered: it is all a walk does there. */
export function register(wire: Wire, list: SharePointList, world: World): DecisionRegister {
  let isFound = false;
  return {
    ...memoryRegister(world),
    async announce() {
      if (!isFound) await wire.send("GET", units.query, () => undefined);
      isFound = true;
      await wire.send("PATCH", units.write, () => list.touch());
    },
  };
}

/** What a browser needs to listen to a list. */
export interface Listening {
  readonly wire: Wire;
  readonly list: SharePointList;
  readonly world: World;
  /** Whether SharePoint offers push at present. */
  readonly isUp: boolean;
}

const handshakeMs = 300;

/** The product's own push over the list's word: the address costs what it costs there. */
export function pushOf({ wire, list, world, isUp }: Listening): Push {
  const graph: Graph = {
    clock: world,
    call: async () => {
      const isGiven = await wire.send("GET", units.item, () => isUp);
      if (!isGiven) throw new StoreError("rejected", "notSupported", { status: 400 });
      return { notificationUrl: "https://push.svc.ms/notifications" };
    },
  };
  return openPush({
    graph,
    world,
    list: { siteId: "site", listId: "list" },
    connect(_address, { onUp, onNotice }) {
      let stop = () => {};
      const cancel = world.after(handshakeMs, () => {
        stop = list.listen(() => onNotice(undefined));
        onUp();
      });
      return () => {
        cancel();
        stop();
      };
    },
  });
}
