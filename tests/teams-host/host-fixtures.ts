import type { HostEffects } from "../../sandbox/teams-host/protocol/effects.ts";
import type { Frame, FrameContext } from "../../sandbox/teams-host/protocol/frames.ts";
import { openHost, type PostedMessage } from "../../sandbox/teams-host/protocol/host.ts";
import { noTroubles, type Viewer } from "../../sandbox/teams-host/protocol/viewer.ts";

export const appOrigin = "https://tab.example";

export const member: Viewer = {
  person: {
    id: "ana",
    displayName: "Ana Ruiz",
    userPrincipalName: "ana@larkfield.example",
    userType: "Member",
    writesTo: [],
  },
  meeting: {
    id: "forecasting",
    subject: "Redesign sales forecasting",
    chatId: "19:meeting_abc@thread.v2",
    organizerId: "ana",
    siteId: "site",
    start: "2026-11-23T14:00:00Z",
    end: "2026-11-23T15:00:00Z",
    joinUrl: "https://teams.microsoft.com/l/meetup-join/abc",
    tenantId: "tenant",
    roster: ["ana"],
    responses: new Map(),
  },
  tenantId: "tenant",
  theme: "default",
  language: "en-GB",
  sessionId: "session",
  offline: false,
  troubles: noTroubles,
};

/** Effects that do nothing; a test replaces those it is about. */
const quiet: HostEffects = {
  started: () => Promise.resolve(),
  readSettings: () => Promise.resolve(undefined),
  keepSettings: () => Promise.resolve(),
  validityChanged: () => {},
  saveEnded: () => {},
  readStage: () => Promise.resolve(undefined),
  keepStage: () => Promise.resolve(),
  openLink: () => true,
  showLink: () => {},
  navigate: () => true,
  openDialog: () => Promise.resolve(undefined),
  submitDialog: () => {},
  token: () => Promise.resolve({ kind: "refused" }),
  ask: () => Promise.resolve(false),
  appFailed: () => {},
  callFailed: () => {},
  unknownCall: () => {},
};

/** A host over a window of our own, with one frame whose messages are kept. */
export function hostWith(effects: Partial<HostEffects> = {}, viewer: Partial<Viewer> = {}) {
  let listener: (message: PostedMessage) => void = () => {};
  const target = {
    addEventListener: (_type: string, heard: typeof listener) => {
      listener = heard;
    },
    removeEventListener: () => {
      listener = () => {};
    },
  };
  const host = openHost(target, { ...quiet, ...effects });

  function addFrame(context: FrameContext = "sidePanel") {
    const posted: { message: unknown; targetOrigin: string }[] = [];
    const frameWindow = {
      postMessage: (message: unknown, targetOrigin: string) =>
        posted.push({ message, targetOrigin }),
    };
    const frame: Frame = host.addFrame({
      window: frameWindow,
      origin: appOrigin,
      context,
      viewer: () => ({ ...member, ...viewer }),
    });
    let id = 0;
    return {
      frame,
      posted,
      /** Posts a call and lets every promise behind it settle. */
      call: async (func: string, args: readonly unknown[] = [], origin = appOrigin) => {
        id += 1;
        listener({
          data: { id, uuidAsString: `uuid-${id}`, func, args },
          origin,
          source: frameWindow,
        });
        await new Promise((resolve) => setTimeout(resolve, 0));
        return posted.at(-1)?.message as { id?: number; args?: unknown[] } | undefined;
      },
      post: (data: unknown) => listener({ data, origin: appOrigin, source: frameWindow }),
    };
  }
  return { host, addFrame, hear: (message: PostedMessage) => listener(message) };
}

/** A frame and effects for the sign-in bridge alone. */
export function signInWith(effects: Partial<HostEffects>) {
  return { frame: hostWith().addFrame().frame, effects: { ...quiet, ...effects } };
}
