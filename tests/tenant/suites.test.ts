import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import type { EventLog } from "#flows/ports.ts";
import { describeDecisionRegister } from "../contracts/decision-register.ts";
import { describeEventLog } from "../contracts/event-log.ts";
import { describeProvisioning } from "../contracts/provisioning.ts";
import { describePush } from "../contracts/push.ts";
import { startTrial } from "./given.ts";
import { openPushSetting } from "./push-setting.ts";
import { type Trial, openTrial } from "./trial.ts";

/** A tenant takes its time; milliseconds. */
const slow = 300_000;

let trial: Trial;
let close: () => Promise<void>;
beforeAll(async () => {
  const needs = await startTrial();
  close = () => needs.close();
  trial = await openTrial(needs);
}, slow);
afterAll(async () => {
  await trial.clear();
  await close();
}, slow);

const where =
  process.env["QUORATE_TRIAL"] === undefined ? "the sandbox as it is served" : "a tenant";
const write = ["Sites.ReadWrite.All"];

describeEventLog(where, async () => {
  const { owner, member } = trial;
  const list = await trial.makeList("Decision events");
  const items = `${listPath(list)}/items`;
  const aged = aging(openEventList(owner.graph, list));
  return {
    ana: aged.log,
    ben: openEventList(member.graph, list),
    anaId: owner.id,
    benId: member.id,
    editorId: member.id,
    edit: async (position) => {
      const path = `${items}/${position}/fields`;
      const body = { Payload: "{}" };
      await member.graph.call({ method: "PATCH", path, scopes: write, body });
    },
    remove: async (position) => {
      const path = `${items}/${position}`;
      await member.graph.call({ method: "DELETE", path, scopes: write });
    },
    expireCursors: () => Promise.resolve(aged.expire()),
  };
});

describeDecisionRegister(where, async () => {
  const { owner, member } = trial;
  const list = await trial.makeList("Decisions");
  const change = async (item: string, body: object) => {
    const path = `${listPath(list)}/items/${item}/fields`;
    await owner.graph.call({ method: "PATCH", path, scopes: write, body });
  };
  return {
    ana: openDecisionList(owner.graph, list),
    ben: openDecisionList(member.graph, list),
    touch: (item) => change(item, { Title: "By hand" }),
    breakRow: (item) => change(item, { DecisionKey: "not a key of ours" }),
    pass: (ms) => trial.wait(ms),
  };
});

describeProvisioning(where, () =>
  Promise.resolve({
    provisioning: openProvisioning(trial.ownNames()),
    site: trial.site,
    word: trial.site.name.split(" ")[0]?.toUpperCase() ?? "",
  }),
);

describePush(where, () => openPushSetting(trial));

describe("a trial", () => {
  it("leaves no list behind", async () => {
    await trial.makeList("Decisions");
    const lists = await listsNow();
    expect(lists.some((name) => name.startsWith("Quorate trial"))).toBe(true);

    await trial.clear();

    expect((await listsNow()).filter((name) => name.startsWith("Quorate trial"))).toEqual([]);
  });
});

async function listsNow(): Promise<readonly string[]> {
  const path = `/sites/${trial.site.id}/lists`;
  const { value } = (await trial.owner.graph.call({ path, scopes: write })) as {
    readonly value: readonly { readonly displayName: string }[];
  };
  return value.map(({ displayName }) => displayName);
}

/** Nobody can make Microsoft's cursors age within a test: a broken one stands for one too old. */
function aging(log: EventLog): { readonly log: EventLog; readonly expire: () => void } {
  const young = new Set<string>();
  return {
    expire: () => young.clear(),
    log: {
      ...log,
      async readMeeting(meeting, onProgress) {
        const read = await log.readMeeting(meeting, onProgress);
        young.add(read.cursor);
        return read;
      },
      async follow(cursor) {
        const known = young.has(cursor) ? cursor : cursor.replace(/\w+$/u, "zz");
        const changes = await log.follow(known);
        young.add(changes.cursor);
        return changes;
      },
    },
  };
}
