import type { Frame } from "./frames.ts";

/** Where a tab points, in the words of teams-js. */
export interface TabSettings {
  readonly contentUrl?: string;
  readonly entityId?: string;
  readonly websiteUrl?: string;
  readonly removeUrl?: string;
  readonly suggestedDisplayName?: string;
}

/** The account behind a token, as MSAL wants it from a broker. */
export interface Account {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name?: string;
}

/** A token, or why there is none. */
export type TokenAnswer =
  | { readonly kind: "token"; readonly token: Token; readonly account: Account }
  | { readonly kind: "consent" | "admin-consent"; readonly scopes: readonly string[] }
  | { readonly kind: "unknown-person" | "no-network" | "busy" | "refused" };

/** A token as the identity service hands it out. */
export interface Token {
  readonly access_token: string;
  readonly id_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly scope: string;
}

/** Why a person is asked something when they sign in. */
export type SignInQuestion = "consent" | "admin-consent" | "sign-in";

/** A dialog that the app asks for. Sizes are pixels or `small`, `medium`, `large`. */
interface DialogWish {
  readonly url: string;
  readonly title: string;
  readonly width: unknown;
  readonly height: unknown;
}

/** What the host needs of the page and the service around it. */
export interface HostEffects {
  /** A page said hello: whatever it must find in place before its first request goes here. */
  started(frame: Frame): Promise<void>;
  readSettings(frame: Frame): Promise<TabSettings | undefined>;
  keepSettings(frame: Frame, settings: TabSettings): Promise<void>;
  /** The page says whether Save may be pressed. */
  validityChanged(frame: Frame, isValid: boolean): void;
  /** Saving ended; `problem` is the page's own sentence when it failed. */
  saveEnded(frame: Frame, problem: string | undefined): void;
  readStage(frame: Frame): Promise<string | undefined>;
  /** Puts a page on everybody's stage, or takes it away again (undefined). */
  keepStage(frame: Frame, url: string | undefined): Promise<void>;
  /** Opens a link in a window of its own; false when that was not possible. */
  openLink(url: string): boolean;
  showLink(frame: Frame, label: string, link: string): void;
  /** Opens a page of the app in the same frame; false when it is not the app's. */
  navigate(frame: Frame, url: string): boolean;
  /** Resolves when the dialog closes, with what it submitted, or undefined when it was dismissed. */
  openDialog(frame: Frame, wish: DialogWish): Promise<{ readonly result: unknown } | undefined>;
  submitDialog(frame: Frame, result: unknown): void;
  token(frame: Frame, scopes: readonly string[]): Promise<TokenAnswer>;
  /** Asks the person; true when they agreed and what they agreed to is kept. */
  ask(frame: Frame, question: SignInQuestion, scopes: readonly string[]): Promise<boolean>;
  /** The page reported that it cannot go on. */
  appFailed(frame: Frame, detail: string): void;
  /** A call that could not be carried out, such as while the server is away. */
  callFailed(frame: Frame, func: string, problem: string): void;
  /** A call this host does not know; it gets no answer. */
  unknownCall(frame: Frame, func: string, args: readonly unknown[]): void;
}
