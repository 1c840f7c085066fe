import { describe, expect, it } from "vitest";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { startSandbox } from "../../../sandbox/server/sandbox.ts";

const SOFIA = "10000000-0000-4000-8000-000000000001";
const AMARA = "10000000-0000-4000-8000-000000000012";

function start() {
  const { app } = startSandbox({ projectRoot: ".", directory: seedDirectory() });
  return async (path: string, body: object, token?: string) => {
    const response = await app.request(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as Readonly<Record<string, unknown>>;
    return { status: response.status, body: answer };
  };
}

describe("signing in without consent", () => {
  it("is refused with Entra's number: for a policy another than for one's own consent", async () => {
    const post = start();
    const ask = async (scope: string) =>
      (await post("/sandbox/token", { person: SOFIA, scopes: [scope] })).body;

    expect((await ask("Tasks.ReadWrite"))["error_description"]).toContain("AADSTS90094");
    expect((await ask("ChatMessage.Send"))["error_description"]).toContain("AADSTS65001");
    expect((await ask("Sites.Invented"))["error_description"]).toContain("AADSTS70011");
  });
});

describe("an administrator who signs in", () => {
  it("has what registers apps and grants sites", async () => {
    const scopes = ["Application.ReadWrite.All", "Sites.FullControl.All"];

    const { status, body } = await start()("/sandbox/token", { person: AMARA, scopes });

    expect([status, body["scope"]]).toEqual([200, scopes.join(" ")]);
  });

  it("may consent for everybody, as nobody else may", async () => {
    const post = start();
    const wish = { scopes: ["Tasks.ReadWrite"], forEverybody: true };

    const refused = await post("/sandbox/consent", { person: SOFIA, ...wish });
    const taken = await post("/sandbox/consent", { person: AMARA, ...wish });

    expect([refused.status, taken.status]).toEqual([409, 200]);
    const token = await post("/sandbox/token", { person: SOFIA, scopes: wish.scopes });
    expect(token.status).toBe(200);
  });
});

describe("signing in to an app that was registered", () => {
  it("takes its own consent, and makes it present in the tenant", async () => {
    const post = start();
    const admin = await post("/sandbox/token", { person: AMARA });
    const bearer = String(admin.body["access_token"]);
    const app = await post("/graph/v1.0/applications", { displayName: "Quorate" }, bearer);
    const wish = { person: SOFIA, scopes: ["User.Read"], client: app.body["appId"] };

    const before = await post("/sandbox/token", wish);
    await post("/sandbox/consent", wish);

    expect([before.status, before.body["error"]]).toEqual([403, "consent_required"]);
    expect((await post("/sandbox/token", wish)).status).toBe(200);
    const again = await post("/graph/v1.0/servicePrincipals", { appId: app.body["appId"] }, bearer);
    expect(again.status).toBe(409);
  });

  it("is refused for an app nobody registered", async () => {
    const client = "99999999-0000-4000-8000-000000000001";

    const { status, body } = await start()("/sandbox/token", { person: SOFIA, client });

    expect([status, body["error"]]).toEqual([400, "unauthorized_client"]);
  });
});
