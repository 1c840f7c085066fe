import * as v from "valibot";
import { StoreError } from "#flows/store-error.ts";

const Guid = v.pipe(v.string(), v.uuid("must be a GUID"));
const Address = v.pipe(v.string(), v.url("must be a web address"), v.startsWith("https://"));

/** What a deployment sets: one bundle serves every tenant. */
const Config = v.object({
  /** The app's registration in Entra. */
  clientId: Guid,
  authority: v.optional(Address, "https://login.microsoftonline.com/common"),
  /** Another address in national clouds. */
  graphBaseUrl: v.optional(Address, "https://graph.microsoft.com/v1.0"),
  /** The site recommended for keeping decisions. */
  siteId: v.optional(v.pipe(v.string(), v.nonEmpty())),
});
export type Config = Readonly<v.InferOutput<typeof Config>>;

/**
 * Reads `config.json` beside the page.
 *
 * @throws StoreError `no-answer` or `unavailable` when it cannot be had; `rejected`, saying which
 *   field is wrong, when it cannot be used.
 */
export async function readConfig(
  page: string = location.href,
  fetchIt: (url: string) => Promise<Response> = (url) => fetch(url, { cache: "no-cache" }),
): Promise<Config> {
  const address = new URL("config.json", page).href;
  const found = parse(await load(address, fetchIt), address);
  const config = v.safeParse(Config, found);
  if (config.success) return config.output;
  const [issue] = config.issues;
  const field = v.getDotPath(issue) ?? "the file";
  throw new StoreError("rejected", `${address}: ${field}: ${issue.message}`);
}

async function load(address: string, fetchIt: (url: string) => Promise<Response>) {
  let response: Response;
  try {
    response = await fetchIt(address);
  } catch (cause) {
    throw new StoreError("no-answer", `${address} cannot be reached`, { cause });
  }
  if (response.ok) return await response.text();
  const { status } = response;
  const kind = status === 404 ? "not-found" : "unavailable";
  throw new StoreError(kind, `${address} answered ${status}`, { status });
}

function parse(text: string, address: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new StoreError("rejected", `${address} is not JSON`, { cause });
  }
}
