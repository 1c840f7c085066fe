import { browserWorld } from "#adapters/browser/world.ts";
import { sitePath } from "#adapters/sharepoint/list-items.ts";
import type { Trial, TrialPerson } from "../trial.ts";

/** What trying something out has shown. */
export interface Finding {
  /** The question, as docs/tenant-checks.md lists it. */
  readonly question: string;
  /** One line: what was found, or that it takes somebody or something else. */
  readonly found: string;
  /** What was seen on the way: statuses, times, request ids. */
  readonly seen: readonly string[];
  /** How to find out what this run could not. */
  readonly how?: string;
}

/** Tries one thing out. Whatever it throws becomes a finding too. */
export interface Probe {
  readonly question: string;
  readonly find: (trial: Trial) => Promise<Omit<Finding, "question">>;
}

/** An answer with what an issue about it needs. */
export interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly requestId: string;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
  /** All of it in one line. */
  readonly line: string;
}

/** How to ask. */
export interface Asking {
  readonly method?: string;
  /** Below Graph's version, or a whole address. */
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly scopes?: readonly string[];
}

/** Asks past every adapter, so that nothing hides what Microsoft says. Undefined: nobody consented. */
export async function ask(
  { fetch, graphUrl }: Pick<Trial, "fetch" | "graphUrl">,
  person: TrialPerson,
  { method = "GET", path, body, headers = {}, scopes = ["Sites.ReadWrite.All"] }: Asking,
): Promise<Answer | undefined> {
  const token = await person.account.silently(scopes);
  if (token === undefined) return undefined;
  const url = path.startsWith("https:") ? path : `${graphUrl}${path}`;
  const started = performance.now();
  const response = await fetch(
    new Request(url, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const ms = Math.round(performance.now() - started);
  const header = (name: string) => response.headers.get(name) ?? undefined;
  const requestId = header("request-id") ?? header("sprequestguid") ?? "none";
  const said = parsed(text);
  const code = codeIn(said);
  const what = path.startsWith("https:")
    ? new URL(path).pathname.replace(/.*\/_api/u, "/_api")
    : shortened(path);
  const line = `${method} ${what}: ${response.status}${code}, ${ms} ms, request ${requestId}`;
  return { status: response.status, ms, requestId, header, body: said, line };
}

/** A row's columns, of an event of its own. */
export function eventRow(eventId: string): { readonly fields: Readonly<Record<string, string>> } {
  return { fields: { Title: "trial", EventId: eventId, Kind: "trial", Payload: "{}" } };
}

/** Where the trial's site is below Graph's version. */
export function below({ site }: Trial, rest: string): string {
  return `${sitePath(site.id)}${rest}`;
}

/** Waits by the real clock. */
export function forMs(ms: number): Promise<void> {
  return new Promise((resolve) => void browserWorld.after(ms, resolve));
}

function shortened(path: string): string {
  return path.replace(/\/sites\/[^/]+,[^/]+,[^/?]+/u, "/sites/…").split("?")[0] ?? path;
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return text.slice(0, 200);
  }
}

/** The deepest code and the message of an error, as Graph or SharePoint words it. */
function codeIn(body: unknown): string {
  const outer = (body ?? {}) as Readonly<Record<string, unknown>>;
  const error = (outer["error"] ?? outer["odata.error"]) as
    | { readonly code?: string; readonly message?: string | { readonly value?: string } }
    | undefined;
  if (error === undefined) return "";
  const message = typeof error.message === "string" ? error.message : error.message?.value;
  return ` ${error.code ?? ""} “${message ?? ""}”`;
}
