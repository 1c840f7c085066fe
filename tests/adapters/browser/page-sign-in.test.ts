import { describe, expect, it } from "vitest";
import {
  type PageApp,
  type PageSignInNeeds,
  openPageSignIn,
} from "#adapters/browser/page-sign-in.ts";

const lists = ["Sites.ReadWrite.All"];
const sofia = {
  homeAccountId: "sofia.larkfield",
  environment: "login.microsoftonline.com",
  tenantId: "larkfield",
  username: "sofia.brandt@larkfield.example",
  localAccountId: "sofia",
  name: "Sofia Brandt",
};
const redirectUri = "https://tab.example/quorate/log.html";

/** Sign-in over an app that notes what it was asked for; pages are left by never coming back. */
function open(replaced: Partial<PageApp> = {}) {
  const asked: [string, object][] = [];
  const note = (what: string) => (request: object) => {
    asked.push([what, request]);
    return Promise.resolve();
  };
  const app: PageApp = {
    handleRedirectPromise: () => Promise.resolve(null),
    getAllAccounts: () => [sofia],
    acquireTokenSilent: async (request) => {
      await note("silent")(request);
      return { accessToken: "a token" };
    },
    acquireTokenRedirect: note("consent"),
    loginRedirect: note("login"),
    logoutRedirect: note("logout"),
    ...replaced,
  };
  const opened: PageSignInNeeds[] = [];
  const signIn = openPageSignIn({
    clientId: "90000000-0000-4000-8000-000000000001",
    authority: "https://login.microsoftonline.com/common",
    redirectUri,
    openApp: (needs) => Promise.resolve((opened.push(needs), app)),
  });
  return { signIn, asked, opened };
}

/** An error as MSAL throws it. */
const refusal = (name: string, errorCode: string, message = errorCode) =>
  Object.assign(new Error(message), { name, errorCode });

describe("a page outside Teams", () => {
  it("knows nobody before they have signed in, and gives no token", async () => {
    const { signIn, asked } = open({ getAllAccounts: () => [] });

    expect(await signIn.whoIsHere()).toBeUndefined();
    await expect(signIn.token(lists)).rejects.toMatchObject({ kind: "signed-out" });
    expect(asked).toEqual([]);
  });

  it("asks at sign-in for the profile only, and lets people choose their account", async () => {
    const { signIn, asked } = open();
    await signIn.signIn();

    expect(asked).toEqual([["login", { scopes: ["User.Read"], prompt: "select_account" }]]);
  });

  it("takes up a sign-in that comes back", async () => {
    const ines = { ...sofia, name: "Inés Navarro" };
    const { signIn } = open({ handleRedirectPromise: () => Promise.resolve({ account: ines }) });

    expect(await signIn.whoIsHere()).toBe("Inés Navarro");
  });

  it("names people without a name by their account", async () => {
    const { name: _, ...nameless } = sofia;
    const { signIn } = open({ getAllAccounts: () => [nameless] });

    expect(await signIn.whoIsHere()).toBe("sofia.brandt@larkfield.example");
  });

  it("opens its sign-in once, whatever is asked of it", async () => {
    const { signIn, opened } = open();
    await signIn.whoIsHere();
    await Promise.all([signIn.token(lists), signIn.token(["User.Read"])]);

    expect(opened).toHaveLength(1);
  });
});

describe("a token outside Teams", () => {
  it("is asked for silently for the one who is here, and never in a hidden frame", async () => {
    const { signIn, asked } = open();
    await signIn.whoIsHere();

    expect(await signIn.token(lists)).toBe("a token");
    expect(asked).toEqual([["silent", { scopes: lists, account: sofia, cacheLookupPolicy: 2 }]]);
  });

  it("that was turned down is asked for past all caches, with the claims", async () => {
    const { signIn, asked } = open();
    await signIn.whoIsHere();
    await signIn.token(lists, { fresh: true, claims: "{}" });

    expect(asked[0]?.[1]).toMatchObject({ claims: "{}", forceRefresh: true });
  });

  it.each([
    ["InteractionRequiredAuthError", "consent_required", "", "consent-needed"],
    ["InteractionRequiredAuthError", "invalid_grant", "AADSTS65001: no consent", "consent-needed"],
    ["InteractionRequiredAuthError", "invalid_grant", "AADSTS700084: expired", "signed-out"],
    ["InteractionRequiredAuthError", "no_tokens_found", "", "signed-out"],
    ["ClientAuthError", "no_network_connectivity", "", "no-answer"],
  ])("refused with %s %s %s means %s %s", async (name, code, message, kind) => {
    const no = refusal(name, code, message);
    const { signIn } = open({ acquireTokenSilent: () => Promise.reject(no) });
    await signIn.whoIsHere();

    await expect(signIn.token(lists)).rejects.toMatchObject({ kind });
  });
});

describe("leaving the page", () => {
  it("to consent names the permission and the person", async () => {
    const { signIn, asked } = open();
    await signIn.whoIsHere();
    await signIn.askConsent(lists);

    expect(asked).toEqual([["consent", { scopes: lists, account: sofia }]]);
  });

  it("to sign out comes back to the registered address", async () => {
    const { signIn, asked } = open();
    await signIn.whoIsHere();
    await signIn.signOut();

    expect(asked).toEqual([["logout", { account: sofia, postLogoutRedirectUri: redirectUri }]]);
  });

  it("that was declined is said when it comes back", async () => {
    const no = refusal("ServerError", "access_denied", "AADSTS65004: declined");
    const { signIn } = open({ handleRedirectPromise: () => Promise.reject(no) });

    await expect(signIn.whoIsHere()).rejects.toMatchObject({ kind: "consent-needed" });
  });
});
