import type { Answer, Call } from "../call.ts";
import { param } from "../call.ts";
import { refuse } from "../errors.ts";
import { expansions } from "../odata/query.ts";
import { holds, mailOf, siteOf, siteUsersOf } from "./access.ts";

/** Whether a request names SharePoint's hidden list of the people of a site. */
export function isUserInformationList(call: Call): boolean {
  return param(call, "list-id").toLowerCase() === "user information list";
}

/**
 * The people SharePoint knows in a site, by their lookup ids. Who never wrote there is absent.
 *
 * @throws GraphError 403 to those this tenant does not show it to.
 */
export function listSiteUsers(call: Call): Answer {
  const site = siteOf(call);
  const { userInformationList } = call.world.behaviour;
  if (!holds(call, site, userInformationList === "owners" ? "owner" : "read"))
    refuse(403, "accessDenied", "Access denied");
  const expansion = expansions(call.query, ["fields"])[0];
  const value = [...siteUsersOf(call.world, site)].map(([lookupId, person]) => {
    const all: Record<string, string> = {
      Title: person.displayName,
      Name: `i:0#.f|membership|${person.userPrincipalName.toLowerCase()}`,
      EMail: mailOf(person),
      UserName: person.userPrincipalName,
      ContentType: "Person",
    };
    const fields = Object.fromEntries(
      Object.entries(all).filter(([name]) => expansion?.select?.includes(name) ?? true),
    );
    return {
      id: String(lookupId),
      contentType: { id: "0x010A00B2160000F2E24000800000000000F1E1", name: "Person" },
      parentReference: { siteId: site.id },
      ...(expansion && { fields: { id: String(lookupId), ...fields } }),
    };
  });
  return { status: 200, body: { value } };
}
