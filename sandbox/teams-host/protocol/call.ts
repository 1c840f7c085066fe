import type { HostEffects, TabSettings } from "./effects.ts";
import type { Frame } from "./frames.ts";
import type { HostCall } from "./messages.ts";

/** One call with all it may need to be answered. */
export interface CallInFrame extends Pick<HostCall, "args" | "data"> {
  readonly frame: Frame;
  readonly effects: HostEffects;
  /** Settings a page proposed and has not confirmed yet, per frame. */
  readonly proposals: Map<Frame, TabSettings>;
  /** Sends an event to the page that opened this dialog, or to the dialog this page opened. */
  readonly relay: (func: "messageForParent" | "messageForChild", args: readonly unknown[]) => void;
}

/** Arguments of the answer; undefined where teams-js expects none, ever. */
export type Answer = readonly unknown[] | undefined;

/** How one call is answered. */
export type CallHandler = (call: CallInFrame) => Answer | Promise<Answer>;
