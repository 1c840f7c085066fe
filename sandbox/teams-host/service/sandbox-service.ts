import type { Account, Token, TokenAnswer } from "../protocol/effects.ts";
import { fieldsOf, textOr } from "../protocol/messages.ts";
import type { Meeting, Person } from "../protocol/viewer.ts";
import type { MeetingTab } from "./tab-address.ts";

/** The sandbox's own addresses, all relative to the page. */
export interface SandboxService {
  readPeople(): Promise<readonly Person[]>;
  readMeetings(): Promise<readonly Meeting[]>;
  readTab(key: string): Promise<MeetingTab | undefined>;
  writeTab(key: string, tab: MeetingTab): Promise<void>;
  requestToken(personId: string, scopes: readonly string[]): Promise<TokenAnswer>;
  /** False when these scopes are not this person's to grant. */
  consent(personId: string, scopes: readonly string[]): Promise<boolean>;
  readMeter(): Promise<MeterReading>;
}

/** What everybody's requests have cost so far, in resource units. */
export interface MeterReading {
  readonly requests: number;
  readonly units: number;
  readonly throttled: number;
  readonly unitsThisMinute: number;
  readonly unitsPerMinute: number;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function sitesWrittenBy(siteRoles: unknown): readonly string[] {
  const roles = Object.entries(fieldsOf(siteRoles));
  return roles.filter(([, role]) => role === "write" || role === "owner").map(([site]) => site);
}

function toPerson(value: unknown): Person {
  const fields = fieldsOf(value);
  const { department } = fields;
  return {
    id: textOr(fields["id"], ""),
    displayName: textOr(fields["displayName"], ""),
    userPrincipalName: textOr(fields["userPrincipalName"], ""),
    userType: fields["userType"] === "Guest" ? "Guest" : "Member",
    writesTo: sitesWrittenBy(fields["siteRoles"]),
    ...(typeof department === "string" && { department }),
  };
}

function responsesIn(invited: unknown): ReadonlyMap<string, string> {
  const entries = Array.isArray(invited) ? invited.map(fieldsOf) : [];
  return new Map(
    entries.map(({ personId, response }) => [textOr(personId, ""), textOr(response, "")]),
  );
}

function toMeter(value: unknown): MeterReading {
  const { total, minute } = fieldsOf(value);
  const figure = (fields: unknown, name: string) => Number(fieldsOf(fields)[name]) || 0;
  return {
    requests: figure(total, "requests"),
    units: figure(total, "resourceUnits"),
    throttled: figure(total, "throttled"),
    unitsThisMinute: figure(minute, "used"),
    unitsPerMinute: figure(minute, "budget"),
  };
}

function toMeeting(value: unknown): Meeting {
  const fields = fieldsOf(value);
  return {
    id: textOr(fields["id"], ""),
    subject: textOr(fields["subject"], ""),
    chatId: textOr(fields["chatId"], ""),
    organizerId: textOr(fields["organizerId"], ""),
    siteId: textOr(fields["siteId"], ""),
    start: textOr(fields["start"], ""),
    end: textOr(fields["end"], ""),
    joinUrl: textOr(fields["joinUrl"], ""),
    tenantId: textOr(fields["tenantId"], ""),
    roster: texts(fields["roster"]),
    responses: responsesIn(fields["invited"]),
  };
}

async function tokenAnswer(response: Response): Promise<TokenAnswer> {
  const fields = fieldsOf(await response.json().catch(() => undefined));
  if (response.ok) {
    const { account, ...token } = fields as unknown as Token & { readonly account: Account };
    return { kind: "token", token, account };
  }
  const scopes = texts(fields["scopes"]);
  if (fields["error"] === "admin_consent_required") return { kind: "admin-consent", scopes };
  if (fields["error"] === "consent_required") return { kind: "consent", scopes };
  if (response.status === 404) return { kind: "unknown-person" };
  return { kind: response.status === 429 || response.status >= 500 ? "busy" : "refused" };
}

/** The key of a tab outside any meeting, which only this browser window knows. */
export const personalTab = "personal";

function readPersonal(): unknown {
  return JSON.parse(sessionStorage.getItem(personalTab) ?? "null");
}

function tabPath(meetingId: string): string {
  return `settings/${encodeURIComponent(meetingId)}`;
}

/** Speaks to the sandbox's server at the addresses next to this page. */
export function openSandboxService(base: string): SandboxService {
  const address = (path: string) => new URL(path, base);

  async function readJson(path: string): Promise<unknown> {
    const response = await fetch(address(path), { cache: "no-store" });
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
    return response.json();
  }

  async function readAll<Item>(path: string, read: (value: unknown) => Item) {
    const list = await readJson(path);
    return Array.isArray(list) ? list.map(read) : [];
  }

  function send(method: string, path: string, body: unknown): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return fetch(address(path), { method, headers, body: JSON.stringify(body) });
  }

  return {
    readPeople: () => readAll("people", toPerson),
    readMeetings: () => readAll("meetings", toMeeting),
    readMeter: async () => toMeter(await readJson("meter")),
    readTab: async (key) => {
      const found = key === personalTab ? readPersonal() : await readJson(tabPath(key));
      const tab = fieldsOf(found) as MeetingTab;
      return tab.contentUrl === undefined && tab.stage === undefined ? undefined : tab;
    },
    writeTab: async (key, tab) => {
      if (key === personalTab) {
        sessionStorage.setItem(personalTab, JSON.stringify(tab));
        return;
      }
      const response = await send("PUT", tabPath(key), tab);
      if (!response.ok) throw new Error(`The settings were not kept (${response.status}).`);
    },
    requestToken: async (person, scopes) => {
      try {
        return await tokenAnswer(await send("POST", "token", { person, scopes }));
      } catch {
        return { kind: "no-network" };
      }
    },
    consent: async (person, scopes) => (await send("POST", "consent", { person, scopes })).ok,
  };
}
