import { describe, expect, it } from "vitest";
import { entriesOf, errorOf, startGraph } from "./graph-fixtures.ts";
import type { Bench, Json } from "./graph-fixtures.ts";

const KWAME = "/users/10000000-0000-4000-8000-000000000002";

describe("a colleague's details", () => {
  it("come with department and title where User.Read.All is given", async () => {
    const reply = await startGraph().as("Sofia", ["User.Read.All"])(
      "GET",
      `${KWAME}?$select=id,displayName,department,jobTitle`,
    );

    expect(reply.body).toMatchObject({
      department: "IT",
      jobTitle: "Director of Business Platforms",
    });
  });

  it("come silently without them where it is not", async () => {
    const reply = await startGraph().as("Sofia", ["User.ReadBasic.All"])(
      "GET",
      `${KWAME}?$select=displayName,department`,
    );

    expect([reply.status, Object.keys(reply.body)]).toEqual([
      200,
      ["@odata.context", "displayName"],
    ]);
  });

  it("are asked for fifteen at a time, not sixteen", async () => {
    const { as, directory } = startGraph();
    const ids = [...directory.people.keys()];
    const ask = (count: number) =>
      as("Sofia")(
        "GET",
        `/users?$filter=id in (${ids
          .slice(0, count)
          .map((id) => `'${id}'`)
          .join(",")})`,
      );

    expect(entriesOf(await ask(15))).toHaveLength(15);
    expect(errorOf(await ask(16)).message).toContain("Max allowed: 15");
  });

  it("have a photo or say that there is none", async () => {
    const sofia = startGraph().as("Sofia");

    const [photo, none] = [
      await sofia("GET", `${KWAME}/photos/48x48/$value`),
      await sofia("GET", "/users/10000000-0000-4000-8000-000000000004/photos/48x48/$value"),
    ];

    expect(photo.headers.get("content-type")).toBe("image/png");
    expect([none.status, errorOf(none).code]).toEqual([404, "ImageNotFound"]);
  });

  it("are not a guest's to read", async () => {
    const guest = startGraph().as("Daniel");

    expect((await guest("GET", KWAME)).status).toBe(403);
    expect((await guest("GET", "/me")).body["displayName"]).toBe("Daniel Whitaker");
  });
});

describe("the chat of a meeting", () => {
  const chatOf = ({ directory }: Bench, id = "forecasting") =>
    `/chats/${directory.meetings.get(id)?.chatId}`;

  it("lists organizer, invited and joined people, the guest marked and without mail", async () => {
    const bench = startGraph();

    const members = entriesOf(await bench.as("Kwame")("GET", `${chatOf(bench)}/members`));

    expect(members).toHaveLength(8);
    expect(members[0]).toMatchObject({ displayName: "Sofia Brandt", roles: ["owner"] });
    expect(members.find((one) => one["displayName"] === "Daniel Whitaker")).toMatchObject({
      roles: ["guest"],
      email: null,
      tenantId: "b2160000-0000-4000-8000-00000000f2e2",
    });
    expect(members.map((one) => one["displayName"])).toContain("Tomasz Zieliński");
  });

  it("refuses guests", async () => {
    const bench = startGraph();

    const reply = await bench.as("Daniel")("GET", `${chatOf(bench)}/members`);

    expect([reply.status, errorOf(reply).code]).toEqual([403, "GuestAccessDenied"]);
  });

  it("refuses who is not in the roster, the reason deep inside", async () => {
    const bench = startGraph();

    const reply = await bench.as("Noor")("GET", `${chatOf(bench)}/members`);

    expect(reply.body["error"]).toMatchObject({
      code: "Forbidden",
      innerError: { message: expect.stringMatching(/^AclCheckFailed-/) as unknown },
    });
  });

  it("gives three hundred people and the three from outside in pages", async () => {
    const bench = startGraph();
    const ceo = bench.as("Adaeze");
    const members: Json[] = [];
    let next: string | undefined = `${chatOf(bench, "all-hands")}/members`;
    for (; next !== undefined;) {
      const reply = await ceo("GET", next);
      members.push(...entriesOf(reply));
      next = reply.body["@odata.nextLink"] as string | undefined;
    }

    expect(members).toHaveLength(303);
    expect(new Set(members.map((one) => one["@odata.type"])).size).toBe(3);
  });

  it("takes a card and refuses one that weighs too much", async () => {
    const bench = startGraph();
    const { id } = bench.person("Sofia");
    bench.graph.world.record({
      fact: "scopes-consented",
      personId: id,
      scopes: ["ChatMessage.Send"],
    });
    const post = (content: string) =>
      bench.as("Sofia")("POST", `${chatOf(bench)}/messages`, {
        body: { contentType: "html", content: '<attachment id="1"></attachment>' },
        attachments: [{ id: "1", contentType: "application/vnd.microsoft.card.adaptive", content }],
      });

    expect((await post("{}")).status).toBe(201);
    expect((await post("x".repeat(29_000))).status).toBe(413);
  });
});

describe("the calendar", () => {
  const SPAN = "startDateTime=2026-09-14T00:00:00Z&endDateTime=2026-09-15T00:00:00Z";
  const responsesIn = (event: Json | undefined) =>
    ((event?.["attendees"] ?? []) as { status: { response: string } }[]).map(
      ({ status }) => status.response,
    );

  it("tells the organizer what everybody answered, the room among them", async () => {
    const [event] = entriesOf(await startGraph().as("Sofia")("GET", `/me/calendarView?${SPAN}`));

    expect(responsesIn(event)).toEqual([
      "accepted",
      "accepted",
      "declined",
      "tentativelyAccepted",
      "accepted",
      "notResponded",
      "accepted",
    ]);
  });

  it("tells an attendee only their own answer", async () => {
    const [event] = entriesOf(await startGraph().as("Henrik")("GET", `/me/calendarView?${SPAN}`));

    expect(responsesIn(event).filter((response) => response !== "none")).toEqual(["declined"]);
  });

  it("is empty for who joined without being invited", async () => {
    const reply = await startGraph().as("Tomasz")("GET", `/me/calendarView?${SPAN}`);

    expect(entriesOf(reply)).toEqual([]);
  });

  it("refuses to filter by whether a meeting is online", async () => {
    const path = `/me/calendarView?${SPAN}&$filter=isOnlineMeeting eq true`;

    const reply = await startGraph().as("Sofia")("GET", path);

    expect([reply.status, errorOf(reply).code]).toEqual([400, "ErrorInvalidProperty"]);
  });

  it("leaves the online meeting empty unless isOnlineMeeting is asked for as well", async () => {
    const sofia = startGraph().as("Sofia");
    const path = `/me/calendarView?${SPAN}&$select=onlineMeeting`;

    expect(entriesOf(await sofia("GET", path))[0]?.["onlineMeeting"]).toBeNull();
    expect(
      entriesOf(await sofia("GET", `${path},isOnlineMeeting`))[0]?.["onlineMeeting"],
    ).toHaveProperty("joinUrl");
  });

  it("writes times in the zone asked for", async () => {
    const [event] = entriesOf(
      await startGraph().as("Sofia")("GET", `/me/calendarView?${SPAN}`, undefined, {
        prefer: 'outlook.timezone="Europe/Berlin"',
      }),
    );

    expect(event?.["start"]).toEqual({
      dateTime: "2026-09-14T16:00:00.0000000",
      timeZone: "Europe/Berlin",
    });
  });
});
