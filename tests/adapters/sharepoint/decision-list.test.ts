import { describe, expect, it } from "vitest";
import { openDecisionList } from "#adapters/sharepoint/decision-list.ts";
import { openEventList } from "#adapters/sharepoint/event-list.ts";
import { listPath } from "#adapters/sharepoint/list-items.ts";
import { openProvisioning } from "#adapters/sharepoint/provisioning.ts";
import { closedRow, openRow } from "../../contracts/decision-fixtures.ts";
import { newRow } from "../../contracts/event-log.ts";
import { companySite, ids, startTenant } from "../tenant.ts";

async function startRegister(options: Parameters<typeof startTenant>[0] = {}) {
  const tenant = startTenant(options);
  const list = await tenant.listOf("Decisions");
  const register = openDecisionList(tenant.graphOf(ids.kwame), list);
  const itemsByHand = async () => {
    const path = `${listPath(list)}/items?$expand=fields`;
    const { body } = await tenant.byHand(ids.sofia, "GET", path);
    return body["value"] as { id: string; fields: Record<string, unknown> }[];
  };
  return { ...tenant, list, register, itemsByHand };
}

describe("opening a decision", () => {
  it("once keeps one row, also when the answer is lost", async () => {
    const { register, service, itemsByHand } = await startRegister();
    service.faults.set([{ method: "POST", action: "drop-after-commit", count: 1 }]);

    const kept = await register.open(openRow("d-1"));

    expect(kept.row).toEqual(openRow("d-1"));
    expect(await itemsByHand()).toHaveLength(1);
  });

  it("fails when nothing was kept, so that it can be tried again", async () => {
    const { register, service, itemsByHand } = await startRegister();
    service.faults.set([{ method: "POST", action: "drop-before", count: 1 }]);

    await expect(register.open(openRow("d-1"))).rejects.toMatchObject({ kind: "no-answer" });
    expect(await itemsByHand()).toEqual([]);
    expect((await register.open(openRow("d-1"))).item).toBe("1");
  });

  it.each(["invalidRequest", "generalException", "conflict"] as const)(
    "at once with somebody else gives both the one row, when SharePoint says %s",
    async (duplicateAnswer) => {
      const { graphOf, list, register, itemsByHand } = await startRegister({ duplicateAnswer });
      const other = openDecisionList(graphOf(ids.ines), list);

      const [first, second] = await Promise.all([
        register.open(openRow("d-1")),
        other.open(openRow("d-1")),
      ]);

      expect(first.item).toBe(second.item);
      expect(await itemsByHand()).toHaveLength(1);
    },
  );

  it("waits for the row of somebody faster to become visible", async () => {
    const { graphOf, list, register, world } = await startRegister({ rowsVisibleAfterMs: 3000 });
    await openDecisionList(graphOf(ids.ines), list).open(openRow("d-1"));

    expect((await world.until(register.open(openRow("d-1")))).item).toBe("1");
  });

  it("is not for who may only read", async () => {
    const { graphOf, list } = await startRegister();

    await expect(
      openDecisionList(graphOf(ids.daniel), list).open(openRow("d-1")),
    ).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("the columns of a decision", () => {
  it("are typed, so that people can sort and filter by them", async () => {
    const { register, itemsByHand } = await startRegister();
    await register.open(closedRow("d-1"));

    const [item] = await itemsByHand();

    expect(item?.fields).toMatchObject({
      Title: "Redesign sales forecasting",
      Status: "decided",
      Drivers: 5,
      Functions: ["Sales", "IT", "Finance", "Research & <Development>"],
      DecidedOn: "2026-11-23T15:12:30Z",
      ReviewOn: "2027-03-01T00:00:00Z",
      DeciderName: "Sofia Brandt",
      DeciderEntra: ids.sofia,
      EventCount: 87,
    });
  });

  it("name people as SharePoint knows them where the log has told how", async () => {
    const { graphOf, list, listOf, itemsByHand } = await startRegister();
    const events = openEventList(graphOf(ids.sofia), await listOf("Decision events"));
    const { authorId, authorLookupId } = await events.append(newRow("e-1"));
    const lookupIds = (person: string) => (person === authorId ? authorLookupId : undefined);

    await openDecisionList(graphOf(ids.kwame), list, lookupIds).open(closedRow("d-1"));

    const [item] = await itemsByHand();
    expect(item?.fields["DeciderLookupId"]).toBe(authorLookupId);
    expect(item?.fields).not.toHaveProperty("FacilitatorLookupId");
    expect(item?.fields["FacilitatorName"]).toBe("Kwame Mensah");
  });

  it("keep a day the same day in a site of another time zone", async () => {
    const tenant = startTenant();
    const graph = tenant.graphOf(ids.adaeze);
    const made = openProvisioning(graph).makeReady(companySite, "Decisions");
    const { listId } = await tenant.world.until(made);
    const register = openDecisionList(graph, { siteId: companySite, listId: listId! });

    const kept = await register.open(openRow("d-1", { reviewOn: "2027-03-01" }));

    expect(kept.row.reviewOn).toBe("2027-03-01");
    expect((await register.find(kept.row.decision))?.row.reviewOn).toBe("2027-03-01");
  });

  it("are cut with a word about it where they would not fit", async () => {
    const { register } = await startRegister();
    const conclusions = "A long conclusion. ".repeat(4000);

    const kept = await register.open(openRow("d-1", { conclusions }));

    expect(kept.row.conclusions).toHaveLength(30_000);
    expect(kept.row.conclusions).toContain("shortened; the whole is in the list Decision events");
  });
});

describe("a register that somebody worked in by hand", () => {
  it("shows a row without what was emptied, as far as it goes", async () => {
    const { register, byHand, list } = await startRegister();
    const { item } = await register.open(closedRow("d-1"));
    const emptied = {
      Outcome: null,
      MeetingKey: null,
      ReviewOn: null,
      DeciderEntra: "who knows?",
      Drivers: null,
    };
    await byHand(ids.sofia, "PATCH", `${listPath(list)}/items/${item}/fields`, emptied);

    const { decisions, unreadable } = await register.list();

    expect(unreadable).toBe(0);
    expect(decisions[0]?.row).toMatchObject({
      outcome: "",
      drivers: 0,
      result: closedRow("d-1").result,
    });
    expect(decisions[0]?.row.decider).toBeUndefined();
    expect(decisions[0]?.row.reviewOn).toBeUndefined();
  });

  it("counts a row that somebody added, which is no decision of ours", async () => {
    const { register, byHand, list } = await startRegister();
    await byHand(ids.sofia, "POST", `${listPath(list)}/items`, { fields: { Title: "Lunch" } });

    expect(await register.list()).toEqual({ decisions: [], unreadable: 1 });
  });

  it("takes the first of two rows of one decision, once the unique column was undone", async () => {
    const { register, byHand, list } = await startRegister();
    const column = `${listPath(list)}/columns/DecisionKey`;
    await register.open(openRow("d-1"));
    await byHand(ids.sofia, "PATCH", column, { enforceUniqueValues: false });
    const double = { Title: "Copy", DecisionKey: "d-1", Status: "decided" };
    await byHand(ids.sofia, "POST", `${listPath(list)}/items`, { fields: double });

    expect((await register.open(openRow("d-1"))).item).toBe("1");
    expect((await register.find(openRow("d-1").decision))?.item).toBe("1");
  });

  it("has lost a row that is to be written", async () => {
    const { register, byHand, list } = await startRegister();
    const kept = await register.open(openRow("d-1"));
    await byHand(ids.sofia, "DELETE", `${listPath(list)}/items/${kept.item}`);

    await expect(register.write(kept, closedRow("d-1"))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("has lost a column: the write is refused, and says so", async () => {
    const { register, byHand, list } = await startRegister();
    const kept = await register.open(openRow("d-1"));
    await byHand(ids.sofia, "DELETE", `${listPath(list)}/columns/Goals`);

    await expect(register.write(kept, closedRow("d-1"))).rejects.toMatchObject({
      kind: "rejected",
    });
  });
});

describe("a write whose answer is lost", () => {
  it("was done, and is found so: the next write with the old eTag is told", async () => {
    const { register, service } = await startRegister();
    const kept = await register.open(openRow("d-1"));
    service.faults.set([{ method: "PATCH", action: "drop-after-commit", count: 1 }]);

    await expect(register.write(kept, closedRow("d-1"))).rejects.toMatchObject({
      kind: "no-answer",
    });
    await expect(register.write(kept, closedRow("d-1"))).rejects.toMatchObject({
      kind: "changed-meanwhile",
    });
    expect((await register.find(kept.row.decision))?.row).toEqual(closedRow("d-1"));
  });
});

describe("a register that cannot be found", () => {
  it("is told from one on a site that this person may not open", async () => {
    const { graphOf, list } = await startRegister();
    const gone = { ...list, listId: "50000000-0000-4000-8000-00000000dead" };
    const seenBy = (person: string, of = list) => openDecisionList(graphOf(person), of).list();

    await expect(seenBy(ids.priya)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(seenBy(ids.kwame, gone)).rejects.toMatchObject({ kind: "not-found" });
  });
});
