import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { openRoster } from "#adapters/graph/roster.ts";
import { MeetingKey, PersonId } from "#domain/ids.ts";
import { ids, startTenant } from "../tenant.ts";

const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";

describe("odd answers about attendees", () => {
  const answering = (members: readonly unknown[]) => {
    const fetch = (request: Request) =>
      Promise.resolve(
        request.url.includes("/members")
          ? Response.json({ value: members })
          : Response.json({ error: { code: "x", message: "" } }, { status: 404 }),
      );
    const tenant = startTenant();
    const graph = tenant.graphOf(ids.sofia, { fetch });
    return openRoster(graph, { id: ids.sofia, tenantId }).attendees({
      key: v.parse(MeetingKey, "19:meeting_forecasting@thread.v2"),
      subject: "Redesign sales forecasting",
      organizer: { id: v.parse(PersonId, ids.sofia), name: "The organizer" },
    });
  };
  const entra = "#microsoft.graph.aadUserConversationMember";

  it("show people without a name as such, and keep kinds nobody has heard of", async () => {
    const { attendees } = await answering([
      {
        "@odata.type": entra,
        userId: ids.ines,
        tenantId,
        displayName: null,
        email: null,
        roles: [],
      },
      { "@odata.type": "#microsoft.graph.skypeUserConversationMember", displayName: "Old phone" },
      { "@odata.type": "#microsoft.graph.hologramConversationMember", displayName: null },
    ]);

    expect(attendees.map(({ name, kind, person }) => [name, kind, person?.id])).toEqual([
      ["Unknown attendee", "member", ids.ines],
      ["Old phone", "other", undefined],
      ["Unknown attendee", "other", undefined],
    ]);
  });

  it("keep a hostile name as text, without marks that reorder it, and cut an endless one", async () => {
    const { attendees } = await answering([
      { "@odata.type": entra, userId: ids.ines, tenantId, displayName: "\u202eevil <b>x</b>" },
      { "@odata.type": entra, userId: ids.kwame, tenantId, displayName: "x".repeat(5000) },
    ]);

    expect(attendees[0]?.name).toBe("evil <b>x</b>");
    expect(attendees[1]?.name).toHaveLength(120);
  });

  it("put the organizer first, wherever the chat has them", async () => {
    const { attendees } = await answering([
      { "@odata.type": entra, userId: ids.ines, tenantId, displayName: "Inés" },
      { "@odata.type": entra, userId: ids.sofia, tenantId, displayName: "Sofia" },
    ]);

    expect(attendees.map(({ name, isOrganizer }) => [name, isOrganizer])).toEqual([
      ["Sofia", true],
      ["Inés", false],
    ]);
  });

  it("match ids whatever their case", async () => {
    const { attendees } = await answering([
      {
        "@odata.type": entra,
        userId: ids.sofia.toUpperCase(),
        tenantId: tenantId.toUpperCase(),
        displayName: "Sofia",
      },
    ]);

    expect(attendees[0]).toMatchObject({ kind: "member", person: { id: ids.sofia } });
  });

  it("are not asked for in a channel, whose members Graph keeps elsewhere", async () => {
    const tenant = startTenant();
    const key = v.parse(MeetingKey, "19:abc@thread.tacv2");
    const roster = openRoster(tenant.graphOf(ids.sofia), { id: ids.sofia, tenantId });

    await expect(roster.attendees({ key, subject: "In a channel" })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(tenant.requests.filter((request) => request.includes("/chats/"))).toEqual([]);
  });
});
