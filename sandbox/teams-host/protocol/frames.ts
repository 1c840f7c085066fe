import type { HostMessage } from "./messages.ts";
import type { Viewer } from "./viewer.ts";

/** Where in Teams a frame stands; most calls are allowed in some of them only. */
export type FrameContext = "settings" | "content" | "sidePanel" | "meetingStage" | "task";

/** The part of a window that a host needs. */
export interface FrameWindow {
  postMessage(message: unknown, targetOrigin: string): void;
}

/** One framed page of the app: who sees it, where, and which events it asked for. */
export interface Frame {
  readonly window: FrameWindow;
  /** The only origin whose messages count and to which messages are sent. */
  readonly origin: string;
  readonly context: FrameContext;
  /** Asked at each call, so that a change of theme or language needs no new frame. */
  readonly viewer: () => Viewer;
  /** Events the page registered for; a page that loads again starts with none. */
  readonly handlers: Set<string>;
}

/** What is said about a new frame; the host keeps the handlers. */
export type NewFrame = Omit<Frame, "handlers">;

/** Events that teams-js expects without having registered for them. */
const alwaysHeard: ReadonlySet<string> = new Set([
  "settings.save",
  "settings.remove",
  "backButtonPress",
  "messageForChild",
]);

/** Posts to a frame, never to another origin that may have taken its place. */
export function post(frame: Frame, message: HostMessage): void {
  frame.window.postMessage(message, frame.origin);
}

/** Sends an event to a frame that asked for it; false when it did not. */
export function sendEvent(frame: Frame, func: string, args: readonly unknown[]): boolean {
  if (!frame.handlers.has(func) && !alwaysHeard.has(func)) return false;
  post(frame, { func, args });
  return true;
}
