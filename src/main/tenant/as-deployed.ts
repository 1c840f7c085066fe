import type { Feature } from "#adapters/browser/clouds.ts";
import type { Config } from "#adapters/browser/config.ts";
import { type SignIn, scopes } from "#adapters/graph/token-source.ts";
import { StoreError } from "#flows/store-error.ts";

const switched: readonly (readonly [Feature, string])[] = [
  ["chat", ...scopes.chat],
  ["people", ...scopes.people],
  ["calendar", ...scopes.calendar],
  ["departments", ...scopes.departments],
  ["card", ...scopes.card],
  ["planner", ...scopes.planner],
];
const wholeTenant: ReadonlySet<string> = new Set([...scopes.lists, ...scopes.makeLists]);

/**
 * A sign-in that asks for what this deployment allows. With tight consent every permission on sites
 * becomes `Sites.Selected`; what is switched off in config.json is refused without asking anybody.
 *
 * @see https://learn.microsoft.com/graph/permissions-selected-overview
 */
export function asDeployed(
  signIn: SignIn,
  { consent, features }: Pick<Config, "consent" | "features">,
): SignIn {
  const off = new Set(switched.flatMap(([name, scope]) => (features[name] ? [] : [scope])));
  const allowed = (asked: readonly string[]): readonly string[] => {
    const refused = asked.find((scope) => off.has(scope));
    if (refused !== undefined) throw notHere(`${refused} is switched off in config.json`);
    if (consent === "simple") return asked;
    // SharePoint's own address knows no permission for one site only.
    const beyond = asked.find((scope) => /\/AllSites\./u.test(scope));
    if (beyond !== undefined) throw notHere(`${beyond} reaches more than the granted site`);
    return [...new Set(asked.map((one) => (wholeTenant.has(one) ? scopes.oneSite[0] : one)))];
  };
  return {
    token: async (asked, wish) => await signIn.token(allowed(asked), wish),
    askConsent: async (asked) => await signIn.askConsent(allowed(asked)),
  };
}

function notHere(message: string): StoreError {
  return new StoreError("forbidden", message, { code: "config" });
}
