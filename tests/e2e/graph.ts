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

/** Asks Graph directly, past the product, as one person. */
export async function askGraph(
  sandbox: Sandbox,
  person: string,
  path: string,
  init: {
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const { access_token } = (await tell(sandbox, "POST", "token", {
    person,
    scopes: ["Sites.ReadWrite.All", "Sites.Manage.All"],
  })) as { readonly access_token: string };
  return fetch(new URL(`../graph/v1.0${path}`, sandbox.address), {
    method: init.method ?? "GET",
    headers: {
      authorization: `Bearer ${access_token}`,
      ...(init.body !== undefined && { "content-type": "application/json" }),
      ...init.headers,
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
