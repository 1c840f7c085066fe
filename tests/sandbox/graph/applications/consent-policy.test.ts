import { describe, expect, it } from "vitest";
import type { Behaviour } from "../../../../sandbox/graph/conditions/behaviour.ts";
import { issueToken } from "../../../../sandbox/graph/tokens.ts";
import { entriesOf, startGraph } from "../graph-fixtures.ts";

/** A tenant of this policy whose administrator has not consented for everybody to anything. */
async function without(userConsent: Behaviour["userConsent"]) {
  const bench = startGraph({ userConsent });
  const amara = bench.as("Amara");
  const filter = "$filter=consentType eq 'AllPrincipals'";
  for (const { id } of entriesOf(await amara("GET", `/oauth2PermissionGrants?${filter}`)))
    await amara("DELETE", `/oauth2PermissionGrants/${String(id)}`);
  return (name: string, scope: string) => {
    const token = issueToken(bench.graph.world, bench.person(name), [scope]);
    return "error" in token ? token.error : "a token";
  };
}

describe("what people may consent to by themselves", () => {
  it.each([
    ["managed", "Sites.ReadWrite.All", "admin_consent_required"],
    ["managed", "Calendars.Read", "admin_consent_required"],
    ["managed", "Tasks.ReadWrite", "admin_consent_required"],
    ["managed", "Sites.Selected", "consent_required"],
    ["managed", "ChatMessage.Send", "consent_required"],
    ["permissive", "Sites.ReadWrite.All", "consent_required"],
    ["permissive", "Tasks.ReadWrite", "consent_required"],
    ["permissive", "User.Read.All", "admin_consent_required"],
    ["none", "User.Read", "admin_consent_required"],
    ["none", "Sites.Selected", "admin_consent_required"],
  ] as const)("is, where the policy is %s, for %s: %s", async (policy, scope, answer) => {
    const ask = await without(policy);

    expect(ask("Mei-Ling", scope)).toBe(answer);
  });

  it("is everything to an administrator of apps", async () => {
    const ask = await without("none");

    expect(ask("Amara", "Tasks.ReadWrite")).toBe("consent_required");
    expect(ask("Amara", "Sites.FullControl.All")).toBe("a token");
  });

  it("leaves what stands consented alone", () => {
    const { graph, person } = startGraph({ userConsent: "none" });

    const token = issueToken(graph.world, person("Sofia"), ["Sites.ReadWrite.All"]);

    expect(token).toHaveProperty("access_token");
  });
});
