import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import * as v from "valibot";
import { PersonId } from "#domain/ids.ts";
import { ids, startTenant } from "../adapters/tenant.ts";
import { fixedWorld } from "../doubles/fixed-world.ts";
import { memoryLog } from "../doubles/memory-log.ts";
import { describeEventLog, newRow, otherMeeting } from "./event-log.ts";

describeEventLog("in memory", () => {
  const log = memoryLog(fixedWorld());
  const [anaId, benId] = [v.parse(PersonId, ids.kwame), v.parse(PersonId, ids.ines)];
  return Promise.resolve({
    ana: log.as({ id: anaId, name: "Kwame Mensah" }),
    ben: log.as({ id: benId, name: "Inés Navarro" }),
    anaId,
    benId,
    editorId: "eva",
    edit: (position) => Promise.resolve(log.edit(position, { payload: "{}" })),
    remove: (position) => Promise.resolve(log.remove(position)),
    expireCursors: () => Promise.resolve(log.expireCursors()),
  });
});

const history = 20;

describeEventLog("a SharePoint list", async () => {
  const tenant = startTenant({ deltaHistory: history });
  const list = await tenant.listOf("Decision events");
  const ana = openEventList(tenant.graphOf(ids.kwame), list);
  const items = `${listPath(list)}/items`;
  return {
    ana,
    ben: openEventList(tenant.graphOf(ids.ines), list),
    anaId: ids.kwame,
    benId: ids.ines,
    editorId: ids.sofia,
    async edit(position) {
      await tenant.byHand(ids.sofia, "PATCH", `${items}/${position}/fields`, { Payload: "{}" });
    },
    async remove(position) {
      await tenant.byHand(ids.sofia, "DELETE", `${items}/${position}`);
    },
    async expireCursors() {
      for (let row = 0; row <= history; row += 1) {
        await ana.append(newRow(`old-${row}`, { meeting: otherMeeting }));
      }
    },
  };
});
