import { sandboxNetwork } from "../../cli/connect/sandbox.ts";
import { run } from "../../cli/run.ts";
import { seedDirectory } from "../../sandbox/directory/load.ts";
import { run as serve } from "../../sandbox/server/main.ts";
import { startSandbox } from "../../sandbox/server/sandbox.ts";
import { browserWorld } from "#adapters/browser/world.ts";

/** What a command said, and how it ended. */
interface Said {
  readonly code: number;
  readonly out: string;
  readonly notes: string;
}

/** A terminal in front of a sandbox, with a folder of its own. */
export interface Terminal {
  readonly origin: string;
  /** Types a command, its words apart; the sandbox and who signs in are added. */
  type(as: string, ...words: readonly string[]): Promise<Said>;
  /** The same, and reads its JSON. */
  ask(as: string, ...words: readonly string[]): Promise<Said & { readonly json: unknown }>;
  /** Every request so far, as method and path. */
  readonly requests: string[];
  readonly files: Map<string, string>;
  /** Puts one of the sandbox's own switches. */
  put(path: string, body: object): Promise<void>;
  post(path: string, body: object): Promise<Response>;
  tokenOf(personId: string, scopes: readonly string[]): Promise<string>;
  /** Microsoft's addresses, answered by the sandbox. */
  readonly network: (request: Request) => Promise<Response>;
  /** Sends a request of somebody's own. */
  byHand(as: string, method: string, path: string, body?: object): Promise<Response>;
}

/** Opens a terminal; nothing in it waits for Microsoft's delays. Other web sites answer by origin. */
export function openTerminal(
  consent: "simple" | "tight" = "simple",
  sites: Readonly<Record<string, (url: string) => Response>> = {},
): Terminal {
  const { app } = startSandbox({
    projectRoot: process.cwd(),
    directory: seedDirectory(),
    consent,
    behaviour: { readableAfterMs: 0 },
  });
  return terminalAt("http://sandbox.test", async (request) => {
    const site = sites[new URL(request.url).origin];
    return site === undefined ? await app.fetch(request) : site(request.url);
  });
}

/** Opens a terminal in front of a sandbox as it is served, with sockets; to be closed. */
export async function serveTerminal(): Promise<Terminal & { close(): Promise<void> }> {
  const { address, close } = await serve(["--port", "0"], process.cwd());
  const terminal = terminalAt(new URL(address).origin, (request) => fetch(request));
  await terminal.put("behaviour", { readableAfterMs: 0 });
  return { ...terminal, close };
}

function terminalAt(origin: string, answer: (request: Request) => Promise<Response>): Terminal {
  const requests: string[] = [];
  const files = new Map<string, string>();
  const send = async (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return await answer(request);
  };
  const type = async (as: string, ...words: readonly string[]): Promise<Said> => {
    const said = { out: [] as string[], notes: [] as string[] };
    const code = await run({
      args: as === "" ? words : [...words, "--sandbox", origin, "--as", as],
      env: {},
      out: (line) => said.out.push(line),
      note: (line) => said.notes.push(line),
      read: (path) => files.get(path),
      write: (path, text) => files.set(path, text),
      fetch: send,
      world: browserWorld,
    });
    return { code, out: said.out.join("\n"), notes: said.notes.join("\n") };
  };
  const json = async (method: string, path: string, body: object) =>
    await answer(new Request(`${origin}/${path}`, { method, body: JSON.stringify(body) }));
  const tokenOf = async (person: string, scopes?: readonly string[]) => {
    const token = await json("POST", "sandbox/token", { person, ...(scopes && { scopes }) });
    return ((await token.json()) as { readonly access_token: string }).access_token;
  };
  return {
    origin,
    type,
    requests,
    files,
    async ask(as: string, ...words: readonly string[]) {
      const said = await type(as, ...words, "--json");
      return { ...said, json: JSON.parse(said.out || "null") as unknown };
    },
    put: async (path, body) => void (await json("PUT", `sandbox/${path}`, body)),
    post: (path, body) => json("POST", `sandbox/${path}`, body),
    tokenOf,
    network: sandboxNetwork(answer, origin),
    async byHand(as, method, path, body) {
      const access_token = await tokenOf(as);
      return await answer(
        new Request(`${origin}/graph/v1.0${path}`, {
          method,
          headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
          ...(body && { body: JSON.stringify(body) }),
        }),
      );
    },
  };
}

/** One step of a command's JSON. */
export interface StepSaid {
  readonly state: string;
  readonly what: string;
  readonly detail?: string;
  readonly todo?: string;
}
