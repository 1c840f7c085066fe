import { describe, expect, it } from "vitest";
import { signInByDeviceCode } from "../../cli/connect/device-code.ts";
import type { Settings } from "../../cli/settings.ts";

const tenantId = "1a2b0000-0000-4000-8000-00000000f1e1";
const settings: Settings = {
  cloud: "global",
  consent: "simple",
  signInAs: "14d82eec-204b-4c2f-b7e8-296a70dab67e",
  tenantId,
};

/** Microsoft's sign-in, as far as a device code needs it. Scopes that are refused lack consent. */
function entra({ refused = "" } = {}) {
  const asked: { readonly path: string; readonly form: URLSearchParams }[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const form = new URLSearchParams(await request.text());
    asked.push({ path: `${new URL(request.url).hostname}${pathname}`, form });
    if (pathname.endsWith("/devicecode")) {
      return Response.json({
        user_code: "HDQ7-LRVK",
        device_code: "device",
        verification_uri: "https://microsoft.com/devicelogin",
        expires_in: 900,
        interval: 0,
        message: "Open https://microsoft.com/devicelogin and enter HDQ7-LRVK.",
      });
    }
    const scope = form.get("scope") ?? "";
    if (refused !== "" && scope.includes(refused)) {
      return Response.json(
        {
          error: "invalid_grant",
          error_description: "AADSTS65001: no consent Trace ID: 7",
          suberror: "consent_required",
        },
        { status: 400 },
      );
    }
    return Response.json({
      token_type: "Bearer",
      expires_in: 3600,
      scope,
      access_token: `token for ${scope}`,
      refresh_token: "refresh",
      id_token: `${encoded({ alg: "none" })}.${encoded(identity)}.`,
      client_info: encoded({ uid: identity.oid, utid: tenantId }),
    });
  };
  return { answer, asked };
}

const identity = {
  aud: settings.signInAs,
  iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  oid: "10000000-0000-4000-8000-000000000001",
  sub: "subject",
  tid: tenantId,
  preferred_username: "sofia.brandt@larkfield.example",
  name: "Sofia Brandt",
  ver: "2.0",
};

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

describe("signing in with a code", () => {
  it("shows Microsoft's words, and asks once for all that is going to be needed", async () => {
    const { answer, asked } = entra();
    const notes: string[] = [];
    const wanted = ["User.Read", "Sites.ReadWrite.All"];
    const account = signInByDeviceCode(settings, wanted, (line) => notes.push(line), answer);
    const token = await account.token(["User.Read"]);

    expect(notes).toEqual(["Open https://microsoft.com/devicelogin and enter HDQ7-LRVK."]);
    expect(asked[0]?.path).toBe(`login.microsoftonline.com/${tenantId}/oauth2/v2.0/devicecode`);
    expect(asked[0]?.form.get("scope")).toContain("User.Read Sites.ReadWrite.All");
    expect(token).toContain("Sites.ReadWrite.All");
    expect(account.tenantId()).toBe(tenantId);
  });

  it("does not ask again for what it has", async () => {
    const { answer, asked } = entra();
    const account = signInByDeviceCode(settings, ["User.Read"], () => undefined, answer);
    const first = await account.token(["User.Read"]);
    const requests = asked.length;

    expect(await account.token(["User.Read"])).toBe(first);
    expect(asked).toHaveLength(requests);
  });

  it("gets a token for SharePoint from the same sign-in", async () => {
    const { answer, asked } = entra();
    const account = signInByDeviceCode(settings, ["User.Read"], () => undefined, answer);
    await account.token(["User.Read"]);
    const manage = "https://larkfield.sharepoint.com/AllSites.Manage";

    expect(await account.token([manage])).toContain(manage);
    expect(asked.filter(({ path }) => path.endsWith("/devicecode"))).toHaveLength(1);
    expect(asked.at(-1)?.form.get("grant_type")).toBe("refresh_token");
  });

  it("asks nobody where it is to be silent", async () => {
    const { answer, asked } = entra({ refused: "Chat.ReadBasic" });
    const account = signInByDeviceCode(settings, ["User.Read"], () => undefined, answer);
    await account.token(["User.Read"]);

    expect(await account.silently(["Chat.ReadBasic"])).toBeUndefined();
    expect(asked.filter(({ path }) => path.endsWith("/devicecode"))).toHaveLength(1);
  });

  it("says which permission nobody consented to", async () => {
    const { answer } = entra({ refused: "User.Read" });
    const account = signInByDeviceCode(settings, ["User.Read"], () => undefined, answer);

    await expect(account.token(["User.Read"])).rejects.toMatchObject({
      kind: "consent-needed",
      message: "AADSTS65001: no consent",
      details: { scopes: ["User.Read"] },
    });
  });

  it.each([
    ["gcc-high", "login.microsoftonline.us"],
    // MSAL's own name for it: both are Microsoft's.
    ["china", "login.partner.microsoftonline.cn"],
  ] as const)("goes to the sign-in of the cloud %s", async (cloud, host) => {
    const { answer, asked } = entra();
    const there = { ...settings, cloud };
    await signInByDeviceCode(there, ["User.Read"], () => undefined, answer).token(["User.Read"]);

    expect(asked[0]?.path).toBe(`${host}/${tenantId}/oauth2/v2.0/devicecode`);
  });
});
