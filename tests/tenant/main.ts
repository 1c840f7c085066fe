import { parseArgs } from "node:util";
import { type CloudName, clouds } from "#adapters/browser/clouds.ts";
import { scopes } from "#adapters/graph/token-source.ts";
import { onOneSite } from "../../cli/connect/connection.ts";
import { signInByDeviceCode } from "../../cli/connect/device-code.ts";
import { findAll, reportOf } from "./findings/find-all.ts";
import { type Given, givenIn, signInAll } from "./given.ts";
import { type TrialAccount, openTrial } from "./trial.ts";

/** Microsoft Graph Command Line Tools: Microsoft's own app for tools. */
const graphTools = "14d82eec-204b-4c2f-b7e8-296a70dab67e";

const usage = `Usage: npm run test:tenant -- --site URL [options]

Runs what every adapter promises against a real site, in lists of its own that it deletes, and tries
out what only a tenant can tell. An owner of the site signs in, then a member of it.

  --site URL       A site where lists may be made; or QUORATE_SITE.
  --tenant ID      Your tenant; or QUORATE_TENANT.
  --client-id ID   The app to sign in as; or QUORATE_CLIENT_ID. Without it, Microsoft Graph Command
                   Line Tools.
  --cloud NAME     ${Object.keys(clouds).join(", ")}.
  --tight          Only Sites.Selected: the app you sign in as was granted “owner” on the site.
  --alone          Nobody else is at hand: one test and some findings are left out.
  --guest          A guest of the site signs in as well.
  --sandbox URL    A sandbox instead; --as names its people, such as Sofia,Kwame,Daniel.`;

/** A tenant with people signed in, and what is to be done with it. */
export interface Prepared {
  /** For the process that runs the suites. */
  readonly env: Readonly<Record<string, string>>;
  /** What Vitest is told besides. */
  readonly args: readonly string[];
  /** Tries everything out, deletes what it made, and answers the findings as Markdown. */
  report(): Promise<string>;
}

type Note = (line: string) => void;

/**
 * Signs people in as the arguments say.
 *
 * @throws Error with a sentence for a person.
 */
export async function prepare(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  note: Note,
): Promise<Prepared> {
  const wish = readArgs(args, env);
  const signedIn =
    wish.sandbox === undefined
      ? await signInPeople(wish, note)
      : await signInAll(wish.sandbox, wish.people);
  const accounts = wish.isTight ? signedIn.map(onOneSite) : signedIn;
  const host = new URL(wish.site).hostname;
  const people: Given["people"] = [];
  for (const account of accounts) {
    const graph = await account.token([...scopes.profile, ...scopes.lists, ...scopes.makeLists]);
    const sharePoint = await account.silently([`https://${host}/AllSites.Manage`]);
    people.push({ graph, ...(sharePoint !== undefined && { sharePoint }) });
  }
  const { site, cloud, sandbox } = wish;
  const given: Given = { site, cloud, ...(sandbox !== undefined && { sandbox }), people };
  return {
    env: { [givenIn]: JSON.stringify(given) },
    args: without([
      ...(accounts.length > 1 ? [] : ["tells authors apart"]),
      // Sites cannot be searched for with Sites.Selected: config.json names the one there is.
      ...(wish.isTight ? ["finds a site by a word of its name"] : []),
    ]),
    async report() {
      const needs = { site, cloud, accounts, ...(sandbox !== undefined && { sandbox }) };
      const trial = await openTrial(needs);
      try {
        const findings = await findAll(trial, note);
        return reportOf(trial, findings, new Date().toISOString().slice(0, 10));
      } finally {
        note(`Deleted ${await trial.clear()} lists.`);
      }
    },
  };
}

/** Vitest's way to leave tests out by their names. */
function without(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : ["-t", `^(?!.*(?:${names.join("|")}))`];
}

type Wish = ReturnType<typeof readArgs>;

function readArgs(args: readonly string[], env: Readonly<Record<string, string | undefined>>) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      site: { type: "string" },
      tenant: { type: "string" },
      "client-id": { type: "string" },
      cloud: { type: "string", default: "global" },
      sandbox: { type: "string" },
      as: { type: "string", default: "Sofia,Kwame,Daniel" },
      tight: { type: "boolean", default: false },
      alone: { type: "boolean", default: false },
      guest: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const site = values.site ?? env["QUORATE_SITE"];
  if (values.help || site === undefined || !URL.canParse(site)) throw new Error(usage);
  if (!Object.hasOwn(clouds, values.cloud)) throw new Error(usage);
  const sandbox = values.sandbox?.replace(/\/(?:sandbox\/?)?$/u, "");
  return {
    site,
    cloud: values.cloud as CloudName,
    tenantId: values.tenant ?? env["QUORATE_TENANT"],
    clientId: values["client-id"] ?? env["QUORATE_CLIENT_ID"] ?? graphTools,
    sandbox,
    people: values.as.split(",").slice(0, values.alone ? 1 : undefined),
    isTight: values.tight,
    isAlone: values.alone,
    withGuest: values.guest,
  };
}

async function signInPeople(
  { cloud, tenantId, clientId, isTight, isAlone, withGuest }: Wish,
  note: Note,
): Promise<readonly TrialAccount[]> {
  const ofSites = isTight ? scopes.oneSite : [...scopes.lists, ...scopes.makeLists];
  const wanted = [...scopes.profile, ...ofSites];
  const settings = {
    cloud,
    signInAs: clientId,
    consent: "simple",
    ...(tenantId !== undefined && { tenantId }),
  } as const;
  const accounts: TrialAccount[] = [];
  const who = [
    "First an owner of the site.",
    ...(isAlone ? [] : ["Now a member of the site who is not its owner: use a private window."]),
    ...(withGuest ? ["Now a guest of the site: use another private window."] : []),
  ];
  for (const line of who) {
    note(line);
    const account = signInByDeviceCode(settings, wanted, note, (request) => fetch(request));
    await account.token(wanted);
    accounts.push(account);
  }
  return accounts;
}
