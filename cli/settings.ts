import { parseEnv } from "node:util";
import { type CloudName, clouds } from "#adapters/browser/clouds.ts";
import { isJson } from "./files.ts";
import { type Option, type Surroundings, type Typed, UsageError } from "./command.ts";

/** What every command can be told: by option, else by the file of --env, else by the environment. */
export interface Settings {
  readonly cloud: CloudName;
  readonly tenantId?: string;
  /** Quorate's own registration. */
  readonly clientId?: string;
  /** The app that this tool signs in as. */
  readonly signInAs: string;
  readonly hostUrl?: string;
  readonly consent: "simple" | "tight";
  readonly site?: string;
  readonly sandbox?: { readonly origin: string; readonly person: string };
}

/**
 * Microsoft Graph Command Line Tools: Microsoft's own app for tools like this one, known to every
 * tenant of the worldwide cloud.
 *
 * @see https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
 */
const graphTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;

/** The options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  env: {
    type: "string",
    value: "FILE",
    about: "Settings as KEY=value: CLIENT_ID, HOST_URL, TENANT_ID, SITE, CONSENT, CLOUD.",
  },
  tenant: { type: "string", value: "ID", about: "Your tenant: its id or one of its domains." },
  cloud: { type: "string", value: "NAME", about: `${Object.keys(clouds).join(", ")}.` },
  consent: { type: "string", value: "WAY", about: "simple or tight, as config.json says." },
  "client-id": { type: "string", value: "ID", about: "The client id of Quorate's registration." },
  "sign-in-as": {
    type: "string",
    value: "ID",
    about: "The app to sign in as; without it Microsoft Graph Command Line Tools.",
  },
  sandbox: { type: "string", value: "URL", about: "A sandbox instead of Microsoft 365." },
  as: { type: "string", value: "PERSON", about: "With --sandbox: who signs in, by name or id." },
  "dry-run": { type: "boolean", about: "Look, say what would be done, and change nothing." },
  json: { type: "boolean", about: "The result as JSON." },
  help: { type: "boolean", about: "This page." },
};

/**
 * Reads the settings of one call.
 *
 * @throws UsageError with a sentence about the one that is wrong.
 */
export function readSettings(typed: Typed, { env, read }: Surroundings): Settings {
  const file = typed.text("env");
  const text = file === undefined ? "" : read(file);
  if (text === undefined) throw new UsageError(`--env ${file}: there is no such file.`);
  const kept = valuesIn(text, file ?? "");
  const named = (option: string, key: string) =>
    typed.text(option) ?? kept[key] ?? env[`QUORATE_${key}`];
  const [tenantId, clientId] = [named("tenant", "TENANT_ID"), named("client-id", "CLIENT_ID")];
  const [hostUrl, site] = [named("site-url", "HOST_URL"), named("site", "SITE")];
  return {
    cloud: cloudOf(named("cloud", "CLOUD") ?? "global"),
    consent: consentOf(named("consent", "CONSENT") ?? "simple"),
    signInAs: idOf("--sign-in-as", named("sign-in-as", "SIGN_IN_AS")) ?? graphTools,
    ...(tenantId && { tenantId: tenantOf(tenantId) }),
    ...(clientId && { clientId: idOf("The client id", clientId) ?? "" }),
    ...(hostUrl && { hostUrl: addressOf(hostUrl) }),
    ...(site && { site }),
    ...sandboxOf(typed),
  };
}

/** Lines of KEY=value, or an object of JSON: the package reads both. */
function valuesIn(text: string, file: string): Readonly<Record<string, string | undefined>> {
  if (!isJson(text)) return parseEnv(text);
  try {
    return JSON.parse(text) as Readonly<Record<string, string>>;
  } catch {
    throw new UsageError(`--env ${file} begins with { but is not JSON.`);
  }
}

function cloudOf(name: string): CloudName {
  if (Object.hasOwn(clouds, name)) return name as CloudName;
  throw new UsageError(`There is no cloud ${name}: say ${Object.keys(clouds).join(", ")}.`);
}

function consentOf(way: string): Settings["consent"] {
  if (way === "simple" || way === "tight") return way;
  throw new UsageError(`There is no consent ${way}: say simple or tight.`);
}

function idOf(what: string, id: string | undefined): string | undefined {
  if (id === undefined || guid.test(id)) return id?.toLowerCase();
  throw new UsageError(`${what} ${id} is not a GUID: copy it from the app's page in Entra.`);
}

function tenantOf(name: string): string {
  if (guid.test(name) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(name)) return name;
  throw new UsageError(`The tenant ${name} is neither a GUID nor a domain.`);
}

/** Where the pages are, without what comes after the last folder. */
function addressOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isLocal = parsed?.hostname === "localhost" || parsed?.hostname === "127.0.0.1";
  if (parsed === undefined || (parsed.protocol !== "https:" && !isLocal)) {
    throw new UsageError(`The address ${url} must begin with https://.`);
  }
  return `${parsed.origin}${parsed.pathname.replace(/\/[^/]*\.html$|\/+$/u, "")}`;
}

function sandboxOf(typed: Typed): Pick<Settings, "sandbox"> {
  const [url, person] = [typed.text("sandbox"), typed.text("as")];
  if (url === undefined && person === undefined) return {};
  if (url === undefined) throw new UsageError("--as goes with --sandbox URL.");
  if (person === undefined) throw new UsageError("--sandbox goes with --as PERSON: who signs in?");
  if (!URL.canParse(url)) throw new UsageError(`--sandbox ${url} is not a web address.`);
  return { sandbox: { origin: url.replace(/\/(?:sandbox\/?)?$/u, ""), person } };
}
