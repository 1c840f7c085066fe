import type { ListRef } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { openGraph } from "#adapters/graph/client.ts";
import { type MeetingKey, toMeetingKey, toPersonId } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Person } from "#domain/table/person.ts";
import type { ListName } from "#flows/ports.ts";
import type { Person as Listed } from "../../sandbox/directory/directory.ts";
import { seedDirectory } from "../../sandbox/directory/load.ts";
import { type GraphService, graphService } from "../../sandbox/graph/service.ts";
import { type Tenant, openTenant } from "../../sandbox/graph/store/tenant.ts";
import { technologySite } from "../adapters/tenant.ts";
import { type FixedWorld, fixedWorld } from "../doubles/fixed-world.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { newLife } from "./life.ts";
import { type Network, newNetwork } from "./network.ts";
import { type Ring, newRing } from "./ring.ts";
import { type Weather, weatherOf } from "./weather.ts";

/** A tenant with its lists, a network, and people who may write to the site. */
export interface Table {
  readonly base: FixedWorld;
  readonly service: GraphService;
  readonly tenant: Tenant;
  readonly network: Network;
  readonly rows: Ring | undefined;
  readonly weather: Weather;
  readonly chance: Chance;
  readonly events: ListRef;
  readonly decisions: ListRef;
  readonly key: MeetingKey;
  readonly meeting: MeetingInfo;
  readonly people: readonly { readonly person: Listed; readonly me: Person }[];
}

const directory = seedDirectory();
const writers = ["01", "02", "03", "04", "05", "08", "10"];

/** Lays the table for the meeting of a seed, in its own weather but for what is `given`. */
export async function layTable(seed: number, given: Partial<Weather> = {}): Promise<Table> {
  const chance = chanceOf(seed);
  const weather = { ...weatherOf(chance.fork()), ...given };
  const base = fixedWorld(Date.UTC(2026, 10, 23, 14), seed);
  const tenant = openTenant({ directory });
  const ringing = { events: "" };
  const rows = weather.push && newRing(base, chance.fork(), weather);
  const record: Tenant["record"] = (fact) => {
    tenant.record(fact);
    if (fact.fact === "row-written" && fact.listId === ringing.events) rows?.committed();
  };
  const service = graphService(
    { ...tenant, record },
    {
      clock: base.now,
      chance: base.random,
      wait: (ms) => new Promise((resolve) => void base.after(ms, resolve)),
      unitsPerMinute: 100_000,
    },
  );
  const network = newNetwork({ base, service, chance: chance.fork(), weather });
  const people = writers
    .map((last) => directory.people.get(`10000000-0000-4000-8000-0000000000${last}`))
    .filter((person) => person !== undefined)
    .slice(0, chance.between(3, writers.length))
    .map((person) => ({ person, me: { id: toPersonId(person.id), name: person.displayName } }));
  const [owner] = people;
  if (owner === undefined) throw new Error("Nobody of the directory may write to the site");
  const key = toMeetingKey(`19:meeting_chaos${seed}@thread.v2`);
  const lists = await makeLists({ base, service, weather, owner: owner.person });
  ringing.events = lists.events.listId;
  return {
    base,
    service,
    tenant,
    network,
    rows,
    weather,
    chance,
    people,
    key,
    ...lists,
    meeting: { key, subject: "Forecasting", organizer: owner.me },
  };
}

/** The two lists as the setup makes them, in good weather; then the bad weather begins. */
async function makeLists({
  base,
  service,
  weather,
  owner,
}: Pick<Table, "base" | "service" | "weather"> & { readonly owner: Listed }) {
  const life = newLife(base, chanceOf(1), 0);
  const calm = newNetwork({ base, service, chance: chanceOf(1), weather });
  calm.calm();
  const graph = openGraph({
    tokens: calm.tokensFor(life, owner),
    clock: life.world,
    fetch: calm.fetchFor(life),
  });
  const provisioning = openProvisioning(graph);
  const make = async (name: ListName): Promise<ListRef> => {
    const { listId } = await base.until(provisioning.makeReady(technologySite, name));
    if (listId === undefined) throw new Error(`The list ${name} could not be made`);
    return { siteId: technologySite, listId };
  };
  const lists = { decisions: await make("Decisions"), events: await make("Decision events") };
  if (weather.isUniqueUndone) undoUnique(service, lists.events);
  const { rowsVisibleAfterMs, unitsPerMinute, deltaHistory, duplicateAnswer } = weather;
  service.behave({ rowsVisibleAfterMs, unitsPerMinute, deltaHistory, duplicateAnswer });
  service.faults.set(weather.faults);
  return lists;
}

function undoUnique({ world }: GraphService, { listId }: ListRef): void {
  for (const column of world.state.lists.get(listId)?.columns.values() ?? []) {
    if (column.definition.enforceUniqueValues !== true) continue;
    const definition = { ...column.definition, enforceUniqueValues: false };
    world.record({ fact: "column-written", listId, column: { ...column, definition } });
  }
}
