import type { CallInFrame } from "./call.ts";
import { calls, failureAnswer } from "./calls.ts";
import type { HostEffects, TabSettings } from "./effects.ts";
import { type Frame, type FrameWindow, type NewFrame, post, sendEvent } from "./frames.ts";
import { answerMessage, readCall } from "./messages.ts";

/** A posted message, as far as a host looks at it. */
export interface PostedMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** A window that hears messages. */
export interface MessageTarget {
  addEventListener(type: "message", listener: (message: PostedMessage) => void): void;
  removeEventListener(type: "message", listener: (message: PostedMessage) => void): void;
}

/** A Teams client, as far as a framed app can tell. */
export interface Host {
  /** Must happen before the frame loads anything, or its first call is lost. */
  addFrame(frame: NewFrame): Frame;
  removeFrame(frame: Frame): void;
  /** Sends an event; false when the page never asked for it. */
  send(frame: Frame, func: string, args: readonly unknown[]): boolean;
  /** The page in `dialog` may exchange messages with the one that opened it. */
  linkDialog(dialog: Frame, opener: Frame): void;
  /** Deaf from then on. */
  close(): void;
}

/** Listens on a window and answers the calls of the frames it is told about, and of no others. */
export function openHost(target: MessageTarget, effects: HostEffects): Host {
  const frames = new Map<unknown, Frame>();
  const proposals = new Map<Frame, TabSettings>();
  const openers = new Map<Frame, Frame>();

  function relayFrom(frame: Frame): CallInFrame["relay"] {
    return (func, args) => {
      const dialogs = [...openers].filter(([, opener]) => opener === frame);
      const targets =
        func === "messageForParent" ? [openers.get(frame)] : dialogs.map(([dialog]) => dialog);
      for (const other of targets) if (other) sendEvent(other, func, args);
    };
  }

  async function hear({ data, origin, source }: PostedMessage): Promise<void> {
    const frame = frames.get(source);
    if (!frame || origin !== frame.origin) return;
    const call = readCall(data);
    if (!call) return;
    const { func } = call;
    const handler = Object.hasOwn(calls, func) ? calls[func] : undefined;
    if (!handler) {
      effects.unknownCall(frame, func, call.args);
      return;
    }
    const { args, data: payload } = call;
    const relay = relayFrom(frame);
    const asked = { frame, args, data: payload, effects, proposals, relay };
    const answer = await Promise.resolve(asked)
      .then(handler)
      .catch((problem: unknown) => {
        effects.callFailed(frame, func, String(problem));
        return failureAnswer(func, problem);
      });
    // The frame may have gone while the answer was looked up.
    if (answer && frames.get(source) === frame) post(frame, answerMessage(call, answer));
  }

  const listener = (message: PostedMessage) => void hear(message);
  target.addEventListener("message", listener);

  return {
    addFrame: (frame) => {
      const added: Frame = { ...frame, handlers: new Set() };
      frames.set(frame.window, added);
      return added;
    },
    removeFrame: (frame) => {
      const key: FrameWindow = frame.window;
      if (frames.get(key) === frame) frames.delete(key);
      proposals.delete(frame);
      openers.delete(frame);
    },
    send: sendEvent,
    linkDialog: (dialog, opener) => openers.set(dialog, opener),
    close: () => target.removeEventListener("message", listener),
  };
}
