import { clouds } from "#adapters/browser/clouds.ts";
import { type Call, type Command, type Outcome, UsageError } from "../command.ts";
import { keepInConfig, keepInEnv } from "../files.ts";
import type { Settings } from "../settings.ts";
import { type Step, isDone, stepLines } from "../steps.ts";
import { findApplication, keepApplication } from "./application.ts";
import { type Permission, permissions, permissionsFor } from "./permissions.ts";
import { consentForEverybody, grantToEverybody, keepPresence } from "./presence.ts";
import { type Offered, findPrincipal, offered, readApps } from "./services.ts";

/** Makes or mends the app's registration in Entra. */
export const register: Command = {
  name: "register",
  summary: "Registers the app in Entra, or mends its registration.",
  teaches: `Registers Quorate as an app of your tenant: single tenant, the redirect addresses that Teams and a
plain browser need, and the delegated permissions it asks for. No secret, no app-only permission.
For each permission it says why, and whether an administrator must consent. What the registration
has beyond that is left alone; the permissions of the other way to consent are taken out.

Needs: the right to register apps (Application.ReadWrite.All). With --grant, an administrator of
apps consents at once for everybody (DelegatedPermissionGrant.ReadWrite.All).`,
  options: {
    "site-url": {
      type: "string",
      value: "URL",
      about: "Where the pages are served; HOST_URL in --env.",
    },
    name: { type: "string", value: "NAME", about: "What the registration is called: Quorate." },
    grant: { type: "boolean", about: "Consent for everybody in the tenant." },
    "device-code": {
      type: "boolean",
      about: "Let this tool sign in as Quorate itself, to see exactly what the tab may do.",
    },
    config: { type: "string", value: "FILE", about: "Write the values into this config.json." },
    "save-env": { type: "boolean", about: "Write the values into the file of --env." },
  },
  examples: [
    "register --site-url https://quorate.example.com --consent tight",
    "register --env quorate.env --save-env --config dist/config.json --grant",
    "register --site-url https://quorate.example.com --dry-run",
    "register --site-url https://localhost --sandbox http://localhost:4280 --as Amara",
  ],
  run: runRegister,
};

async function runRegister(call: Call): Promise<Outcome> {
  const { settings, isDry, typed } = call;
  const { consent, hostUrl } = settings;
  if (hostUrl === undefined) throw new UsageError("Say where the pages are: --site-url URL.");
  const isGranting = typed.isOn("grant");
  const { graph, account } = await call.connect([
    ...readApps,
    ...(isGranting ? consentForEverybody : []),
  ]);
  const name = typed.text("name") ?? "Quorate";
  call.note("Looking at what is registered…");
  const all = await offered(graph, permissions);
  const wanted = permissionsFor(consent);
  const access = all.filter(({ permission }) => wanted.includes(permission));
  const absent = wanted.filter((one) => !access.some(({ permission }) => permission === one));
  for (const { scope, without } of absent) call.note(`${scope} is not offered here: ${without}.`);
  const found = await findApplication(graph, { name, clientId: settings.clientId });
  const unwanted = new Set(all.filter((one) => !access.includes(one)).map(({ id }) => id));
  const { application, step } = await keepApplication(
    graph,
    found,
    {
      name,
      redirects: redirectsFor(hostUrl),
      access,
      unwanted,
      allowsDeviceCode: typed.isOn("device-code"),
    },
    isDry,
  );
  const steps: Step[] = [step];
  if (application === undefined) {
    steps.push({ state: "planned", what: "Presence in the tenant (service principal)" });
    if (isGranting) steps.push({ state: "planned", what: "Consent for everybody" });
  } else {
    steps.push(...(await keepConsent(call, graph, application.appId, access)));
  }
  const tenantId = account.tenantId() ?? settings.tenantId;
  const values = valuesOf(settings, application?.appId, tenantId);
  steps.push(...keepValues(call, values));
  return outcome(settings, { steps, access, values, isGranting });
}

