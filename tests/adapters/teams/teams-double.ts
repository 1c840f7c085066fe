import type { app } from "@microsoft/teams-js";
import type { TeamsCalls } from "#adapters/teams/teams-calls.ts";

/** What the client was told to do, and ways to let things happen in it. */
export interface TeamsDouble extends TeamsCalls {
  readonly told: string[];
  changeTheme(theme: string): void;
  pressSave(): void;
}

/** A promise that nobody ever keeps: what a silent client looks like. */
export const never = () => new Promise<never>(() => {});

/** The context of a meeting's side panel, changed as a test needs it. */
export function contextWith(change: object = {}): app.Context {
  const context = {
    app: { theme: "default", locale: "en-gb", sessionId: "s", host: {} },
    page: { id: "quorate", frameContext: "sidePanel" },
    user: {
      id: "10000000-0000-4000-8000-00000000000A",
      displayName: "Sofia Brandt",
      tenant: { id: "1A2B0000-0000-4000-8000-00000000F1E1" },
    },
    chat: { id: "19:meeting_abc@thread.v2" },
    meeting: { id: "MCMxOTptZWV0aW5n" },
    dialogParameters: {},
    ...change,
  };
  return context as unknown as app.Context;
}

/** A Teams client that does everything at once, with some of its calls replaced. */
export function teamsDouble(replaced: object = {}): TeamsDouble {
  const told: string[] = [];
  const themes: ((theme: string) => void)[] = [];
  const saves: ((save: { notifySuccess(): void; notifyFailure(reason?: string): void }) => void)[] =
    [];
  const double = {
    told,
    changeTheme: (theme: string) => themes.forEach((act) => act(theme)),
    pressSave: () =>
      saves.at(-1)?.({
        notifySuccess: () => told.push("saved"),
        notifyFailure: (reason = "") => told.push(`not saved: ${reason}`),
      }),
    initialize: () => Promise.resolve(),
    getContext: () => Promise.resolve(contextWith()),
    notifySuccess: () => Promise.resolve(),
    onThemeChange: (act: (theme: string) => void) => themes.push(act),
    openLink: (url: string) => Promise.resolve(void told.push(`open ${url}`)),
    getMeetingDetails: () => Promise.resolve({ details: {}, conversation: {}, organizer: {} }),
    getStageCapabilities: () => Promise.resolve({ doesAppHaveSharePermission: true }),
    shareToStage: (url: string) => Promise.resolve(told.push(`share ${url}`) > 0),
    setValidityState: (isValid: boolean) => void told.push(`valid ${isValid}`),
    onSave: (act: (typeof saves)[number]) => saves.push(act),
    setConfig: (config: object) => Promise.resolve(void told.push(JSON.stringify(config))),
    hasNestedAuth: () => true,
    ...replaced,
  };
  return double as unknown as TeamsDouble;
}
