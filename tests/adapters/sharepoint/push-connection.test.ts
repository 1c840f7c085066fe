import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectBySocket } from "#adapters/sharepoint/push/connection.ts";
import { SITE, type Server, soon, startServer } from "../../sandbox/push/server-fixtures.ts";

const KWAME = "10000000-0000-4000-8000-000000000002";
let server: Server;
let address: string;
beforeAll(async () => {
  server = await startServer();
  const path = `/sites/${SITE}/lists/${await server.makeList("Log")}/subscriptions/socketIo`;
  const answer = await server.send(KWAME, "GET", path);
  address = ((await answer.json()) as { notificationUrl: string }).notificationUrl;
});
afterAll(() => server.close());

function connect(to: string) {
  const happened: unknown[] = [];
  const close = connectBySocket(to, {
    onUp: () => happened.push("up"),
    onNotice: (payload) => happened.push(payload),
    onDown: () => happened.push("down"),
  });
  return { happened, close, until: (count: number) => soon(() => happened.length >= count) };
}

describe("a connection by socket.io", () => {
  it("comes up, and ends where the network does, without trying again", async () => {
    const { happened, until } = connect(address);
    await until(1);
    server.cut();
    await until(2);
    await new Promise((resolve) => void setTimeout(resolve, 1500));

    expect(happened).toEqual(["up", "down"]);
    expect(await server.get("push")).toEqual([]);
  });

  it("leaves the service when it is closed", async () => {
    const { close, until } = connect(address);
    await until(1);
    expect(await server.get("push")).toHaveLength(1);
    close();

    await expect.poll(() => server.get("push")).toEqual([]);
  });

  it("never gets there when it is closed at once", async () => {
    const { happened, close } = connect(address);
    close();
    await new Promise((resolve) => void setTimeout(resolve, 300));

    expect([happened, await server.get("push")]).toEqual([[], []]);
  });

  it.each(["http://127.0.0.1:1/notifications?token=1", "mailto:nobody"])(
    "to nowhere is down, and throws nothing: %s",
    async (nowhere) => {
      const { happened, until } = connect(nowhere);
      await until(1);

      expect(happened).toEqual(["down"]);
    },
  );
});
