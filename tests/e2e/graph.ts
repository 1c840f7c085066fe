import { people } from "./people.ts";
import { type Sandbox, tell } from "./sandbox.ts";

/** The site where the seeded meeting's decisions are kept. */
export const decisionSite =
  "larkfield.sharepoint.com,30000000-0000-4000-8000-000000000001,31000000-0000-4000-8000-000000000001";

/** A list item as Graph tells it, as far as the tests look. */
export interface Item {
  readonly id: string;
  readonly eTag: string;
  readonly createdDateTime: string;
  readonly createdBy: { readonly user: { readonly id: string; readonly displayName: string } };
  readonly fields: Readonly<Record<string, string | number | undefined>>;
}

interface Page {
  readonly value: readonly Item[];
  readonly "@odata.nextLink"?: string;
}

const tokens = new Map<string, string>();

/** A person's token for the lists, asked for once per sandbox. */
async function tokenOf(sandbox: Sandbox, person: string): Promise<string> {
  const key = `${sandbox.address} ${person}`;
  const known = tokens.get(key);
  if (known !== undefined) return known;
  const owners: readonly string[] = [people.sofia, people.kwame];
  const manage = owners.includes(person) ? ["Sites.Manage.All"] : [];
  const scopes = ["Sites.ReadWrite.All", ...manage];
  const told = await tell(sandbox, "POST", "token", { person, scopes });
  const { access_token } = told as { readonly access_token: string };
  tokens.set(key, access_token);
  return access_token;
}

/** Asks Graph directly, past the product, as one person. */
export async function askGraph(
  sandbox: Sandbox,
  person: string,
  path: string,
  init: { readonly method?: string; readonly body?: unknown } = {},
): Promise<Response> {
  return fetch(new URL(`../graph/v1.0${path}`, sandbox.address), {
    method: init.method ?? "GET",
    headers: {
      authorization: `Bearer ${await tokenOf(sandbox, person)}`,
      ...(init.body !== undefined && { "content-type": "application/json" }),
    },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  });
}

/** All items of a list of the decision site with their fields, as a person reads them, oldest first. */
export async function itemsOf(
  sandbox: Sandbox,
  person: string,
  list: "Decisions" | "Decision events",
): Promise<readonly Item[]> {
  const items: Item[] = [];
  const base = "https://graph.microsoft.com/v1.0";
  let next: string | undefined =
    `${base}/sites/${decisionSite}/lists/${encodeURIComponent(list)}/items?$expand=fields`;
  while (next !== undefined) {
    const response = await askGraph(sandbox, person, next.slice(base.length));
    if (!response.ok) throw new Error(`${list}: ${response.status} ${await response.text()}`);
    const page = (await response.json()) as Page;
    items.push(...page.value);
    next = page["@odata.nextLink"];
  }
  return items.toSorted((a, b) => Number(a.id) - Number(b.id));
}
