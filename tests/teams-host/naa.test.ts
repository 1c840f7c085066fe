import { describe, expect, it } from "vitest";
import type { TokenAnswer } from "../../sandbox/teams-host/protocol/effects.ts";
import { executeSignIn } from "../../sandbox/teams-host/protocol/naa.ts";
import { signInWith } from "./host-fixtures.ts";

function request(method: string, scope = "User.Read Chat.ReadBasic"): string {
  return JSON.stringify({
    messageType: "NestedAppAuthRequest",
    method,
    requestId: "r1",
    tokenParams: { scope },
  });
}

const granted: TokenAnswer = {
  kind: "token",
  token: { access_token: "a", id_token: "h.p.", expires_in: 3600, scope: "User.Read" },
  account: {
    homeAccountId: "ana.tenant",
    environment: "login.windows.net",
    tenantId: "tenant",
    username: "ana@larkfield.example",
    localAccountId: "ana",
  },
};

describe("the sign-in bridge", () => {
  it("names the frame's account before any token", async () => {
    const { frame, effects } = signInWith({ token: () => Promise.resolve(granted) });

    expect(await executeSignIn(frame, request("GetInitContext"), effects)).toMatchObject({
      messageType: "NestedAppAuthResponse",
      requestId: "r1",
      success: true,
      initContext: { accountContext: { homeAccountId: "ana.tenant", tenantId: "tenant" } },
    });
  });

  it("asks for each scope by its own name", async () => {
    const asked: unknown[] = [];
    const { frame, effects } = signInWith({
      token: (_frame, scopes) => {
        asked.push(scopes);
        return Promise.resolve(granted);
      },
    });

    await executeSignIn(frame, request("GetToken", "User.Read  Chat.ReadBasic"), effects);

    expect(asked).toEqual([["User.Read", "Chat.ReadBasic"]]);
  });

  it.each([
    ["consent", "USER_INTERACTION_REQUIRED"],
    ["admin-consent", "USER_INTERACTION_REQUIRED"],
    ["unknown-person", "ACCOUNT_UNAVAILABLE"],
    ["no-network", "NO_NETWORK"],
    ["busy", "TRANSIENT_ERROR"],
    ["refused", "PERSISTENT_ERROR"],
  ] as const)("says what the identity service's %s means: %s", async (kind, status) => {
    const { frame, effects } = signInWith({ token: () => Promise.resolve({ kind, scopes: [] }) });

    expect(await executeSignIn(frame, request("GetToken"), effects)).toMatchObject({
      success: false,
      error: { status },
    });
  });

  it("never asks a person when the app wants to stay silent", async () => {
    let asked = 0;
    const { frame, effects } = signInWith({
      token: () => Promise.resolve({ kind: "consent", scopes: ["User.Read"] }),
      ask: () => Promise.resolve(++asked > 0),
    });

    await executeSignIn(frame, request("GetToken"), effects);

    expect(asked).toBe(0);
  });

  it("asks only for what nobody consented to yet", async () => {
    const asked: unknown[] = [];
    const { frame, effects } = signInWith({
      token: () => Promise.resolve({ kind: "consent", scopes: ["Chat.ReadBasic"] }),
      ask: (_frame, question, scopes) => {
        asked.push([question, scopes]);
        return Promise.resolve(false);
      },
    });

    const answer = await executeSignIn(frame, request("GetTokenPopup"), effects);

    expect(asked).toEqual([["consent", ["Chat.ReadBasic"]]]);
    expect(answer).toMatchObject({ success: false, error: { status: "USER_CANCEL" } });
  });

  it("gives the number of the policy to who comes back from needing an administrator", async () => {
    const { frame, effects } = signInWith({
      token: () => Promise.resolve({ kind: "admin-consent", scopes: ["Tasks.ReadWrite"] }),
      ask: () => Promise.resolve(false),
    });

    expect(await executeSignIn(frame, request("GetTokenPopup"), effects)).toMatchObject({
      success: false,
      error: {
        status: "PERSISTENT_ERROR",
        description: expect.stringContaining("AADSTS90094") as unknown,
      },
    });
  });

  it.each(["GetActiveAccount", "toString", ""])(
    "leaves an unknown method unanswered: %j",
    async (method) => {
      const unknown: unknown[] = [];
      const { frame, effects } = signInWith({ unknownCall: (_frame, func) => unknown.push(func) });

      expect(await executeSignIn(frame, request(method), effects)).toBeUndefined();
      expect(unknown).toEqual([`nestedAppAuth.execute ${method}`]);
    },
  );

  it("leaves what is no JSON unanswered", async () => {
    const { frame, effects } = signInWith({});

    expect(await executeSignIn(frame, "{", effects)).toBeUndefined();
  });
});
