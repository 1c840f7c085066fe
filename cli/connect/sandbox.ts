import * as v from "valibot";
import { clouds } from "#adapters/browser/clouds.ts";
import { StoreError } from "#flows/store-error.ts";
import { UsageError } from "../command.ts";
import type { Settings } from "../settings.ts";
import type { Account } from "./connection.ts";

const graphHosts: readonly string[] = Object.values(clouds).map(({ graph }) => graph);

type Fetch = (request: Request) => Promise<Response>;

const People = v.array(
  v.object({ id: v.string(), displayName: v.string(), userPrincipalName: v.string() }),
);
const Token = v.object({
  access_token: v.string(),
  account: v.object({ tenantId: v.string() }),
});
const Refusal = v.object({
  error: v.string(),
  error_description: v.optional(v.string(), ""),
  scopes: v.optional(v.array(v.string()), []),
});

/** Microsoft's addresses, answered by a sandbox, as its own pages have it. */
export function sandboxNetwork(fetch: Fetch, origin: string): Fetch {
  return async (request) => {
    const { hostname, pathname, search } = new URL(request.url);
    const folder = graphHosts.includes(hostname)
      ? "/graph"
      : hostname.endsWith(".sharepoint.com")
        ? "/sharepoint"
        : undefined;
    if (folder === undefined) return await fetch(request);
    return await fetch(await redirected(request, `${origin}${folder}${pathname}${search}`));
  };
}

/**
 * Signs in to a sandbox as one of its people, who say yes to whatever they may consent to, as on
 * the page where a code is typed in.
 *
 * @throws UsageError for a person it does not know; StoreError `no-answer` where nothing answers.
 */
export async function signInToSandbox(
  { clientId, signInAs }: Settings,
  { origin, person }: { readonly origin: string; readonly person: string },
  fetch: Fetch,
  note: (line: string) => void,
): Promise<Account> {
  const ask = async (path: string, body?: object) => {
    const init = body && { method: "POST", body: JSON.stringify(body) };
    const request = new Request(`${origin}/sandbox/${path}`, init);
    const response = await fetch(request).catch((cause: unknown) => {
      throw new StoreError("no-answer", `No sandbox answers at ${origin}`, { cause });
    });
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    if (!isJson && response.status !== 204) throw new UsageError(`${origin} is not a sandbox.`);
    return { isOk: response.ok, said: isJson ? ((await response.json()) as unknown) : undefined };
  };
  const who = findPerson(v.parse(People, (await ask("people")).said), person);
  note(`Signed in to the sandbox as ${who.displayName}.`);
  // The app Microsoft has for tools is not in a sandbox: its own stands in for it.
  const client = signInAs === clientId ? { client: clientId } : {};
  let tenantId: string | undefined;

  const issue = async (scopes: readonly string[]) => {
    const { isOk, said } = await ask("token", { person: who.id, scopes, ...client });
    if (!isOk) return v.parse(Refusal, said);
    const token = v.parse(Token, said);
    tenantId = token.account.tenantId;
    return token.access_token;
  };

  return {
    async token(scopes) {
      const first = await issue(scopes);
      if (typeof first === "string") return first;
      const consent = await ask("consent", { person: who.id, scopes: first.scopes, ...client });
      const again = consent.isOk ? await issue(scopes) : v.parse(Refusal, consent.said);
      if (typeof again === "string") {
        note(`${who.displayName} consented to ${first.scopes.join(", ")}.`);
        return again;
      }
      const { error, error_description: why, scopes: missing } = again;
      throw new StoreError("consent-needed", why === "" ? error : why, { scopes: missing });
    },
    async silently(scopes) {
      const token = await issue(scopes);
      return typeof token === "string" ? token : undefined;
    },
    tenantId: () => tenantId,
  };
}

function findPerson(people: v.InferOutput<typeof People>, wanted: string) {
  const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const word = plain(wanted);
  const found = people.find(
    ({ id, displayName, userPrincipalName }) =>
      id === wanted || userPrincipalName === word || plain(displayName).startsWith(word),
  );
  if (found !== undefined) return found;
  const some = people.slice(0, 12).map(({ displayName }) => displayName);
  throw new UsageError(`The sandbox knows nobody called ${wanted}. Known: ${some.join(", ")}…`);
}

async function redirected(request: Request, url: string): Promise<Request> {
  const { method, headers, signal } = request;
  const body = method === "GET" ? undefined : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, ...(body && { body }) });
}
