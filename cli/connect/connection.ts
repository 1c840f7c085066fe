import { clouds } from "#adapters/browser/clouds.ts";
import { type Graph, openGraph } from "#adapters/graph/client.ts";
import { scopes as named } from "#adapters/graph/token-source.ts";
import type { TokenSource } from "#adapters/graph/token-source.ts";
import type { Surroundings } from "../command.ts";
import type { Settings } from "../settings.ts";
import { signInByDeviceCode } from "./device-code.ts";
import { onlyReading } from "./only-reading.ts";
import { sandboxNetwork, signInToSandbox } from "./sandbox.ts";

/** Somebody signed in from a terminal. */
export interface Account extends TokenSource {
  /** A token without asking anybody; undefined where that takes consent. */
  silently(scopes: readonly string[]): Promise<string | undefined>;
  /** Of whoever signed in; known after the first token. */
  tenantId(): string | undefined;
}

/** The tenant, as the person who signed in reaches it. */
export interface Connection {
  readonly account: Account;
  readonly graph: Graph;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Server time minus this machine's in milliseconds, once something was answered. */
  clockOffsetMs(): number | undefined;
  /** Whether the app signed in as is Quorate's own registration. */
  readonly isQuorate: boolean;
}

/** Signs in with the scopes that are going to be needed, and opens Graph. */
export type Connect = (scopes: readonly string[]) => Promise<Connection>;

const whole: ReadonlySet<string> = new Set([...named.lists, ...named.makeLists]);

/** How to connect under these settings; a dry run cannot send anything but reading requests. */
export function connector(
  settings: Settings,
  { fetch, world, note }: Surroundings,
  isDry: boolean,
): Connect {
  return async (scopes) => {
    const { sandbox, cloud } = settings;
    const network = sandbox === undefined ? fetch : sandboxNetwork(fetch, sandbox.origin);
    const isQuorate = settings.clientId !== undefined && settings.signInAs === settings.clientId;
    const signedIn =
      sandbox === undefined
        ? signInByDeviceCode(settings, scopes, note, fetch)
        : await signInToSandbox(settings, sandbox, fetch, note);
    const account = isQuorate && settings.consent === "tight" ? onOneSite(signedIn) : signedIn;
    let offsetMs: number | undefined;
    const send = isDry ? onlyReading(network) : network;
    const graph = openGraph({
      tokens: account,
      clock: world,
      fetch: send,
      graphBaseUrl: `https://${clouds[cloud].graph}/v1.0`,
      onServerTime: (ms) => {
        offsetMs = ms - world.now();
      },
    });
    return { account, graph, fetch: send, clockOffsetMs: () => offsetMs, isQuorate };
  };
}

/** Quorate's own app with tight consent has one permission for sites, whatever is asked for. */
export function onOneSite<Any extends Pick<Account, "token" | "silently">>(account: Any): Any {
  const narrowed = (scopes: readonly string[]) => [
    ...new Set(scopes.map((scope) => (whole.has(scope) ? named.oneSite[0] : scope))),
  ];
  return {
    ...account,
    token: (scopes, wish) => account.token(narrowed(scopes), wish),
    silently: (scopes) => account.silently(narrowed(scopes)),
  };
}
