import { type CloudName, clouds } from "../src/adapters/browser/clouds.ts";

/** Who may frame the pages in one cloud, and whom the pages may ask. */
export interface CloudAddresses {
  readonly ancestors: readonly string[];
  readonly connect: readonly string[];
  readonly signIn: readonly string[];
}

/**
 * Every place Teams, Outlook and Microsoft 365 show a tab in.
 *
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 */
const ancestors: Readonly<Record<CloudName, readonly string[]>> = {
  global: [
    "https://*.cloud.microsoft",
    "https://teams.microsoft.com",
    "https://*.teams.microsoft.com",
    "https://*.microsoft365.com",
    "https://*.office.com",
    "https://outlook.office.com",
    "https://outlook.office365.com",
    "https://outlook-sdf.office.com",
    "https://outlook-sdf.office365.com",
  ],
  "gcc-high": [
    "https://*.cloud.microsoft",
    "https://*.usgovcloud.microsoft",
    "https://teams.microsoft.us",
    "https://gov.teams.microsoft.us",
    "https://*.office365.us",
  ],
  dod: [
    "https://*.cloud.microsoft",
    "https://*.usgovcloud.microsoft",
    "https://teams.microsoft.us",
    "https://dod.teams.microsoft.us",
    "https://*.office365.us",
  ],
  china: ["https://teams.microsoftonline.cn", "https://partner.outlook.cn"],
};

const sharePoint: Readonly<Record<CloudName, string>> = {
  global: "https://*.sharepoint.com",
  "gcc-high": "https://*.sharepoint.us",
  dod: "https://*.sharepoint-mil.us",
  china: "https://*.sharepoint.cn",
};

/** SharePoint's push; what it is called in national clouds is not published, and there pages look by themselves. */
const push = ["https://*.svc.ms", "wss://*.svc.ms"];

/** Where MSAL goes on to: the authority of China is known by a second name. */
const alsoSignsIn: { readonly [C in CloudName]?: readonly string[] } = {
  china: ["login.partner.microsoftonline.cn"],
};

/** Where teams-js reads which hosts it may trust; without it, it knows them by heart. */
const teamsHosts = "https://res.cdn.office.net";

/** The addresses of one of Microsoft's clouds, as a policy names them. */
export function addressesOf(cloud: CloudName): CloudAddresses {
  const { graph, login } = clouds[cloud];
  const signIn = [login, ...(alsoSignsIn[cloud] ?? [])].map((host) => `https://${host}`);
  return {
    ancestors: ancestors[cloud],
    connect: [`https://${graph}`, ...signIn, sharePoint[cloud], ...push, teamsHosts],
    signIn,
  };
}

/** The cloud of this name. @throws Error naming the known ones when there is none. */
export function cloudNamed(name: string): CloudName {
  if (Object.hasOwn(clouds, name)) return name as CloudName;
  throw new Error(`There is no cloud ${name}: choose ${Object.keys(clouds).join(", ")}.`);
}
