import { describe, expect, it } from "vitest";
import { signInFailure } from "#adapters/graph/sign-in-failure.ts";
import { type NestedApp, type SignInNeeds, openSignIn } from "#adapters/teams/sign-in.ts";
import { StoreError } from "#flows/store-error.ts";
import { fixedWorld } from "../../doubles/fixed-world.ts";
import { never, teamsDouble } from "./teams-double.ts";

const lists = ["Sites.ReadWrite.All"];

/** Sign-in over an app that counts its tokens, each good for an hour. */
function open(replaced: Partial<NestedApp> = {}, needs: Partial<SignInNeeds> = {}) {
  const world = fixedWorld();
  const asked: object[] = [];
  const give = (request: object) => {
    asked.push(request);
    const expiresOn = new Date(world.now() + 3_600_000);
    return Promise.resolve({ accessToken: `token-${asked.length}`, expiresOn });
  };
  const app: NestedApp = { acquireTokenSilent: give, acquireTokenPopup: give, ...replaced };
  let opened = 0;
  const signIn = openSignIn({
    clientId: "90000000-0000-4000-8000-000000000001",
    authority: "https://login.microsoftonline.com/common",
    world,
    calls: teamsDouble(),
    hasBridge: () => true,
    openApp: () => {
      opened += 1;
      return Promise.resolve(app);
    },
    ...needs,
  });
  return { world, asked, signIn, openings: () => opened };
}

/** An error as MSAL throws it: told apart by its name and code. */
class MsalError extends Error {
  readonly errorCode: string;

  constructor(name: string, errorCode: string) {
    super(errorCode);
    this.name = name;
    this.errorCode = errorCode;
  }
}

describe("a token", () => {
  it("is asked for silently, without naming an account", async () => {
    const { signIn, asked } = open();

    expect(await signIn.token(lists)).toBe("token-1");
    expect(asked).toEqual([{ scopes: lists }]);
  });

  it("is used again while it is good, whatever the order of its scopes", async () => {
    const { signIn, asked } = open();
    await signIn.token(["A.Read", "B.Read"]);

    expect(await signIn.token(["B.Read", "A.Read"])).toBe("token-1");
    expect(asked).toHaveLength(1);
  });

  it("is asked for once by two calls at the same time", async () => {
    const { signIn, asked, openings } = open();
    const tokens = await Promise.all([signIn.token(lists), signIn.token(lists)]);

    expect(tokens).toEqual(["token-1", "token-1"]);
    expect([asked.length, openings()]).toEqual([1, 1]);
  });

  it("is replaced five minutes before its end", async () => {
    const { signIn, world } = open();
    await signIn.token(lists);
    await world.advance(54 * 60_000);
    expect(await signIn.token(lists)).toBe("token-1");
    await world.advance(2 * 60_000);

    expect(await signIn.token(lists)).toBe("token-2");
  });

  it("that was turned down is asked for past all caches, with the claims", async () => {
    const { signIn, asked } = open();
    await signIn.token(lists);
    await signIn.token(lists, { fresh: true, claims: "{}" });

    expect(asked[1]).toEqual({ scopes: lists, claims: "{}", forceRefresh: true });
    expect(await signIn.token(lists)).toBe("token-2");
  });
});

describe("a client that cannot sign in", () => {
  it("is told from one that only broke its promise of a bridge", async () => {
    const without = open({}, { calls: teamsDouble({ hasNestedAuth: () => false }) });
    const broken = open({}, { hasBridge: () => false });

    await expect(without.signIn.token(lists)).rejects.toMatchObject({ kind: "signed-out" });
    await expect(broken.signIn.token(lists)).rejects.toThrow("promised a sign-in and has none");
    expect([without.openings(), broken.openings()]).toEqual([0, 0]);
  });

  it.each([
    ["opening", {}, { openApp: never }],
    ["giving a token", { acquireTokenSilent: never }, {}],
  ])("is given up when it is silent about %s", async (_, replaced, needs) => {
    const { signIn, world } = open(replaced, needs);

    await expect(world.until(signIn.token(lists))).rejects.toMatchObject({ kind: "signed-out" });
  });

  it("is tried afresh with the next call", async () => {
    let tries = 0;
    const expiresOn = new Date(9e15);
    const token = () => Promise.resolve({ accessToken: "late", expiresOn });
    const openApp = () => {
      tries += 1;
      if (tries === 1) return Promise.reject(new Error("not yet"));
      return Promise.resolve({ acquireTokenSilent: token, acquireTokenPopup: token });
    };
    const { signIn } = open({}, { openApp });
    await signIn.token(lists).catch(() => undefined);

    expect(await signIn.token(lists)).toBe("late");
  });
});

describe("consent that is missing", () => {
  const required = new MsalError("InteractionRequiredAuthError", "consent_required");

  it("is named with its scopes, and nobody is asked by themselves", async () => {
    let popups = 0;
    const { signIn } = open({
      acquireTokenSilent: () => Promise.reject(required),
      acquireTokenPopup: () => ((popups += 1), never()),
    });

    await expect(signIn.token(lists)).rejects.toMatchObject({
      kind: "consent-needed",
      details: { scopes: lists },
    });
    expect(popups).toBe(0);
  });

  it("is asked for when the person wants it, and the token is used from then on", async () => {
    const { signIn } = open({ acquireTokenSilent: () => Promise.reject(required) });
    await signIn.askConsent(lists);

    expect(await signIn.token(lists)).toBe("token-1");
  });

  it("stays missing when the person says no", async () => {
    const no = new MsalError("ClientAuthError", "user_canceled");
    const { signIn } = open({ acquireTokenPopup: () => Promise.reject(no) });

    await expect(signIn.askConsent(lists)).rejects.toMatchObject({ kind: "consent-needed" });
  });

  it("is given up when the window never comes back", async () => {
    const { signIn, world } = open({ acquireTokenPopup: never });

    await expect(world.until(signIn.askConsent(lists))).rejects.toMatchObject({
      kind: "signed-out",
    });
  });
});

describe("a failure of sign-in", () => {
  it.each([
    ["InteractionRequiredAuthError", "anything", "consent-needed"],
    ["ClientAuthError", "user_canceled", "consent-needed"],
    ["ClientAuthError", "no_network_connectivity", "no-answer"],
    ["ClientAuthError", "no_account_found", "signed-out"],
    ["ClientAuthError", "nested_app_auth_bridge_disabled", "signed-out"],
    ["ServerError", "temporarily_unavailable", "unavailable"],
    ["AuthError", "AADSTS90094", "consent-needed"],
    ["AuthError", "unknown_error", "signed-out"],
    ["ServerError", "AADSTS50020: not in the tenant", "forbidden"],
    ["InteractionRequiredAuthError", "AADSTS700016: no such app", "forbidden"],
  ])("%s %s means %s", (name, code, kind) => {
    expect(signInFailure(new MsalError(name, code), lists).kind).toBe(kind);
  });

  it("of ours stays what it is, and what is no error at all means signed-out", () => {
    const ours = new StoreError("no-answer", "x");

    expect(signInFailure(ours, lists)).toBe(ours);
    expect(signInFailure(undefined, lists).kind).toBe("signed-out");
  });
});
