import type { app } from "@microsoft/teams-js";
import * as v from "valibot";
import { MeetingInfo } from "#domain/log/preparing-events.ts";
import type { Host, HostContext, World } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";
import { type TeamsCalls, teamsCalls } from "./teams-calls.ts";
import { within } from "./within.ts";

/** What became of looking for a Teams client around the page. */
export type HostOpening =
  | { readonly kind: "host"; readonly host: Host }
  /** The page was opened in a browser tab: there is nothing to wait for. */
  | { readonly kind: "no-host" };

/** What the host adapter is given. */
export interface HostNeeds {
  readonly world: Pick<World, "after">;
  /** What to put on the stage. */
  readonly stageUrl: string;
  readonly calls?: TeamsCalls;
  /** Opens a link when the client will not. */
  readonly openWindow?: (url: string) => void;
}

const initMs = 10_000;
const answerMs = 5000;

/**
 * The Teams client around this page.
 *
 * @throws StoreError `no-answer` when there is a client, but it does not answer.
 * @see https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/using-teams-client-library
 */
export async function openHost(needs: HostNeeds): Promise<HostOpening> {
  const { world, calls = teamsCalls } = needs;
  try {
    await within(world, initMs, "initialize", calls.initialize());
  } catch (failure) {
    if (failure instanceof StoreError) throw failure;
    // Without a parent window teams-js turns down at once.
    return { kind: "no-host" };
  }
  const told = await within(world, answerMs, "getContext", calls.getContext());
  // Some clients never answer this, and none of them needs us to wait.
  calls.notifySuccess().catch(() => undefined);
  return { kind: "host", host: hostOf(told, needs) };
}

function hostOf(told: app.Context, needs: HostNeeds): Host {
  const { world, stageUrl, calls = teamsCalls } = needs;
  const openWindow =
    needs.openWindow ?? ((url: string) => void window.open(url, "_blank", "noopener"));
  const context = contextOf(told);
  const listeners = new Set<(theme: HostContext["theme"]) => void>();
  calls.onThemeChange((name) => {
    for (const act of listeners) act(themeOf(name));
  });
  return {
    context,
    onTheme(act) {
      listeners.add(act);
      return () => listeners.delete(act);
    },
    async meeting() {
      const asked = guarded(() => calls.getMeetingDetails());
      return meetingOf(await within(world, answerMs, "getMeetingDetails", asked), told);
    },
    async canShareToStage() {
      try {
        const asked = calls.getStageCapabilities();
        const able = await within(world, answerMs, "stage capabilities", asked);
        return able.doesAppHaveSharePermission;
      } catch {
        // Outside a meeting's side panel and stage the question itself is refused.
        return false;
      }
    },
    async shareToStage() {
      const asked = guarded(() => calls.shareToStage(stageUrl));
      await within(world, answerMs, "shareAppContentToStage", asked);
    },
    async openLink(url) {
      if (!/^https?:\/\//iu.test(url)) throw new StoreError("rejected", "Not a web address");
      try {
        await within(world, answerMs, "openLink", calls.openLink(url));
      } catch {
        openWindow(url);
      }
    },
  };
}

const surfaces: Readonly<Record<string, HostContext["surface"]>> = {
  settings: "setup",
  remove: "setup",
  content: "prepare",
  sidePanel: "walk",
  meetingStage: "stage",
  stage: "stage",
};

function contextOf({ page, app: around, chat, meeting, user }: app.Context): HostContext {
  const chatId = chat?.id;
  // A tab may also sit in an ordinary chat, or in a channel whose chat Graph does not give.
  const isMeetingChat =
    chatId !== undefined &&
    !chatId.endsWith("@thread.tacv2") &&
    (meeting !== undefined || chatId.startsWith("19:meeting_"));
  const userId = user?.id;
  const tenantId = user?.tenant?.id;
  return {
    surface: surfaces[page.frameContext] ?? "prepare",
    theme: themeOf(around.theme),
    locale: around.locale || "en",
    ...(isMeetingChat && { chatId }),
    ...(userId && { userId: userId.toLowerCase() }),
    ...(tenantId && { tenantId: tenantId.toLowerCase() }),
    isAnonymous: !userId || user?.licenseType === "Anonymous",
  };
}

function themeOf(name: string): HostContext["theme"] {
  if (name === "contrast") return "contrast";
  return name === "dark" || name === "glass" ? "dark" : "light";
}

const Details = v.object({
  details: v.nullish(
    v.object({
      title: v.nullish(v.string()),
      scheduledStartTime: v.nullish(v.string()),
      scheduledEndTime: v.nullish(v.string()),
    }),
  ),
  conversation: v.nullish(v.object({ id: v.nullish(v.string()) })),
  organizer: v.nullish(v.object({ id: v.nullish(v.string()) })),
});

/** What stands for an organizer's name: Teams tells who it is by id only. */
export const unnamedOrganizer = "The organizer";

function meetingOf(answer: unknown, { chat, user }: app.Context): MeetingInfo {
  const told = v.safeParse(Details, answer);
  const { details, conversation, organizer } = told.success ? told.output : {};
  const id = entraId(organizer?.id);
  const isMe = id !== undefined && id === user?.id.toLowerCase();
  const read = v.safeParse(MeetingInfo, {
    key: conversation?.id || chat?.id,
    subject: details?.title?.slice(0, 255) || "Meeting without a title",
    ...(id && { organizer: { id, name: (isMe && user?.displayName) || unnamedOrganizer } }),
    ...timeOf("startsAtMs", details?.scheduledStartTime),
    ...timeOf("endsAtMs", details?.scheduledEndTime),
  });
  if (read.success) return read.output;
  throw new StoreError("not-found", "There is no meeting with a chat around this tab");
}

/** The object id in what may be a Teams address such as `8:orgid:…`. */
function entraId(id: string | null | undefined): string | undefined {
  return /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/iu.exec(id ?? "")?.[0].toLowerCase();
}

function timeOf(name: "startsAtMs" | "endsAtMs", text: string | null | undefined) {
  const ms = Date.parse(text ?? "");
  return Number.isNaN(ms) ? {} : { [name]: ms };
}

const noConsent = 1000;
const notHere: ReadonlySet<unknown> = new Set([100, 501]);

/** A call of the client with its refusals in our words. */
async function guarded<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    const code = (cause as { readonly errorCode?: unknown } | null)?.errorCode;
    if (code === noConsent) {
      throw new StoreError("forbidden", "The app lacks this meeting's consent", { cause });
    }
    // A call made from the wrong kind of frame throws without a code.
    if (notHere.has(code) || cause instanceof Error) {
      throw new StoreError("not-found", "The client has no such meeting here", { cause });
    }
    throw new StoreError("unavailable", "The client failed", { cause });
  }
}
