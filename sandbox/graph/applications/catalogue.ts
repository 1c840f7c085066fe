import type { Directory } from "../../directory/directory.ts";
import { guidOf } from "./guid.ts";
import catalogue from "./scopes.json" with { type: "json" };

/** Who may consent to a scope: anybody, an administrator, or whom the tenant's policy lets. */
type ConsentBy = "person" | "not-managed" | "administrator";

/** A delegated scope that one of Microsoft's services offers. */
export interface OfferedScope {
  readonly id: string;
  readonly value: string;
  readonly consent: ConsentBy;
}

/** One of Microsoft's services that an app can have scopes of. */
export interface Resource {
  readonly appId: string;
  readonly displayName: string;
  readonly scopes: readonly OfferedScope[];
  /** Set before a scope where it is asked for by its full name. */
  readonly address: string;
}

/**
 * Microsoft's services and their scopes. Ids that are not published are made up, always the same.
 *
 * @see https://learn.microsoft.com/graph/permissions-reference
 */
export function resourcesOf(directory: Directory): readonly Resource[] {
  return [
    {
      appId: "00000003-0000-0000-c000-000000000000",
      displayName: "Microsoft Graph",
      scopes: offered(catalogue.graph),
      address: "https://graph.microsoft.com",
    },
    {
      appId: "00000003-0000-0ff1-ce00-000000000000",
      displayName: "Office 365 SharePoint Online",
      scopes: offered(catalogue.sharePoint),
      address: `https://${directory.tenant.sharePointHost}`,
    },
  ];
}

function offered(
  entries: readonly { readonly value: string; readonly id?: string; readonly consent: string }[],
): OfferedScope[] {
  return entries.map(({ value, id, consent }) => ({
    value,
    id: id ?? guidOf(`scope ${value}`),
    consent: consent as ConsentBy,
  }));
}
