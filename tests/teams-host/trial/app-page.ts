// A page of an app, built for these tests: the real teams-js and MSAL, driven from outside.
import {
  createNestablePublicClientApplication,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { app, dialog, meeting, nestedAppAuth, pages } from "@microsoft/teams-js";

let client: IPublicClientApplication | undefined;
const heard: string[] = [];
const clientId = "90000000-0000-4000-8000-000000000001";

async function outcome<Value>(work: () => Promise<Value>) {
  try {
    return { ok: true as const, value: await work() };
  } catch (problem) {
    const { name, errorCode, message } = problem as Error & { errorCode?: string };
    // teams-js throws plain objects for its own errors and real ones for the rest.
    return { ok: false as const, name, errorCode: errorCode ?? message };
  }
}

const trial = {
  heard,
  start: () => app.initialize(),
  context: () => app.getContext(),
  hearTheme: () => app.registerOnThemeChangeHandler((theme) => heard.push(theme)),
  mayRecommendSignIn: () => nestedAppAuth.isNAAChannelRecommended(),
  hasBridge: () => "nestedAppAuthBridge" in window,
  prepareToSave: (contentUrl: string) => {
    pages.config.registerOnSaveHandler((event) => {
      void pages.config
        .setConfig({ contentUrl, entityId: "quorate", suggestedDisplayName: "Quorate" })
        .then(() => event.notifySuccess());
    });
    pages.config.setValidityState(true);
  },
  failToSave: (reason: string) => {
    pages.config.registerOnSaveHandler((event) => event.notifyFailure(reason));
    pages.config.setValidityState(true);
  },
  settings: () => pages.getConfig(),
  details: () =>
    outcome(
      () =>
        new Promise((resolve, reject) => {
          // teams-js hands the host's error over as a plain object.
          meeting.getMeetingDetails((error, details) =>
            error
              ? reject(Object.assign(new Error(String(error.errorCode)), {}))
              : resolve(details),
          );
        }),
    ),
  share: (url: string) =>
    outcome(
      () =>
        new Promise((resolve, reject) => {
          meeting.shareAppContentToStage(
            (error, result) =>
              error ? reject(new Error(String(error.errorCode))) : resolve(result),
            url,
          );
        }),
    ),
  mayShare: () =>
    new Promise((resolve) => {
      meeting.getAppContentStageSharingCapabilities((_error, answer) => resolve(answer));
    }),
  openDialog: (url: string) =>
    new Promise((resolve) => {
      dialog.url.open({ url, title: "A question", size: { width: 320, height: 240 } }, resolve);
    }),
  submitDialog: (result: string) => dialog.url.submit(result),
  callUnknown: (func: string) => window.parent.postMessage({ id: 4711, func, args: ["x"] }, "*"),
  signIn: (scopes: string[], how: "silent" | "popup") =>
    outcome(async () => {
      client ??= await createNestablePublicClientApplication({
        auth: { clientId, authority: "https://login.microsoftonline.com/common" },
      });
      const { accessToken, account, fromCache } =
        how === "silent"
          ? await client.acquireTokenSilent({ scopes })
          : await client.acquireTokenPopup({ scopes });
      return { accessToken, username: account.username, fromCache };
    }),
  get: (path: string, token: string) =>
    outcome(async () => {
      const response = await fetch(`https://graph.microsoft.com/v1.0/${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return {
        url: response.url,
        status: response.status,
        body: (await response.json()) as unknown,
      };
    }),
  post: (path: string, body: string) =>
    outcome(async () => {
      const headers = { "content-type": "application/json", "if-match": '"1"' };
      const url = `https://graph.microsoft.com/v1.0/${path}`;
      const response = await fetch(url, { method: "POST", headers, body });
      return (await response.json()) as unknown;
    }),
};

/** What a test may do inside a framed page. */
export type Trial = typeof trial;

Object.assign(window, { trial });
