import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { seedDirectory } from "../../../sandbox/directory/load.ts";
import { entraRoutes } from "../../../sandbox/entra/routes.ts";
import { graphService } from "../../../sandbox/graph/service.ts";
import { openTenant } from "../../../sandbox/graph/store/tenant.ts";

const INES = "10000000-0000-4000-8000-000000000003";
const clientId = "90000000-0000-4000-8000-000000000001";
const redirectUri = "https://sandbox.example/sandbox/browser/log.html";
const verifier = "a-verifier-that-only-this-page-knows";
const challenge = createHash("sha256").update(verifier).digest("base64url");
const path = "/larkfield.example/oauth2/v2.0";

type Texts = Record<string, string>;

/** Entra of a tenant in which nobody has consented to sending messages, and its clock. */
function start() {
  const clock = { now: Date.UTC(2026, 10, 23, 14) };
  const graph = graphService(openTenant({ directory: seedDirectory() }), {
    clock: () => clock.now,
  });
  const app = entraRoutes(graph, () => "https://sandbox.example/sandbox");
  const addressOf = (more: Texts = {}) => {
    const wish = {
      client_id: clientId,
      response_type: "code",
      redirect_uri: redirectUri,
      scope: "User.Read openid profile offline_access",
      state: "a state",
      nonce: "a nonce",
      code_challenge: challenge,
      code_challenge_method: "S256",
    };
    return `${path}/authorize?${new URLSearchParams({ ...wish, ...more })}`;
  };
  const post = (where: string, form: Texts, headers: Texts = {}) =>
    app.request(where, { method: "POST", body: new URLSearchParams(form), headers });
  const choose = (more: Texts = {}, answer: Texts = {}) =>
    post(addressOf(more), { person: INES, ...answer });
  const token = async (form: Texts, headers: Texts = { origin: "https://sandbox.example" }) => {
    const answer = await post(`${path}/token`, { client_id: clientId, ...form }, headers);
    return { status: answer.status, body: (await answer.json()) as Texts };
  };
  const codeOf = async (more: Texts = {}) => saidBack(await choose(more)).get("code") ?? "";
  const redeem = async (more: Texts = {}, wish: Texts = {}) =>
    token({
      grant_type: "authorization_code",
      code: await codeOf(wish),
      code_verifier: verifier,
      redirect_uri: redirectUri,
      ...more,
    });
  return { app, clock, addressOf, choose, token, codeOf, redeem };
}

/** What an answer takes back to the page, behind the hash. */
function saidBack(response: Response): URLSearchParams {
  const [address, hash = ""] = (response.headers.get("location") ?? "").split("#");
  expect([response.status, address]).toEqual([302, redirectUri]);
  return new URLSearchParams(hash);
}

const payloadOf = (jwt: string) =>
  JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8")) as unknown;

describe("signing in on a page", () => {
  it("asks who it is, and knows it from a hint", async () => {
    const { app, addressOf } = start();
    const asked = await app.request(addressOf());
    const known = await app.request(addressOf({ login_hint: "ines.navarro@larkfield.example" }));

    expect(await asked.text()).toContain("Pick an account");
    expect(saidBack(known).get("state")).toBe("a state");
  });

  it("ends in tokens for the person, with the page's own nonce", async () => {
    const { redeem } = start();
    const { status, body } = await redeem();

    expect([status, body["scope"]]).toEqual([200, "User.Read openid profile"]);
    expect(payloadOf(body["id_token"] ?? "")).toMatchObject({ oid: INES, nonce: "a nonce" });
  });

  it.each([
    [{ client_id: "another" }, "AADSTS700016"],
    [{ redirect_uri: "https://evil.example/log.html" }, "AADSTS50011"],
    [{ response_type: "token" }, "AADSTS70005"],
    [{ code_challenge_method: "plain" }, "AADSTS9002325"],
    [{ scope: "Invented.All" }, "AADSTS70011"],
  ])("turns %j down on its own page, and sends nobody back", async (wrong, code) => {
    const response = await start().choose(wrong);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain(code);
  });
});

describe("consent on a page", () => {
  const scope = "ChatMessage.Send openid";

  it("is asked for, and stands from then on", async () => {
    const { choose } = start();
    expect(await (await choose({ scope })).text()).toContain("Permissions requested");
    const accepted = await choose({ scope }, { answer: "accept" });

    expect(saidBack(accepted).get("code")).not.toBeNull();
    expect(saidBack(await choose({ scope })).get("code")).not.toBeNull();
  });

  it("that is declined goes back with the reason", async () => {
    const said = saidBack(await start().choose({ scope }, { answer: "cancel" }));

    expect(said.get("error")).toBe("access_denied");
    expect(said.get("error_description")).toContain("AADSTS65004");
  });

  it("that only an administrator can give is not asked of a person", async () => {
    const page = await (await start().choose({ scope: "Tasks.ReadWrite" })).text();

    expect(page).toContain("Need admin approval");
    expect(page).toContain("AADSTS90094");
  });
});

describe("a code", () => {
  it("is good once", async () => {
    const { codeOf, redeem } = start();
    const code = await codeOf();
    await redeem({ code });

    expect((await redeem({ code })).body["error_description"]).toContain("AADSTS70008");
  });

  it("is good for ten minutes", async () => {
    const { clock, codeOf, redeem } = start();
    const code = await codeOf();
    clock.now += 600_000;

    expect((await redeem({ code })).body["error_description"]).toContain("AADSTS70008");
  });

  it.each([
    [{ code_verifier: "somebody else's" }, "AADSTS501481"],
    [{ redirect_uri: "https://sandbox.example/" }, "AADSTS500112"],
    [{ client_id: "another" }, "AADSTS700016"],
    [{ grant_type: "password" }, "AADSTS70003"],
  ])("is worth nothing with %j", async (wrong, code) => {
    const { status, body } = await start().redeem(wrong);

    expect(status).toBe(400);
    expect(body["error_description"]).toContain(code);
  });

  it("is worth nothing to whoever is no page", async () => {
    const { token } = start();
    const { body } = await token({ grant_type: "authorization_code" }, {});

    expect(body["error_description"]).toContain("AADSTS9002327");
  });
});

describe("a refresh token", () => {
  it("gives tokens for what stands consented, and says where consent lacks", async () => {
    const { redeem, token } = start();
    const { refresh_token = "" } = (await redeem()).body;
    const form = { grant_type: "refresh_token", refresh_token };

    expect((await token({ ...form, scope: "Sites.ReadWrite.All" })).status).toBe(200);
    expect((await token({ ...form, scope: "ChatMessage.Send" })).body).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
    });
  });

  it("ends a day after the sign-in, renewed or not", async () => {
    const { clock, redeem, token } = start();
    const { refresh_token = "" } = (await redeem()).body;
    clock.now += 23 * 3_600_000;
    const form = { grant_type: "refresh_token", scope: "User.Read" };
    const renewed = (await token({ ...form, refresh_token })).body["refresh_token"] ?? "";
    clock.now += 3_600_000;

    const { body } = await token({ ...form, refresh_token: renewed });
    expect(body["error_description"]).toContain("AADSTS700084");
  });
});

describe("signing out on a page", () => {
  it("goes back to a registered address only", async () => {
    const { app } = start();
    const out = (back: string) =>
      app.request(`${path}/logout?post_logout_redirect_uri=${encodeURIComponent(back)}`);

    expect((await out(redirectUri)).headers.get("location")).toBe(redirectUri);
    expect((await out("https://evil.example/")).headers.get("location")).toBeNull();
  });
});
