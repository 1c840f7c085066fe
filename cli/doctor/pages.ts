import { readConfig } from "#adapters/browser/config.ts";
import { headerRules, inlineStylesOf } from "../../hosting/headers.ts";
import { sentenceAbout } from "../sentences.ts";
import type { Settings } from "../settings.ts";
import type { Check } from "./check.ts";

type Fetch = (request: Request) => Promise<Response>;

/** The settings, and what was not said of them as the deployed config.json says it. */
export async function completed(fetch: Fetch, settings: Settings): Promise<Settings> {
  const { hostUrl } = settings;
  if (hostUrl === undefined) return settings;
  try {
    const read = async (url: string) => await fetch(new Request(url));
    const { clientId, siteId } = await readConfig(`${hostUrl}/walk.html`, read);
    return { clientId, ...(siteId !== undefined && { site: siteId }), ...settings };
  } catch {
    // What is wrong with it is said among the checks.
    return settings;
  }
}

/** The deployed pages: whether they answer, their config.json, and the headers they are sent with. */
export async function checkPages(
  fetch: Fetch,
  hostUrl: string,
  settings: Settings,
): Promise<readonly Check[]> {
  const page = `${hostUrl}/walk.html`;
  const answer = await get(fetch, page);
  if (typeof answer === "string" || !answer.ok) {
    const detail = typeof answer === "string" ? answer : `${page} answered ${answer.status}`;
    return [
      {
        state: "missing",
        what: "Pages",
        detail,
        isRequired: true,
        costs: "there is no tab to open.",
        mend: "put the folder dist/ there (npm run build), and see that the address is right.",
      },
    ];
  }
  const html = await answer.text();
  return [
    { state: "fine", what: "Pages", detail: hostUrl, isRequired: true },
    await checkConfig(fetch, page, settings),
    ...checkHeaders(answer.headers, html, settings),
  ];
}

async function checkConfig(fetch: Fetch, page: string, settings: Settings): Promise<Check> {
  const what = "config.json";
  const mend = "docs/configuration.md explains every setting.";
  const costs = "the tab shows this sentence, and nothing else.";
  try {
    const config = await readConfig(page, async (url) => await fetch(new Request(url)));
    const { clientId, consent } = settings;
    const others = [
      clientId !== undefined &&
        clientId !== config.clientId.toLowerCase() &&
        `it names the app ${config.clientId}, you said ${clientId}`,
      consent !== config.consent && `its consent is ${config.consent}, you said ${consent}`,
    ].filter((one) => one !== false);
    if (others.length === 0) return { state: "fine", what, isRequired: true };
    return { state: "missing", what, detail: others.join("; "), isRequired: true, mend };
  } catch (failure) {
    const detail = failure instanceof Error ? failure.message : sentenceAbout(failure);
    return { state: "missing", what, detail, isRequired: true, costs, mend };
  }
}

const headerCosts: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "Teams may not show the tab, or a script that got in may talk to anybody.",
  "Cache-Control": "people keep an old version for a while after you deploy a new one.",
};

function checkHeaders(
  sent: Headers,
  html: string,
  { cloud, hostUrl = "" }: Settings,
): readonly Check[] {
  const rules = headerRules(cloud, inlineStylesOf(html)).everywhere;
  const isSecure = hostUrl.startsWith("https:");
  return Object.entries(rules)
    .filter(([name]) => isSecure || name !== "Strict-Transport-Security")
    .map(([name, wanted]) => {
      const what = `Header ${name}`;
      const differences = differing(name, sent.get(name), wanted);
      if (differences === undefined) return { state: "fine", what };
      return {
        state: "missing",
        what,
        detail: differences,
        costs: headerCosts[name] ?? "the browser guards the pages less well.",
        mend: "use the host's file that the build writes; docs/hosting.md says which.",
      };
    });
}

function differing(name: string, sent: string | null, wanted: string): string | undefined {
  if (sent === null) return "not sent";
  // Kept by nobody is more than asked before it is used.
  if (name === "Cache-Control" && parts(sent, ",").includes("no-store")) return undefined;
  if (name !== "Content-Security-Policy") {
    return parts(sent, ",").join() === parts(wanted, ",").join() ? undefined : `sent as ${sent}`;
  }
  const [kept, asked] = [directives(sent), directives(wanted)];
  const names = [...new Set([...asked.keys(), ...kept.keys()])];
  const lines = names.flatMap((directive) => {
    const [there, should] = [kept.get(directive), asked.get(directive)];
    if (should === undefined) return [];
    if (there === undefined) return [`${directive} is missing`];
    const lacking = should.filter((source) => !there.includes(source));
    const more = there.filter((source) => !should.includes(source));
    return [
      ...(lacking.length > 0 ? [`${directive} lacks ${lacking.join(" ")}`] : []),
      ...(more.length > 0 ? [`${directive} allows ${more.join(" ")} as well`] : []),
    ];
  });
  return lines.length === 0 ? undefined : lines.join("; ");
}

function directives(policy: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    parts(policy, ";").map((one) => {
      const [name = "", ...sources] = one.split(/\s+/u);
      return [name.toLowerCase(), sources] as const;
    }),
  );
}

function parts(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

async function get(fetch: Fetch, url: string): Promise<Response | string> {
  try {
    return await fetch(new Request(url, { headers: { accept: "text/html" } }));
  } catch (failure) {
    return `${url} does not answer: ${sentenceAbout(failure)}`;
  }
}
