import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { openRoster } from "#adapters/graph/roster.ts";
import { MeetingKey } from "#domain/ids.ts";
import type { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Attendee } from "#domain/table/attendee.ts";
import { StoreError } from "#flows/store-error.ts";
import { type Tenant, ids, startTenant } from "../tenant.ts";

const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";

function meetingOf({ directory }: Tenant, id: string): MeetingInfo {
  const { chatId, subject } = directory.meetings.get(id)!;
  return { key: v.parse(MeetingKey, chatId), subject };
}

/** Who attends, as one person gets to see it. */
function read(
  tenant: Tenant,
  personId: string,
  id = "forecasting",
  without: readonly string[] = [],
) {
  const tokens = tenant.tokensOf(personId);
  const graph = tenant.graphOf(personId, {
    tokens: {
      token(scopes, wish) {
        const lacking = scopes.filter((scope) => without.includes(scope));
        if (lacking.length === 0) return tokens.token(scopes, wish);
        return Promise.reject(new StoreError("consent-needed", "never asked", { scopes: lacking }));
      },
    },
  });
  return openRoster(graph, { id: personId, tenantId }).attendees(meetingOf(tenant, id));
}

const byName = (attendees: readonly Attendee[], name: string) =>
  attendees.find((attendee) => attendee.name.startsWith(name));

describe("the attendees, as the organizer reads them", () => {
  it("are everybody invited or joined, each once, without the room", async () => {
    const { attendees, missing } = await read(startTenant(), ids.sofia);

    expect(attendees.map(({ name }) => name)).toEqual([
      "Sofia Brandt",
      "Kwame Mensah",
      "Inés Navarro",
      "Henrik Lindqvist",
      "Mei-Ling Chen",
      "Daniel Whitaker",
      "Priya Raman",
      "Tomasz Zieliński",
    ]);
    expect(missing).toEqual([]);
  });

  it("come with what they answered", async () => {
    const { attendees } = await read(startTenant(), ids.sofia);
    const response = (name: string) => byName(attendees, name)?.response;

    expect(["Sofia", "Kwame", "Henrik", "Mei-Ling", "Priya", "Tomasz"].map(response)).toEqual([
      "accepted",
      "accepted",
      "declined",
      "tentative",
      "none",
      "none",
    ]);
  });

  it("come with department and title, and an id to seat them by", async () => {
    const { attendees } = await read(startTenant(), ids.sofia);

    expect(byName(attendees, "Tomasz")).toMatchObject({
      person: {
        id: ids.tomasz,
        name: "Tomasz Zieliński",
        mail: "tomasz.zielinski@larkfield.example",
      },
      department: "Finance",
      jobTitle: "Head of Planning and Analysis",
      kind: "member",
    });
  });

  it("mark the guest, found by the mail the invitation went to", async () => {
    const { attendees } = await read(startTenant(), ids.sofia);

    expect(byName(attendees, "Daniel")).toMatchObject({
      kind: "guest",
      person: { id: ids.daniel, external: true },
      mail: "daniel.whitaker@brightwater.example",
      response: "accepted",
    });
  });

  it("are looked up by id alone where the chat knows them, all at once", async () => {
    const tenant = startTenant();
    await read(tenant, ids.sofia);

    const lookUps = tenant.requests.filter((request) => request.includes("/users?"));
    expect(lookUps.map((request) => /filter=(\w+)/u.exec(request)?.[1])).toEqual(["id", "mail"]);
    expect(decodeURIComponent(lookUps[1] ?? "")).toContain(
      "mail in ('daniel.whitaker@brightwater.example')",
    );
  });

  it("name one organizer, first", async () => {
    const { attendees } = await read(startTenant(), ids.sofia);

    expect(attendees.filter(({ isOrganizer }) => isOrganizer)).toHaveLength(1);
    expect(attendees[0]).toMatchObject({ name: "Sofia Brandt", isOrganizer: true });
  });
});

describe("the attendees, as others read them", () => {
  it("have unknown answers, since only the organizer's calendar has them", async () => {
    const { attendees, missing } = await read(startTenant(), ids.kwame);

    expect(byName(attendees, "Henrik")?.response).toBe("unknown");
    expect(byName(attendees, "Sofia")).toMatchObject({ isOrganizer: true });
    expect(missing).toEqual(["responses"]);
  });

  it("cannot be read by a guest at all", async () => {
    await expect(read(startTenant(), ids.daniel)).rejects.toMatchObject({ kind: "forbidden" });
  });

  it("cannot be read by somebody who is not in the meeting", async () => {
    await expect(read(startTenant(), ids.adaeze)).rejects.toMatchObject({ kind: "forbidden" });
  });
});

