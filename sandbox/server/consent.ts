import type { Directory } from "../directory/directory.ts";

/** How the tenant's administrator has consented to the app. */
export type Consent = "simple" | "tight";

const ONE_SITE = "Sites.Selected";

/**
 * The directory of a tenant that has consented to `Sites.Selected` and to nothing that reaches
 * every site. Which sites the app was granted is said through Graph, as everywhere.
 */
export function consented(directory: Directory, consent: Consent): Directory {
  if (consent === "simple") return directory;
  const everybody = directory.consent.everybody.filter((scope) => !scope.startsWith("Sites."));
  return {
    ...directory,
    consent: { ...directory.consent, everybody: [...everybody, ONE_SITE], siteOwners: [] },
  };
}
