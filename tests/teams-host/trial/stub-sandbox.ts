import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** A sandbox server with two people and one meeting, so that the host page stands on its own. */
export interface StubSandbox {
  readonly origin: string;
  /** Scopes that somebody has to consent to first. */
  readonly unconsented: Set<string>;
  /** Every Graph request that arrived. */
  readonly requests: { method: string; path: string; headers: object; body: string }[];
  /** Seconds until a handed-out token ends. */
  tokenSeconds: number;
  tokensHandedOut: number;
  readonly tabs: Map<string, unknown>;
  close(): Promise<void>;
}

const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";
export const ana = "10000000-0000-4000-8000-00000000000a";
export const guest = "10000000-0000-4000-8000-00000000000b";

const people = [
  {
    id: ana,
    displayName: "Ana Ruiz",
    userPrincipalName: "ana@larkfield.example",
    userType: "Member",
    department: "Sales",
  },
  {
    id: guest,
    displayName: "Bo <b>Guest</b>",
    userPrincipalName: "bo@brightwater.example",
    userType: "Guest",
  },
];

const meetings = [
  {
    id: "forecasting",
    subject: "Redesign sales forecasting",
    chatId: "19:meeting_abc@thread.v2",
    organizerId: ana,
    siteId: "larkfield.sharepoint.com,1,2",
    start: "2026-11-23T14:00:00Z",
    end: "2026-11-23T15:00:00Z",
    tenantId,
    joinUrl: "https://teams.microsoft.com/l/meetup-join/abc",
    roster: [ana, guest],
    invited: [{ personId: guest, type: "optional", response: "accepted" }],
  },
];

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function tokenFor(id: string, scopes: readonly string[], seconds: number, serial: number) {
  const person = people.find((one) => one.id === id);
  const username = person?.userPrincipalName ?? "";
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    aud: "90000000-0000-4000-8000-000000000001",
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    iat: now,
    exp: now + seconds,
    oid: id,
    sub: id,
    tid: tenantId,
    preferred_username: username,
    name: person?.displayName,
    ver: "2.0",
  };
  return {
    access_token: `token-${serial}-of-${username}`,
    expires_in: seconds,
    scope: scopes.join(" "),
    id_token: `${encode({ alg: "none", typ: "JWT" })}.${encode(claims)}.`,
    account: {
      homeAccountId: `${id}.${tenantId}`,
      environment: "login.windows.net",
      tenantId,
      username,
      localAccountId: id,
      name: person?.displayName,
    },
  };
}

function meterOf(requests: number) {
  const total = { requests, resourceUnits: requests, throttled: 0 };
  return { total, minute: { budget: 1250, used: requests }, routes: [] };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Serves the built host page under `/sandbox/` and the test's app page for every page of the app. */
export async function startStubSandbox(hostDir: string, appDir: string): Promise<StubSandbox> {
  const stub = {
    origin: "",
    unconsented: new Set<string>(),
    requests: [] as StubSandbox["requests"],
    tokenSeconds: 3600,
    tokensHandedOut: 0,
    tabs: new Map<string, unknown>(),
    close: () => Promise.resolve(),
  };
  const streams = new Set<ServerResponse>();

  function answerToken(response: ServerResponse, body: string): void {
    const { person, scopes } = JSON.parse(body) as { person: string; scopes: string[] };
    const missing = scopes.filter((scope) => stub.unconsented.has(scope));
    if (missing.length > 0) {
      const isAdmins = missing.some((scope) => scope.endsWith(".All"));
      const error = isAdmins ? "admin_consent_required" : "consent_required";
      json(response, 403, { error, scopes: missing });
      return;
    }
    stub.tokensHandedOut += 1;
    json(response, 200, tokenFor(person, scopes, stub.tokenSeconds, stub.tokensHandedOut));
  }

  function answerTab(response: ServerResponse, method: string, key: string, body: string): void {
    if (method === "PUT") stub.tabs.set(key, JSON.parse(body));
    json(response, 200, stub.tabs.get(key) ?? null);
  }

  async function answerFile(response: ServerResponse, file: string): Promise<void> {
    const content = await readFile(file).catch(() => undefined);
    const type = contentTypes[extname(file)] ?? "application/octet-stream";
    response.writeHead(content ? 200 : 404, { "content-type": type }).end(content);
  }

  function answerGraph(response: ServerResponse, request: IncomingMessage, body: string): void {
    const { method = "", url = "", headers } = request;
    stub.requests.push({ method, path: url, headers, body });
    const entry = {
      at: Date.now(),
      method,
      path: url,
      status: 200,
      units: 1,
      who: "Ana Ruiz",
      ms: 3,
    };
    for (const stream of streams) stream.write(`data: ${JSON.stringify(entry)}\n\n`);
    json(response, 200, { echoed: url, body });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // As behind a proxy that puts everything under a path of its own.
    request.url = request.url?.replace(/^\/some\/path\//, "/") ?? "/";
    const { pathname } = new URL(request.url, "http://stub");
    const body = await bodyOf(request);
    if (pathname.startsWith("/graph/")) answerGraph(response, request, body);
    else if (pathname === "/sandbox/people") json(response, 200, people);
    else if (pathname === "/sandbox/meetings") json(response, 200, meetings);
    else if (pathname === "/sandbox/meter") json(response, 200, meterOf(stub.requests.length));
    else if (pathname === "/sandbox/token") answerToken(response, body);
    else if (pathname === "/sandbox/consent") {
      for (const scope of (JSON.parse(body) as { scopes: string[] }).scopes) {
        stub.unconsented.delete(scope);
      }
      json(response, 200, {});
    } else if (pathname.startsWith("/sandbox/settings/")) {
      answerTab(response, request.method ?? "", pathname.slice(18), body);
    } else if (pathname === "/sandbox/traffic") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(":\n\n");
      streams.add(response);
    } else if (pathname === "/sandbox/") await answerFile(response, join(hostDir, "index.html"));
    else if (pathname === "/sandbox/room") await answerFile(response, join(hostDir, "room.html"));
    else if (pathname.startsWith("/sandbox/app/")) {
      // One page plays all pages of the app: here only the host is under test.
      const isPage = pathname.endsWith(".html");
      await answerFile(response, join(appDir, isPage ? "index.html" : pathname.slice(13)));
    } else await answerFile(response, join(hostDir, pathname.replace("/sandbox/", "")));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The stub has no address.");
  stub.origin = `http://127.0.0.1:${address.port}`;
  stub.close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return stub;
}
