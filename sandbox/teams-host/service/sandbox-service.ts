import type { Account, Token, TokenAnswer } from "../protocol/effects.ts";
import { fieldsOf, textOr } from "../protocol/messages.ts";
import type { Meeting, Person } from "../protocol/viewer.ts";
import type { MeetingTab } from "./tab-address.ts";

/** The sandbox's own addresses, all relative to the page. */
export interface SandboxService {
  readPeople(): Promise<readonly Person[]>;
  readMeetings(): Promise<readonly Meeting[]>;
  readTab(meetingId: string): Promise<MeetingTab | undefined>;
  writeTab(meetingId: string, tab: MeetingTab): Promise<void>;
  requestToken(personId: string, scopes: readonly string[]): Promise<TokenAnswer>;
  /** False when these scopes are not this person's to grant. */
  consent(personId: string, scopes: readonly string[]): Promise<boolean>;
  readMeter(): Promise<unknown>;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

function toPerson(value: unknown): Person {
  const fields = fieldsOf(value);
  const { jobTitle, department } = fields;
  return {
    id: textOr(fields["id"], ""),
    displayName: textOr(fields["displayName"], ""),
    userPrincipalName: textOr(fields["userPrincipalName"], ""),
    userType: fields["userType"] === "Guest" ? "Guest" : "Member",
    ...(typeof jobTitle === "string" && { jobTitle }),
    ...(typeof department === "string" && { department }),
  };
}

function toMeeting(value: unknown): Meeting {
  const fields = fieldsOf(value);
  return {
    id: textOr(fields["id"], ""),
    subject: textOr(fields["subject"], ""),
    chatId: textOr(fields["chatId"], ""),
    organizerId: textOr(fields["organizerId"], ""),
    start: textOr(fields["start"], ""),
    end: textOr(fields["end"], ""),
    joinWebUrl: textOr(fields["joinWebUrl"], ""),
    attendeeIds: texts(fields["attendeeIds"]),
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
    readMeter: () => readJson("meter"),
    readTab: async (meetingId) => {
      const response = await fetch(address(`settings/${encodeURIComponent(meetingId)}`), {
        cache: "no-store",
      });
      if (!response.ok) return undefined;
      const tab = fieldsOf(await response.json()) as MeetingTab;
      return tab.contentUrl === undefined && tab.stage === undefined ? undefined : tab;
    },
    writeTab: async (meetingId, tab) => {
      const response = await send("PUT", `settings/${encodeURIComponent(meetingId)}`, tab);
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