/** For Teams, whose broker answers for a page by its host alone, and for the log in a plain browser. */
function redirectsFor(hostUrl: string): readonly string[] {
  const { hostname } = new URL(hostUrl);
  return [`brk-multihub://${hostname}`, `${hostUrl}/log.html`];
}

async function keepConsent(
  call: Call,
  graph: Awaited<ReturnType<Call["connect"]>>["graph"],
  appId: string,
  access: readonly Offered[],
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  if (call.isDry) {
    const there = await findPrincipal(graph, appId);
    const what = "Presence in the tenant (service principal)";
    steps.push({ state: there === undefined ? "planned" : "ready", what });
    if (there === undefined || !call.typed.isOn("grant")) return steps;
    return [...steps, ...(await grantToEverybody(graph, there.id, access, true))];
  }
  const { principalId, step } = await keepPresence(graph, appId);
  steps.push(step);
  if (!call.typed.isOn("grant")) return steps;
  return [...steps, ...(await grantToEverybody(graph, principalId, access, false))];
}

interface Values {
  readonly env: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
}

function valuesOf(
  { hostUrl = "", consent, cloud }: Settings,
  clientId = "",
  tenantId: string | undefined,
): Values {
  const tenant = tenantId === undefined ? {} : { TENANT_ID: tenantId };
  return {
    env: { CLIENT_ID: clientId, HOST_URL: hostUrl, CONSENT: consent, ...tenant },
    config: { clientId, ...(tenantId !== undefined && { tenantId }), cloud, consent },
  };
}

function keepValues(call: Call, { env, config }: Values): readonly Step[] {
  const { typed, isDry } = call;
  const [file, envFile] = [typed.text("config"), typed.text("env")];
  if (typed.isOn("save-env") && envFile === undefined) {
    throw new UsageError("--save-env goes with --env FILE: that is where the values go.");
  }
  // Until it is registered there is no client id to write down.
  const isKnown = env["CLIENT_ID"] !== "";
  return [
    ...(file === undefined || !isKnown ? [] : [keepInConfig(call, file, config, isDry)]),
    ...(typed.isOn("save-env") && envFile !== undefined && isKnown
      ? [keepInEnv(call, envFile, env, isDry)]
      : []),
  ];
}

interface Told {
  readonly steps: readonly Step[];
  readonly access: readonly Offered[];
  readonly values: Values;
  readonly isGranting: boolean;
}

function outcome(settings: Settings, { steps, access, values, isGranting }: Told): Outcome {
  const clientId = values.env["CLIENT_ID"] ?? "";
  const tenant = values.env["TENANT_ID"] ?? settings.tenantId ?? "organizations";
  const link =
    clientId === ""
      ? undefined
      : `https://${clouds[settings.cloud].login}/${tenant}/adminconsent?client_id=${clientId}`;
  const told = access.map(({ permission, needsAdministrator }) => ({
    ...describe(permission),
    consentBy: needsAdministrator ? "administrator" : "the person",
  }));
  const width = Math.max(...told.map(({ scope }) => scope.length));
  const lines = [
    ...stepLines(steps),
    "",
    "Permissions, why, and who consents:",
    ...told.map(
      ({ scope, reason, consentBy }) => `  ${scope.padEnd(width)}  ${reason} (${consentBy})`,
    ),
    ...(link === undefined || isGranting
      ? []
      : ["", "An administrator consents for everybody at", `  ${link}`]),
    ...(clientId === ""
      ? []
      : [
          "",
          "For config.json:",
          `  ${JSON.stringify(values.config)}`,
          "For the package's settings (manifest/example.env):",
          ...Object.entries(values.env).map(([key, value]) => `  ${key}=${value}`),
        ]),
    ...(settings.consent === "tight" && clientId !== ""
      ? ["", `Next: npx quorate provision --site URL --grant-app ${clientId}`]
      : []),
  ];
  const json = { steps, permissions: told, adminConsentUrl: link, ...values };
  return { isGood: isDone(steps), text: lines.join("\n"), json };
}

function describe({ scope, service, reason, without }: Permission) {
  return { scope, service, reason, without };
}
