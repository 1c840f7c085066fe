import type { ListName, ListReport, Provisioning, Site } from "#flows/ports.ts";
import { shownLines } from "#flows/setup/setup-state.ts";
import type { SettingUp } from "#flows/setup/setting-up.ts";

export const salesSite: Site = {
  id: "larkfield.sharepoint.com,1,2",
  name: "Sales leadership",
  webUrl: "https://larkfield.sharepoint.com/sites/sales-leadership",
};
export const boardSite: Site = {
  id: "larkfield.sharepoint.com,3,4",
  name: "Architecture board",
  webUrl: "https://larkfield.sharepoint.com/sites/board",
};

interface Behaviour {
  /** What looking up the recommended site throws. */
  readonly site?: Error;
  readonly inspect?: Error;
  readonly makeReady?: Error;
  /** The lists are there, and the events list differs in this. */
  readonly eventsDiffer?: ListReport["differences"];
}

/** Lists of a site in memory: missing until made, and made lists stay. */
export function provisioningOf(behaviour: Behaviour = {}): Provisioning & {
  readonly made: readonly ListName[];
  /** The next search answers only when the returned function is called. */
  holdNextSearch(): () => void;
  /** From now on nothing fails. */
  heal(): void;
} {
  let isHealed = false;
  const fail = (error: Error | undefined) => {
    if (error !== undefined && !isHealed) throw error;
  };
  const made: ListName[] = [];
  let differences = behaviour.eventsDiffer ?? [];
  let gate: Promise<void> | undefined;
  const ready = (list: ListName): ListReport => ({
    list,
    listId: `list-of-${list}`,
    state: "ready",
    differences: [],
  });
  const report = (list: ListName): ListReport => {
    if (list === "Decision events" && differences.length > 0) {
      return { ...ready(list), state: "differs", differences };
    }
    const isThere = behaviour.eventsDiffer !== undefined && list !== "Decision roles";
    if (isThere || made.includes(list)) return ready(list);
    return { list, state: "missing", differences: [] };
  };
  return {
    made,
    heal() {
      isHealed = true;
    },
    holdNextSearch() {
      let open: () => void = () => undefined;
      gate = new Promise((done) => {
        open = done;
      });
      return open;
    },
    async sites(search) {
      const held = gate;
      gate = undefined;
      await held;
      return [salesSite, boardSite].filter(({ name }) =>
        name.toLowerCase().includes(search.toLowerCase()),
      );
    },
    async site() {
      await Promise.resolve();
      fail(behaviour.site);
      return salesSite;
    },
    async inspect(siteId, lists = ["Decisions", "Decision events"]) {
      await Promise.resolve();
      fail(behaviour.inspect);
      return lists.map((list) =>
        siteId === salesSite.id ? report(list) : { list, state: "missing", differences: [] },
      );
    },
    async makeReady(_siteId, list) {
      await Promise.resolve();
      fail(behaviour.makeReady);
      made.push(list);
      if (list === "Decision events") differences = differences.filter((one) => !one.repairable);
      return report(list);
    },
  };
}

/** How the lines that are shown stand, in order. */
export function states(settingUp: SettingUp): readonly string[] {
  return shownLines(settingUp.picture()).map(({ state }) => state.kind);
}