describe("attendees without a permission", () => {
  it("have no answers without the calendar", async () => {
    const { attendees, missing } = await read(startTenant(), ids.sofia, "forecasting", [
      "Calendars.ReadBasic",
    ]);

    expect(attendees).toHaveLength(8);
    expect(attendees[0]?.isOrganizer).toBe(true);
    expect(missing).toEqual(["responses"]);
  });

  it("have no departments without the directory's, but still names, mails and the guest", async () => {
    const { attendees, missing } = await read(startTenant(), ids.sofia, "forecasting", [
      "User.Read.All",
    ]);

    expect(attendees.every(({ department }) => department === undefined)).toBe(true);
    expect(byName(attendees, "Daniel")).toMatchObject({ kind: "guest", response: "accepted" });
    expect(missing).toEqual(["departments"]);
  });

  it("are those of the invitation without the chat, with ids from the directory", async () => {
    const { attendees, missing } = await read(startTenant(), ids.sofia, "forecasting", [
      "Chat.ReadBasic",
    ]);

    expect(attendees.map(({ name }) => name)).not.toContain("Tomasz Zieliński");
    expect(byName(attendees, "Henrik")).toMatchObject({
      person: { id: "10000000-0000-4000-8000-000000000004" },
      response: "declined",
      department: "Finance",
    });
    expect(byName(attendees, "Sofia")).toMatchObject({ isOrganizer: true, response: "accepted" });
    expect(missing).toEqual(["roster"]);
  });

  it("are still the chat's with nothing but the chat", async () => {
    const without = ["Calendars.ReadBasic", "User.Read.All", "User.ReadBasic.All"];
    const { attendees, missing, askable } = await read(
      startTenant(),
      ids.sofia,
      "forecasting",
      without,
    );

    expect(attendees).toHaveLength(8);
    expect(missing).toEqual(["departments", "responses"]);
    expect(askable).toEqual(["departments", "responses"]);
  });

  it("can be asked for only where consent is what is missing", async () => {
    const { missing, askable } = await read(startTenant(), ids.ines);

    // An attendee's own calendar has no responses, whatever she allows.
    expect([missing, askable]).toEqual([["responses"], []]);
  });

  it("are asked for by what they tell, one permission at a time", async () => {
    const asked: (readonly string[])[] = [];
    const graph = startTenant().graphOf(ids.sofia);
    const roster = openRoster(graph, { id: ids.sofia }, async (scopes) => void asked.push(scopes));
    for (const what of ["roster", "responses", "departments"] as const) await roster.ask?.(what);

    expect(asked).toEqual([["Chat.ReadBasic"], ["Calendars.ReadBasic"], ["User.Read.All"]]);
  });

  it("cannot be read at all without chat and calendar, and say what to ask for", async () => {
    const asked = read(startTenant(), ids.sofia, "forecasting", [
      "Calendars.ReadBasic",
      "Chat.ReadBasic",
    ]);

    await expect(asked).rejects.toMatchObject({
      kind: "consent-needed",
      details: { scopes: ["Chat.ReadBasic"] },
    });
  });
});

describe("the attendees of a large meeting", () => {
  it("come in few requests, all of them, with departments", async () => {
    const tenant = startTenant();
    let sent = 0;
    const graph = tenant.graphOf(ids.adaeze, {
      fetch: (request) => ((sent += 1), tenant.service.handle(request)),
    });
    const { attendees } = await openRoster(graph, { id: ids.adaeze, tenantId }).attendees(
      meetingOf(tenant, "all-hands"),
    );

    expect(attendees.length).toBeGreaterThanOrEqual(303);
    expect(attendees.filter(({ department }) => department).length).toBeGreaterThanOrEqual(285);
    expect(sent).toBeLessThanOrEqual(8);
  });

  it("include people of other companies, visitors and telephones, who cannot be taken for members", async () => {
    const { attendees } = await read(startTenant(), ids.adaeze, "all-hands");

    expect(byName(attendees, "Ruth")).toMatchObject({
      kind: "other-tenant",
      person: { external: true },
    });
    expect(byName(attendees, "Visitor")?.kind).toBe("anonymous");
    expect(byName(attendees, "Visitor")?.person).toBeUndefined();
    expect(attendees.find(({ kind }) => kind === "phone")?.person).toBeUndefined();
  });
});
