import { io } from "socket.io-client";
import type { Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SITE, SOFIA, type Server, soon, startServer } from "./server-fixtures.ts";

const KWAME = "10000000-0000-4000-8000-000000000002";
const sockets: Socket[] = [];
let server: Server;
let list: string;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  await server.put("behaviour", { readableAfterMs: 0, pushUp: true, pushExpiresSeconds: 600 });
  list = `/sites/${SITE}/lists/${await server.makeList(`Log ${performance.now()}`)}`;
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect();
});
afterAll(() => server.close());

async function addressFor(person = KWAME, headers = {}) {
  const token = await server.tokenOf(person);
  const answer = await fetch(`${server.origin}/graph/v1.0${list}/subscriptions/socketIo`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  return ((await answer.json()) as { notificationUrl: string }).notificationUrl;
}

/** A client as Microsoft's documentation writes one, and what happens to it. */
function listen(address: string, transports = ["websocket"]) {
  const happened: unknown[] = [];
  const socket = io(address, { transports, forceNew: true, reconnection: false });
  sockets.push(socket);
  socket.on("connect", () => happened.push("up"));
  socket.on("connect_error", ({ message }) => happened.push(message));
  socket.on("disconnect", (reason) => happened.push(reason));
  socket.on("notification", (...payload: unknown[]) => happened.push(payload));
  const until = (count: number) => soon(() => happened.length >= count);
  return { happened, until };
}

async function add(fields = { Title: "row" }) {
  const { status } = await server.send(SOFIA, "POST", `${list}/items`, { fields });
  expect(status).toBe(201);
}

describe("a socket for a list's changes", () => {
  it("is told in a JSON string that its list changed, also by the person who listens", async () => {
    const { happened, until } = listen(await addressFor(SOFIA));
    await until(1);
    await add();
    await until(2);

    expect(happened).toEqual(["up", [expect.any(String)]]);
    const [notice] = happened[1] as [string];
    expect(JSON.parse(notice)).toMatchObject({ value: [{ resource: list.split("/").at(-1) }] });
  });

  it("is told once of each of many changes", async () => {
    const { happened, until } = listen(await addressFor());
    await until(1);
    for (let time = 0; time < 20; time += 1) await add();
    await until(21);
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(happened).toHaveLength(21);
  });

  it("is refused with an address nobody was given", async () => {
    const { happened, until } = listen(`${server.origin}/notifications?token=made-up`);
    await until(1);

    expect(happened).toEqual(["websocket error"]);
  });

  it("is refused without a token", async () => {
    const { happened, until } = listen(`${server.origin}/notifications`);
    await until(1);

    expect(happened).toEqual(["websocket error"]);
  });

  it("is closed when its address expires, which is then of no more use", async () => {
    await server.put("behaviour", { pushExpiresSeconds: 1 });
    const address = await addressFor();
    const { happened, until } = listen(address);
    await until(2);
    const again = listen(address);
    await again.until(1);

    expect(happened).toEqual(["up", "io server disconnect"]);
    expect(again.happened).toEqual(["websocket error"]);
  });

  it("is not to be had by long polling", async () => {
    const { happened, until } = listen(await addressFor(), ["polling"]);
    await until(1);

    expect(happened).toEqual(["xhr poll error"]);
  });

  it("is told nothing in any other namespace", async () => {
    const address = (await addressFor()).replace("/notifications", "/");
    const { happened, until } = listen(address);
    await until(1);
    await add();
    await new Promise((resolve) => setTimeout(resolve, 50));

    expect(happened).toEqual(["up"]);
  });

  it("is let go of when push goes down", async () => {
    const { happened, until } = listen(await addressFor());
    await until(1);
    await server.put("behaviour", { pushUp: false });
    await until(2);

    expect(happened).toEqual(["up", "io server disconnect"]);
  });

  it("is let go of when everything starts over", async () => {
    const { happened, until } = listen(await addressFor());
    await until(1);
    await fetch(`${server.origin}/sandbox/reset`, { method: "POST" });
    await until(2);

    expect(happened).toEqual(["up", "io server disconnect"]);
  });

  it("counts among those who listen for as long as it is open", async () => {
    const { until } = listen(await addressFor());
    await until(1);
    expect(await server.get("push")).toMatchObject([{ personId: KWAME }]);
    sockets.at(-1)?.disconnect();

    await expect.poll(() => server.get("push"), { timeout: 2000 }).toEqual([]);
  });

  it("does not keep the server from ending", async () => {
    const own = await startServer();
    const made = await own.makeList("Log");
    const answer = await own.send(
      KWAME,
      "GET",
      `/sites/${SITE}/lists/${made}/subscriptions/socketIo`,
    );
    const { notificationUrl } = (await answer.json()) as { notificationUrl: string };
    const { happened, until } = listen(notificationUrl);
    await until(1);
    await own.close();
    await until(2);

    expect(happened).toEqual(["up", "transport close"]);
  });
});

describe("where the socket is", () => {
  it("is the origin as the browser sees it, whatever stands between", async () => {
    expect(new URL(await addressFor()).origin).toBe(server.origin);
  });

  it.each([
    [
      {
        "x-forwarded-proto": "https",
        "x-forwarded-host": "demo.example",
        "x-forwarded-prefix": "/q",
      },
      "https://demo.example/notifications",
    ],
    [{ referer: "https://demo.example/a/b/sandbox/sw.js" }, "https://demo.example/notifications"],
  ])("is at the root of it, below a path too: %j", async (headers, expected) => {
    const { origin, pathname } = new URL(await addressFor(KWAME, headers));

    expect(origin + pathname).toBe(expected);
  });
});
