import { scopes } from "#adapters/graph/token-source.ts";
import type { Call, Command, Outcome } from "../command.ts";
import { type Check, checkLines, isHealthy } from "./check.ts";
import { checkConsent } from "./consent.ts";
import { checkLists, checkSettings } from "./lists.ts";
import { checkPages, completed } from "./pages.ts";
import { checkSignIn } from "./sign-in.ts";
import { checkPush, checkWriting } from "./writing.ts";

/** Walks through everything Quorate needs. */
export const doctor: Command = {
  name: "doctor",
  summary: "Walks through everything Quorate needs, and says how to mend what is missing.",
  teaches: `Looks at everything Quorate needs, one after the other: sign-in, this machine's clock, each permission,
the site, its lists and how they differ, a row written, read back and deleted, push, views and looks,
who may edit rows, and the deployed pages with their config.json and headers.
For what is missing it says what that costs and how to mend it. It changes nothing but the one row.

Needs: a member of the site. To see what was consented to for everybody, sign in as an administrator
of apps; or with --sign-in-as the client id of Quorate itself (register --device-code allows that),
which tries each permission as the person who is signed in. With --site-url, the app and the site may
be left out: they are read from the deployed config.json. Exit code 1: something required is missing.`,
  options: {
    site: { type: "string", value: "SITE", about: "Its address or id; SITE in --env." },
    "site-url": {
      type: "string",
      value: "URL",
      about: "Where the pages are served; HOST_URL in --env.",
    },
  },
  examples: [
    "doctor --env quorate.env --site https://contoso.sharepoint.com/sites/decisions",
    "doctor --site-url https://quorate.example.com --dry-run",
    "doctor --env quorate.env --json > doctor.json",
  ],
  run: runDoctor,
};

async function runDoctor(call: Call): Promise<Outcome> {
  const { world, isDry } = call;
  const settings = await completed(call.fetch, call.settings);
  const checks: Check[] = [];
  const take = (more: readonly Check[]) => void checks.push(...more);
  const connection = await call.connect([...scopes.profile, ...scopes.lists]);
  take(await checkSignIn(connection));
  if (isHealthy(checks)) {
    call.note("Looking at the permissions…");
    take(await checkConsent(connection, settings));
    if (settings.site === undefined) take([skipped("Site and lists", "say --site URL")]);
    else {
      call.note("Looking at the site and its lists…");
      const { checks: ofLists, site, place } = await checkLists(connection, settings.site);
      take(ofLists);
      if (site !== undefined && place !== undefined) {
        if (isDry) take([skipped("Write, read back, delete", "left out by --dry-run")]);
        else take(await checkWriting(connection, world, place));
        call.note("Connecting to push…");
        take([await checkPush(connection, world, place)]);
        take(await checkSettings(connection, world, site, place));
      }
    }
  }
  if (settings.hostUrl === undefined) take([skipped("Deployed pages", "say --site-url URL")]);
  else take(await checkPages(call.fetch, settings.hostUrl, settings));
  return outcome(checks);
}

function outcome(checks: readonly Check[]): Outcome {
  const isGood = isHealthy(checks);
  const missing = checks.filter(({ state }) => state === "missing").length;
  const sentence = isGood
    ? `Everything required is there${missing === 0 ? "." : `; ${missing} more could be mended.`}`
    : "Something required is missing: it is marked above.";
  const text = [...checkLines(checks), "", sentence].join("\n");
  return { isGood, text, json: { isHealthy: isGood, checks } };
}

function skipped(what: string, detail: string): Check {
  return { state: "unknown", what, detail };
}
