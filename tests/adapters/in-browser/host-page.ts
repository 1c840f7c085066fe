// A Teams client around the tab: the sandbox's protocol, on Teams' own origin, in its least form.
import { openHost } from "../../../sandbox/teams-host/protocol/host.ts";
import type { HostEffects, TokenAnswer } from "../../../sandbox/teams-host/protocol/effects.ts";
import type { FrameContext } from "../../../sandbox/teams-host/protocol/frames.ts";
import {
  type Troubles,
  type Viewer,
  noTroubles,
} from "../../../sandbox/teams-host/protocol/viewer.ts";

const query = new URLSearchParams(location.search);
const told: string[] = [];
const consented = new Set((query.get("consented") ?? "User.Read").split(" "));
const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";
const person = {
  id: "10000000-0000-4000-8000-000000000001",
  displayName: "Sofia Brandt",
  userPrincipalName: "sofia.brandt@larkfield.example",
  userType: "Member",
  writesTo: [],
} as const;

const encoded = (value: object) => btoa(JSON.stringify(value)).replaceAll("=", "");

function tokenFor(scopes: readonly string[]): TokenAnswer {
  const missing = scopes.filter((scope) => scope.includes(".") && !consented.has(scope));
  if (missing.length > 0) return { kind: "consent", scopes: missing };
  const claims = {
    oid: person.id,
    sub: person.id,
    tid: tenantId,
    preferred_username: person.userPrincipalName,
    exp: 9e9,
    ver: "2.0",
  };
  return {
    kind: "token",
    token: {
      access_token: `access for ${scopes.join(" ")}`,
      id_token: `${encoded({ alg: "none" })}.${encoded(claims)}.`,
      expires_in: 3600,
      scope: scopes.join(" "),
    },
    account: {
      homeAccountId: `${person.id}.${tenantId}`,
      environment: "login.windows.net",
      tenantId,
      username: person.userPrincipalName,
      localAccountId: person.id,
      name: person.displayName,
    },
  };
}

const effects: HostEffects = {
  started: () => Promise.resolve(),
  readSettings: () => Promise.resolve(undefined),
  keepSettings: (_, settings) => Promise.resolve(void told.push(`keep ${settings.contentUrl}`)),
  validityChanged: (_, isValid) => void told.push(`valid ${isValid}`),
  saveEnded: (_, problem) => void told.push(`save ended ${problem ?? "well"}`),
  readStage: () => Promise.resolve(undefined),
  keepStage: (_, url) => Promise.resolve(void told.push(`stage ${url}`)),
  openLink: (url) => told.push(`open ${url}`) > 0,
  showLink: () => {},
  navigate: () => false,
  openDialog: () => Promise.resolve(undefined),
  submitDialog: () => {},
  token: (_, scopes) => Promise.resolve(tokenFor(scopes)),
  ask(_, _question, scopes) {
    if (query.get("consent") !== "given") return Promise.resolve(false);
    for (const scope of scopes) consented.add(scope);
    return Promise.resolve(true);
  },
  appFailed: (_, detail) => void told.push(`app failed ${detail}`),
  callFailed: (_, func, problem) => void told.push(`failed ${func} ${problem}`),
  unknownCall: (_, func) => void told.push(`unknown ${func}`),
};

const troubles = {
  ...noTroubles,
  ...(JSON.parse(query.get("troubles") ?? "{}") as Partial<Troubles>),
};
const viewer: Viewer = {
  person,
  meeting: {
    id: "forecasting",
    subject: "Redesign sales forecasting",
    chatId: "19:meeting_abc@thread.v2",
    organizerId: person.id,
    siteId: "site",
    start: "2026-11-23T14:00:00.000Z",
    end: "2026-11-23T15:00:00.000Z",
    joinUrl: "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0",
    tenantId,
    roster: [person.id],
    responses: new Map(),
  },
  tenantId,
  theme: "default",
  language: "en-GB",
  sessionId: "session",
  offline: false,
  troubles,
};

const host = openHost(window, effects);
const iframe = document.body.appendChild(document.createElement("iframe"));
const frame = host.addFrame({
  window: iframe.contentWindow as Window,
  origin: "https://tab.example",
  context: (query.get("context") ?? "sidePanel") as FrameContext,
  viewer: () => viewer,
});
iframe.src = "https://tab.example/";

const trial = {
  told,
  send: (func: string, args: readonly unknown[]) => host.send(frame, func, args),
};
/** What a test may ask of the client. */
export type HostTrial = typeof trial;
(window as unknown as { host: HostTrial }).host = trial;
