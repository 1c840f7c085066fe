/** What an administrator sets for a package, by key; every value has passed its check. */
export type Settings = ReadonlyMap<string, string>;

/** The settings, or one sentence for each thing to mend. */
export type SettingsRead =
  | { readonly kind: "read"; readonly settings: Settings }
  | { readonly kind: "refused"; readonly problems: readonly string[] };

interface Rule {
  readonly required: boolean;
  /** What is wrong with the value, as the end of a sentence that begins with its key. */
  readonly problemOf: (value: string) => string | undefined;
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const rules: Readonly<Record<string, Rule>> = {
  TEAMS_APP_ID: { required: true, problemOf: guidProblem },
  CLIENT_ID: { required: true, problemOf: guidProblem },
  HOST_URL: { required: true, problemOf: hostProblem },
  PUBLISHER_NAME: { required: true, problemOf: (value) => lengthProblem(value, 32) },
  PUBLISHER_URL: { required: true, problemOf: addressProblem },
  PRIVACY_URL: { required: true, problemOf: addressProblem },
  TERMS_URL: { required: true, problemOf: addressProblem },
  APP_NAME: { required: false, problemOf: (value) => lengthProblem(value, 30) },
  APP_FULL_NAME: { required: false, problemOf: (value) => lengthProblem(value, 100) },
  VERSION: { required: false, problemOf: versionProblem },
  CONSENT: {
    required: false,
    problemOf: (value) =>
      value === "simple" || value === "tight" ? undefined : `is "${value}": say simple or tight.`,
  },
  // One file serves the command-line tool too, which checks these when it is told to use them.
  TENANT_ID: { required: false, problemOf: () => undefined },
  SITE: { required: false, problemOf: () => undefined },
  CLOUD: { required: false, problemOf: () => undefined },
  SIGN_IN_AS: { required: false, problemOf: () => undefined },
};

/** Reads KEY=value lines or a JSON object, and checks every value. */
export function readSettings(text: string): SettingsRead {
  const problems: string[] = [];
  const found = text.trimStart().startsWith("{")
    ? fromJson(text, problems)
    : fromLines(text, problems);
  for (const [key, value] of found) {
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    const problem = rule?.problemOf(value);
    if (!rule) problems.push(`${key} is not known: known are ${Object.keys(rules).join(", ")}.`);
    else if (problem !== undefined) problems.push(`${key} ${problem}`);
  }
  for (const [key, { required }] of Object.entries(rules))
    if (required && !found.has(key)) problems.push(`${key} is missing: add a line ${key}=….`);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", settings: found };
}

function fromJson(text: string, problems: string[]): Map<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    problems.push(
      "The settings begin with { but are not JSON: mend them, or write KEY=value lines.",
    );
  }
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed ?? {})) {
    if (typeof value === "string") found.set(key, value.trim());
    else problems.push(`${key} is not a text: put its value in quotation marks.`);
  }
  return found;
}

function fromLines(text: string, problems: string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const [, key, raw] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || raw === undefined) {
      problems.push(
        `Line ${index + 1} is not KEY=value: mend it, or begin it with # to ignore it.`,
      );
      continue;
    }
    if (found.has(key)) problems.push(`${key} is there twice: keep one of the two lines.`);
    const value = raw.replace(/^(["'])(.*)\1$/, "$2");
    if (value !== "") found.set(key, value);
  }
  return found;
}

function guidProblem(value: string): string | undefined {
  if (!guid.test(value))
    return `is "${value}", which is no GUID: give one like 3f1c2a54-6d0e-4b7b-9a35-0c1f5f7c9e21.`;
  return /^[0-]+$/.test(value) ? "is all zeros: give an id of your own." : undefined;
}

function addressProblem(value: string): string | undefined {
  if (!URL.canParse(value)) return `is "${value}", which is no address: begin it with https://.`;
  if (new URL(value).protocol !== "https:")
    return `begins with ${new URL(value).protocol}//: Teams opens https:// only.`;
  return value.length > 2048 ? "is longer than 2048 characters: give a shorter one." : undefined;
}

function hostProblem(value: string): string | undefined {
  const problem = addressProblem(value);
  if (problem !== undefined) return problem;
  const { search, hash, username, pathname } = new URL(value);
  if (search !== "" || hash !== "" || /[?#]/.test(value))
    return "carries a ? or #: give the folder alone, the pages are added to it.";
  if (username !== "") return "carries a user name: give the address as everybody opens it.";
  return pathname.endsWith(".html")
    ? "names a page: give the folder the pages are in, without the page."
    : undefined;
}

function lengthProblem(value: string, most: number): string | undefined {
  return value.length > most
    ? `has ${value.length} characters: Teams shows at most ${most}, shorten it.`
    : undefined;
}

function versionProblem(value: string): string | undefined {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(value)
    ? undefined
    : `is "${value}": give three numbers, such as 1.4.0.`;
}
