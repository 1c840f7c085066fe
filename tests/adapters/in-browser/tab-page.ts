// A tab made of the adapters alone, driven from outside: the real teams-js, MSAL and IndexedDB.
import { openDrafts } from "#adapters/browser/drafts.ts";
import { openOutbox } from "#adapters/browser/outbox.ts";
import { sharedPauses, windowsHere } from "#adapters/browser/shared-pauses.ts";
import { browserWorld } from "#adapters/browser/world.ts";
import { openHost } from "#adapters/teams/host.ts";
import { openSetupHost } from "#adapters/teams/setup-host.ts";
import { openSignIn } from "#adapters/teams/sign-in.ts";
import type { Host, Outbox } from "#flows/ports.ts";
import { StoreError } from "#flows/store-error.ts";

const windows: Outbox[] = [];
const themes: string[] = [];
const drafts = openDrafts();
const pauses = sharedPauses(browserWorld, windowsHere());
let host: Host | undefined;

// Waiting as long as the adapters do would make these tests slow: here a second is ten.
const hurried = {
  ...browserWorld,
  after: (ms: number, act: () => void) => browserWorld.after(ms / 10, act),
};
const signIn = openSignIn({
  clientId: "90000000-0000-4000-8000-000000000001",
  authority: "https://login.microsoftonline.com/common",
  world: hurried,
});

async function outcome<Value>(work: () => Promise<Value>) {
  try {
    return { ok: true as const, value: await work() };
  } catch (failure) {
    if (!(failure instanceof StoreError)) throw failure;
    return { ok: false as const, kind: failure.kind, scopes: failure.details.scopes };
  }
}

const inTeams = (): Host => {
  if (host === undefined) throw new Error("Open the host first");
  return host;
};

const trial = {
  themes,
  async open() {
    const opening = await openHost({ world: hurried, stageUrl: "https://tab.example/stage.html" });
    if (opening.kind === "no-host") return "no-host";
    ({ host } = opening);
    host.onTheme((theme) => themes.push(theme));
    return host.context;
  },
  opened: () =>
    outcome(() => openHost({ world: hurried, stageUrl: "https://tab.example/stage.html" })),
  meeting: () => outcome(() => inTeams().meeting()),
  mayShare: () => inTeams().canShareToStage(),
  share: () => outcome(() => inTeams().shareToStage()),
  openLink: (url: string) => outcome(() => inTeams().openLink(url)),
  prepareToSave() {
    const setup = openSetupHost({
      world: hurried,
      tabUrl: ({ place }) => `https://tab.example/walk.html?site=${place.siteId}`,
    });
    const place = { siteId: "here", decisionsListId: "d", eventsListId: "e" };
    setup.onSave(() => ({ place, questionListId: "technology-decision" }));
    setup.setSaveEnabled(true);
  },
  token: (scopes: string[]) => outcome(() => signIn.token(scopes)),
  consent: (scopes: string[]) => outcome(() => signIn.askConsent(scopes)),
  hold: (service: string, untilMs: number) => pauses.hold(service, untilMs),
  heldUntil: (service: string) => pauses.untilMs(service),
  hash: (text: string) => browserWorld.sha256(text),
  writeDraft: (text: string) => drafts.write("answer", text),
  readDraft: () => drafts.read("answer"),
  async openWindow(name: string) {
    return windows.push(await openOutbox(name)) - 1;
  },
  /** Calls a method of an outbox; `alone` runs what the test keeps under a number. */
  async outbox(index: number, method: keyof Outbox, args: readonly unknown[]) {
    const outbox = windows[index] as unknown as Record<string, (...given: unknown[]) => unknown>;
    const given = method === "alone" ? [...args.slice(0, 2), () => window.runSend(args[2])] : args;
    return await outbox[method]?.(...given);
  },
};

/** What a test may ask of the tab. */
export type Trial = typeof trial;

declare global {
  interface Window {
    trial: Trial;
    runSend(number: unknown): Promise<unknown>;
  }
}
window.trial = trial;
