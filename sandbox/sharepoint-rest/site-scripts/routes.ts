import { property, refuseStray } from "../call.ts";
import type { RestCall, RestRoute } from "../call.ts";
import { invalidArgument } from "../errors.ts";
import { runOne, runScript } from "./run.ts";

const UTILITY = "microsoft.sharepoint.utilities.webtemplateextensions.sitescriptutility";

function textOf({ body }: RestCall, name: string): string {
  refuseStray(body, [name], "a site script's run");
  return property(body, name, "string") ?? invalidArgument(`The parameter ${name} is missing.`);
}

/**
 * Site scripts that are carried out with the caller's own rights, nothing registered before.
 * Microsoft's reference does not list them; PnP PowerShell and PnPjs call both.
 */
export const siteScriptRoutes: readonly RestRoute[] = [
  {
    method: "POST",
    key: `${UTILITY}.executetemplatescript`,
    needs: "manage",
    answer: (call) => ({ status: 200, body: { value: runScript(call, textOf(call, "script")) } }),
  },
  {
    method: "POST",
    key: `${UTILITY}.executesitescriptaction`,
    needs: "manage",
    answer: (call) => ({
      status: 200,
      body: { value: runOne(call, textOf(call, "actionDefinition")) },
    }),
  },
];
