import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { run } from "../../../sandbox/server/main.ts";

/** The sandbox as it is served, behind a network that can be cut, and what is done to it. */
export interface Server {
  /** Of the network in front: the only address that clients know. */
  readonly origin: string;
  tokenOf(personId: string): Promise<string>;
  send(personId: string, method: string, path: string, body?: unknown): Promise<Response>;
  /** Puts one of the sandbox's own switches. */
  put(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  /** Makes a list with nothing but a title, as the owner of its site. */
  makeList(displayName: string): Promise<string>;
  cut(): void;
  close(): Promise<void>;
}

export const SOFIA = "10000000-0000-4000-8000-000000000001";
export const SITE =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";

/** Waits until this is so, four seconds at most. */
export async function soon(isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + 4000; !isSo();) {
    if (performance.now() > end) throw new Error("It did not come to be.");
    await new Promise((resolve) => void setTimeout(resolve, 5));
  }
}

/** Starts it on ports nobody uses. */
export async function startServer(): Promise<Server> {
  const { address, close } = await run(["--port", "0"], process.cwd());
  const network = await startNetwork(Number(new URL(address).port));
  const { origin } = network;
  const json = async (method: string, path: string, body?: unknown) => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return (await (await fetch(`${origin}/sandbox/${path}`, init)).json()) as unknown;
  };
  const tokenOf = async (person: string) => {
    const token = await json("POST", "token", { person });
    return (token as { access_token: string }).access_token;
  };
  const send: Server["send"] = async (person, method, path, body) =>
    fetch(`${origin}/graph/v1.0${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(person)}`,
        "content-type": "application/json",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  await json("PUT", "behaviour", { readableAfterMs: 0 });
  return {
    origin,
    tokenOf,
    send,
    put: (path, body) => json("PUT", path, body),
    get: (path) => json("GET", path),
    async makeList(displayName) {
      const made = await send(SOFIA, "POST", `/sites/${SITE}/lists`, { displayName });
      return ((await made.json()) as { id: string }).id;
    },
    cut: network.cut,
    async close() {
      await close();
      await network.close();
    },
  };
}

/** Passes bytes on from a port of its own, as a proxy of one origin does. */
async function startNetwork(port: number) {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end.on("error", () => {});
      end.on("close", () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const end of ends) end.destroy();
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
