import * as v from "valibot";
import { run as serve } from "../../sandbox/server/main.ts";
import { type CloudName, clouds } from "#adapters/browser/clouds.ts";
import { signInToSandbox } from "../../cli/connect/sandbox.ts";
import type { Settings } from "../../cli/settings.ts";
import type { TrialAccount, TrialNeeds } from "./trial.ts";

/** The variable that carries a signed-in tenant from the command to the tests. */
export const givenIn = "QUORATE_TRIAL";

const Given = v.object({
  site: v.string(),
  cloud: v.picklist(Object.keys(clouds) as [CloudName, ...CloudName[]]),
  sandbox: v.optional(v.string()),
  people: v.array(v.object({ graph: v.string(), sharePoint: v.optional(v.string()) })),
});
/** A tenant with people signed in, as text can carry it. */
export type Given = v.InferOutput<typeof Given>;

const site = "https://larkfield.sharepoint.com/sites/technology-decisions";

/** What to try things on: the tenant that was given, else a sandbox of its own, to be closed. */
export async function startTrial(): Promise<TrialNeeds & { close(): Promise<void> }> {
  const text = process.env[givenIn];
  if (text !== undefined) {
    const { people, ...where } = v.parse(Given, JSON.parse(text));
    const accounts = people.map(({ graph, sharePoint }): TrialAccount => {
      const of = (scopes: readonly string[]) =>
        scopes.some((scope) => scope.includes("/")) ? sharePoint : graph;
      return {
        token: (scopes) => Promise.resolve(of(scopes) ?? ""),
        silently: (scopes) => Promise.resolve(of(scopes)),
      };
    });
    const { sandbox, ...rest } = where;
    return {
      ...rest,
      ...(sandbox !== undefined && { sandbox }),
      accounts,
      close: () => Promise.resolve(),
    };
  }
  const { address, close } = await serve(["--port", "0"], process.cwd());
  const sandbox = new URL(address).origin;
  await fetch(`${sandbox}/sandbox/behaviour`, { method: "PUT", body: '{"readableAfterMs":0}' });
  const accounts = await signInAll(sandbox, ["Sofia", "Kwame", "Daniel"]);
  return { site, cloud: "global", sandbox, accounts, close };
}

/** Signs people in to a sandbox, one after the other. */
export async function signInAll(
  sandbox: string,
  people: readonly string[],
): Promise<readonly TrialAccount[]> {
  const settings: Settings = { cloud: "global", consent: "simple", signInAs: "" };
  const accounts = [];
  for (const person of people) {
    const at = { origin: sandbox, person };
    accounts.push(
      await signInToSandbox(
        settings,
        at,
        (request) => fetch(request),
        () => undefined,
      ),
    );
  }
  return accounts;
}
