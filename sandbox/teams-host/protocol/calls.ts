import type { Answer, CallHandler, CallInFrame } from "./call.ts";
import { contextOf } from "./context.ts";
import type { TabSettings } from "./effects.ts";
import { fieldsOf, textOr } from "./messages.ts";
import { meetingCalls } from "./meeting-calls.ts";
import { executeSignIn } from "./naa.ts";
import { handshake } from "./runtime.ts";
import { sdkError } from "./sdk-errors.ts";

async function initialize({ frame, effects }: CallInFrame): Promise<Answer> {
  // A page that loads again keeps its window, but knows nothing of what it registered before.
  frame.handlers.clear();
  if (frame.viewer().troubles.handshake === "silent") return undefined;
  await effects.started(frame);
  return handshake(frame);
}

function settingsFrom(value: unknown): TabSettings | undefined {
  const fields = fieldsOf(value);
  const contentUrl = textOr(fields["contentUrl"], "");
  if (!URL.canParse(contentUrl)) return undefined;
  return {
    contentUrl,
    entityId: textOr(fields["entityId"], ""),
    websiteUrl: textOr(fields["websiteUrl"], contentUrl),
    removeUrl: textOr(fields["removeUrl"], ""),
    suggestedDisplayName: textOr(fields["suggestedDisplayName"], ""),
  };
}

async function setSettings({ frame, args, effects, proposals }: CallInFrame): Promise<Answer> {
  const settings = settingsFrom(args[0]);
  if (!settings) return [false, "contentUrl must be a whole address."];
  // On the configuration page they wait for Save; elsewhere they hold at once.
  if (frame.context === "settings") proposals.set(frame, settings);
  else await effects.keepSettings(frame, settings);
  return [true];
}

async function saveSucceeded({ frame, effects, proposals }: CallInFrame): Promise<undefined> {
  const settings = proposals.get(frame);
  if (!settings) {
    effects.saveEnded(frame, "The page said it saved, but never said what.");
    return;
  }
  try {
    await effects.keepSettings(frame, settings);
  } catch (problem) {
    // The proposal stays: the person may press Save again.
    effects.saveEnded(frame, problem instanceof Error ? problem.message : String(problem));
    return;
  }
  proposals.delete(frame);
  effects.saveEnded(frame, undefined);
}

async function startTask({ frame, args, effects }: CallInFrame): Promise<Answer> {
  const { url, title, width, height } = fieldsOf(args[0]);
  const wish = { url: textOr(url, ""), title: textOr(title, ""), width, height };
  if (!URL.canParse(wish.url)) return ["The dialog has no address.", undefined];
  const closed = await effects.openDialog(frame, wish);
  return closed ? [null, closed.result] : ["cancelled", undefined];
}

function reportFailure({ frame, args, effects }: CallInFrame): undefined {
  effects.appFailed(frame, args.filter((arg) => typeof arg === "string").join(": "));
}

/** Every call this host knows. Whatever is not here is shown to the reader and stays unanswered. */
export const calls: Readonly<Record<string, CallHandler>> = {
  ...meetingCalls,
  initialize,
  getContext: async ({ frame, effects }) => [contextOf(frame, await effects.readSettings(frame))],
  registerHandler: ({ frame, args }) => {
    if (typeof args[0] === "string") frame.handlers.add(args[0]);
    return undefined;
  },
  "appInitialization.appLoaded": () => undefined,
  // The runtime promises an answer to this one; a page would wait for it.
  "appInitialization.success": () => [],
  "appInitialization.failure": reportFailure,
  "appInitialization.expectedFailure": reportFailure,
  "settings.getSettings": async ({ frame, effects, proposals }) => [
    proposals.get(frame) ?? (await effects.readSettings(frame)) ?? {},
  ],
  "settings.setSettings": setSettings,
  "settings.setValidityState": ({ frame, args, effects }) => {
    effects.validityChanged(frame, args[0] === true);
    return undefined;
  },
  "settings.save.success": saveSucceeded,
  "settings.save.failure": ({ frame, args, effects }) => {
    effects.saveEnded(frame, textOr(args[0], "The page could not save."));
    return undefined;
  },
  executeDeepLink: ({ args, effects }) =>
    effects.openLink(textOr(args[0], "")) ? [true] : [false, "The link could not be opened."],
  shareDeepLink: ({ frame, args, effects }) => {
    const [page, label, webUrl] = args;
    effects.showLink(frame, textOr(label, ""), textOr(webUrl, "") || textOr(page, ""));
    return undefined;
  },
  "pages.currentApp.navigateToDefaultPage": async ({ frame, effects }) => {
    const settings = await effects.readSettings(frame);
    const isDone = effects.navigate(frame, settings?.contentUrl ?? "");
    return isDone ? [null] : [sdkError("internal", "The tab has no page yet.")];
  },
  "tasks.startTask": startTask,
  "tasks.completeTask": ({ frame, args, effects }) => {
    effects.submitDialog(frame, args[0]);
    return undefined;
  },
  messageForParent: ({ args, relay }) => {
    relay("messageForParent", args);
    return undefined;
  },
  messageForChild: ({ args, relay }) => {
    relay("messageForChild", args);
    return undefined;
  },
  returnFocus: () => undefined,
  setFrameContext: () => undefined,
  readyToUnload: () => undefined,
  "nestedAppAuth.execute": async ({ frame, data, effects }) => {
    const answer = await executeSignIn(frame, data ?? "", effects);
    // MSAL reads the second place; what Teams puts in the first is not documented.
    return answer === undefined ? undefined : [null, JSON.stringify(answer)];
  },
};

/** What an app is told when its call failed on the way; undefined where it expects no answer. */
export function failureAnswer(func: string, problem: unknown): Answer {
  const message = problem instanceof Error ? problem.message : String(problem);
  if (Object.hasOwn(meetingCalls, func)) return [sdkError("internal", message), null];
  if (func === "settings.setSettings") return [false, message];
  return undefined;
}
