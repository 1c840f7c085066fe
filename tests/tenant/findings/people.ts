import type { Trial, TrialPerson } from "../trial.ts";
import { type Probe, ask, below } from "./finding.ts";

interface Event {
  readonly type?: string;
  readonly isOrganizer?: boolean;
  readonly hideAttendees?: boolean;
  readonly onlineMeeting?: { readonly joinUrl?: string } | null;
  readonly attendees?: readonly { readonly status?: { readonly response?: string } }[];
}

const day = 86_400_000;
const noCalendar = {
  found: "not tried: nobody consented to Calendars.ReadBasic",
  seen: [],
  how: "Consent to it (npx quorate register --grant), or run as somebody who did.",
};

/** What an attendee's own calendar knows of the others. */
export const attendeesResponses: Probe = {
  question: "Responses and hidden attendees, in the event of somebody who did not organize it",
  async find(trial) {
    const read = await eventsOf(trial, trial.member);
    if (read === undefined) return noCalendar;
    const others = read.events.filter(({ isOrganizer }) => isOrganizer === false);
    const responses = others.flatMap(({ attendees = [] }) =>
      attendees.map(({ status }) => status?.response ?? "absent"),
    );
    const hidden = others.filter(({ hideAttendees }) => hideAttendees === true).length;
    const known = responses.filter((one) => one !== "none" && one !== "absent");
    return {
      found:
        others.length === 0
          ? "no meeting of another organizer within two weeks"
          : `${others.length} meetings of others: ${known.length} of ${responses.length} responses are known; ${hidden} hide their attendees`,
      seen: [read.line, `responses: ${countsOf(responses)}`],
    };
  },
};

/** What a guest of the site may read. */
export const guestAccess: Probe = {
  question: "A guest who is a member of the site: the list, and the meeting's chat",
  async find(trial) {
    const { guest } = trial;
    if (guest === undefined) {
      return {
        found: "not tried: no guest signed in",
        seen: [],
        how: "Invite a guest to the site and run again with --guest: they sign in to your tenant with the code.",
      };
    }
    const lists = await ask(trial, guest, { path: below(trial, "/lists?$select=id") });
    const chats = await ask(trial, guest, { path: "/me/chats?$top=1", scopes: ["Chat.ReadBasic"] });
    const shown = (answer: typeof lists) => String(answer?.status ?? "no permission");
    return {
      found: `the site's lists: ${shown(lists)}; chats: ${shown(chats)}`,
      seen: [lists, chats].flatMap((answer) => answer?.line ?? []),
    };
  },
};

/** What the chats of different kinds of meetings are called. */
export const meetingThreads: Probe = {
  question: "Recurring, channel and ad-hoc meetings: the chat's id",
  async find(trial) {
    const read = await eventsOf(trial, trial.owner);
    if (read === undefined) return noCalendar;
    const forms = read.events.flatMap(({ type = "unknown", onlineMeeting }) => {
      const url = decodeURIComponent(onlineMeeting?.joinUrl ?? "");
      const thread = /19:[^/?]+/u.exec(url)?.[0];
      return thread === undefined ? [] : [`${type} ${formOf(thread)}`];
    });
    return {
      found: forms.length === 0 ? "no online meeting within two weeks" : countsOf(forms),
      seen: [read.line],
      how: "For a meeting in a channel and one started with Meet now: pin the tab and open it; a list of people by hand means no chat id.",
    };
  },
};

async function eventsOf(trial: Trial, person: TrialPerson) {
  const now = Date.now();
  const [from, to] = [now - 14 * day, now + 14 * day].map((ms) => new Date(ms).toISOString());
  const select =
    "id,type,isOrganizer,hideAttendees,isOnlineMeeting,onlineMeeting,attendees,seriesMasterId";
  const answer = await ask(trial, person, {
    path: `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$top=50&$select=${select}`,
    headers: { prefer: 'outlook.timezone="UTC"' },
    scopes: ["Calendars.ReadBasic"],
  });
  if (answer === undefined) return undefined;
  const { value = [] } = (answer.body ?? {}) as { readonly value?: readonly Event[] };
  return { events: value, line: answer.line };
}

/** A chat's id without what is its own. */
function formOf(thread: string): string {
  return thread.replace(/^(19:(?:meeting_)?)[^@]+/u, "$1…");
}

function countsOf(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Array.from(counts, ([word, count]) => `${word} × ${count}`).join(", ") || "none";
}
